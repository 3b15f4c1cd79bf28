import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What streams cost at least: node:http alone holds them, and writes one prepared buffer to each reader of a topic with
 * `res.write`. A path is a topic: `POST` publishes its body there, and `GET` reads.
 */
const topics = new Map<string, Set<ServerResponse>>();

const server = createServer((request, response) => {
  const topic = request.url ?? "/";
  const readers = topics.get(topic) ?? new Set();
  if (request.method === "POST") {
    const parts: Buffer[] = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      const prepared = Buffer.concat(parts);
      for (const reader of readers) reader.write(prepared);
      response.end();
    });
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write("retry: 2000\n\n");
  topics.set(topic, readers.add(response));
  response.on("close", () => readers.delete(response));
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once("disconnect", () => process.exit());
