import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { mock } from "node:test";
import { Webhook } from "standardwebhooks";
import type { Clock } from "../src/kernel/clock.ts";

/** A request as it arrived. */
export interface ReceivedWebhook {
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  body: { type: string; timestamp: string; data: Record<string, unknown> };
  /** By the clock that the receiver was given. */
  at: Date;
}

interface Reply {
  status: number;
  headers?: Record<string, string>;
  text?: string;
}

export interface WebhookReceiver {
  url: string;
  received: ReceivedWebhook[];
  /** Those of one path, in the order of their arrival. */
  at(path: string): ReceivedWebhook[];
  /** Says what a path answers from now on; 204 where nothing was said. */
  answer(path: string, reply: (request: ReceivedWebhook) => Reply | Promise<Reply>): void;
  /** How many requests of a path are unanswered now, and were at most. */
  open(path: string): { now: number; most: number };
  close(): Promise<void>;
}

/** Somebody's server on a free port of loopback, with an endpoint on every path. */
export async function openReceiver(clock: Clock): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  const replies = new Map<string, Parameters<WebhookReceiver["answer"]>[1]>();
  const counts = new Map<string, { now: number; most: number }>();
  const sockets = new Set<Socket>();
  const count = (path: string) => {
    const known = counts.get(path) ?? { now: 0, most: 0 };
    counts.set(path, known);
    return known;
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const { url: path = "", headers } = request;
    const one = { path, headers, text, body: JSON.parse(text), at: clock() };
    received.push(one);
    const open = count(path);
    open.now += 1;
    open.most = Math.max(open.most, open.now);
    const reply = (await replies.get(path)?.(one)) ?? { status: 204 };
    open.now -= 1;
    response.writeHead(reply.status, reply.headers).end(reply.text);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    at: (path) => received.filter((one) => one.path === path),
    answer: (path, reply) => replies.set(path, reply),
    open: count,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** Verifies as receivers do, with the public library, at the moment of the arrival. Throws where it is not ours. */
export function verify({ text, headers, at }: ReceivedWebhook, secret: string): unknown {
  const now = mock.method(Date, "now", () => at.getTime());
  try {
    return new Webhook(secret).verify(text, headers as Record<string, string>);
  } finally {
    now.mock.restore();
  }
}
