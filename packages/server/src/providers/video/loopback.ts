import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "./ask.ts";

/** One request as a sandbox sees it. */
export interface SandboxRequest {
  method: string;
  url: URL;
  headers: IncomingMessage["headers"];
  /** Null when it is no JSON object. */
  body: Record<string, unknown> | null;
}

export interface SandboxAnswer {
  status: number;
  body: object;
}

/** A sandbox: a real HTTP server on this machine's loopback that speaks JSON. */
export async function serveOnLoopback(
  answer: (request: SandboxRequest) => Promise<SandboxAnswer> | SandboxAnswer,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    respond(request, response, answer).catch((fault: Error) => response.destroy(fault));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Bytes of a request. */
const largest = 64 * 1024;

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: SandboxRequest) => Promise<SandboxAnswer> | SandboxAnswer,
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largest) throw new Error("the request is too large");
    chunks.push(chunk);
  }
  const { method = "GET", url = "/", headers } = request;
  const { status, body } = await answer({
    method,
    url: new URL(url, "http://sandbox"),
    headers,
    body: parse(Buffer.concat(chunks).toString("utf8")) as SandboxRequest["body"],
  });
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
