import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/**
 * Closes, when the server stops, the connections on which nothing was ever asked: clients open some in advance. Node
 * takes them for busy, and the stop would wait until they time out.
 */
export function closeUnused(app: FastifyInstance): void {
  const unused = new Set<Socket>();
  // One function for all, and none for those that are in use: thousands may be, for hours.
  function forget(this: Socket): void {
    unused.delete(this);
  }
  app.server.on("connection", (socket: Socket) => {
    unused.add(socket);
    socket.on("close", forget);
  });
  app.server.on("request", ({ socket }) => {
    if (unused.delete(socket)) socket.off("close", forget);
  });
  app.addHook("preClose", async () => {
    // One that has sent something is in the middle of its first request.
    for (const socket of unused) if (socket.bytesRead === 0) socket.destroy();
  });
}
