import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Takes webhooks, and counts them by the identity that lets a receiver drop a repeat. */
let seen = new Set<string>();

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    seen.add(String(request.headers["webhook-id"]));
    response.writeHead(204).end();
  });
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("message", () => {
  process.send?.(seen.size);
  seen = new Set();
});
process.on("disconnect", () => process.exit());
