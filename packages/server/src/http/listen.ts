import type { FastifyInstance } from "fastify";

/**
 * Connections that may wait until they are accepted, as far as the system allows so many (net.core.somaxconn). Thousands
 * come at once when readers of streams return; who finds no place tries again after a second, then two, then four.
 */
const backlog = 4_096;

/** Listens on an address of this machine; port 0 stands for a free one. */
export const listen = (app: FastifyInstance, host: string, port: number): Promise<string> =>
  app.listen({ host, port, backlog });
