import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { after, before, describe, it } from "node:test";
import type { FastifyReply } from "fastify";
import { formatEvent } from "#kernel/event-stream.ts";
import { eventually } from "../../test/eventually.ts";
import { type EventStream, openStream } from "./event-stream.ts";

/** The time counts where a test is about it alone: on a busy machine others take longer than one would think. */
const limits = { mostUnsent: 256 * 1024, stalledAfter: 60_000 };

let server: Server;
let opened: { stream: EventStream; raw: ServerResponse } | null = null;

before(async () => {
  server = createServer((_, raw) => {
    opened = { raw, stream: openStream(replyOn(raw), limits) };
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
after(() => {
  server.close();
});

/** As much of Fastify's reply as a stream needs. */
function replyOn(raw: ServerResponse): FastifyReply {
  let all: object = {};
  const reply = {
    raw,
    hijack() {},
    getHeaders: () => all,
    headers(headers: object) {
      all = headers;
    },
  };
  return reply as unknown as FastifyReply;
}

/** A reader that reads nothing until it resumes. */
async function connectPaused(
  stalledAfter = 60_000,
): Promise<{ socket: Socket; stream: EventStream; raw: ServerResponse }> {
  opened = null;
  limits.stalledAfter = stalledAfter;
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.pause();
  socket.on("error", () => {});
  socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
  await eventually(async () => assert.ok(opened));
  return { socket, ...opened! };
}

const chunk = formatEvent({ name: "update", data: { text: "x".repeat(30_000) } });
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Sends until the operating system takes no more and the bound is reached; says how many chunks. */
async function fill({ stream, raw }: { stream: EventStream; raw: ServerResponse }): Promise<number> {
  let sent = 0;
  for (let full = 0; full < 50; sent += 1) {
    stream.receive(chunk);
    assert.ok(!raw.destroyed, "it was cut off");
    assert.ok(raw.writableLength <= limits.mostUnsent + 100, `${raw.writableLength} bytes wait`);
    full = raw.writableLength + chunk.length > limits.mostUnsent ? full + 1 : 0;
    await nextTurn();
  }
  return sent;
}

describe("a reader who is too slow", () => {
  it("is kept no more than the bound, and told once to resync when it reads again", async () => {
    const reader = await connectPaused();
    const sent = await fill(reader);
    let text = "";
    reader.socket.on("data", (bytes) => {
      text += bytes;
    });
    reader.socket.resume();
    await eventually(async () => assert.match(text, /event: resync\ndata: \{\}/));
    const updates = text.match(/event: update/g)?.length ?? 0;
    assert.ok(updates > 0 && updates < sent, `${updates} of ${sent} events`);
    reader.stream.receive(formatEvent({ name: "next", data: {} }));
    await eventually(async () => assert.match(text, /event: next/));
    assert.equal(text.match(/event: resync/g)?.length, 1);
    assert.ok(text.indexOf("event: resync") < text.indexOf("event: next"));
    assert.ok(text.lastIndexOf("event: update") < text.indexOf("event: resync"));
    reader.socket.destroy();
  });

  it("is cut off when it takes nothing at all for too long, pings notwithstanding", async () => {
    const reader = await connectPaused(2_000);
    await fill(reader);
    const pinging = setInterval(() => reader.stream.ping(), 50);
    await eventually(async () => assert.ok(reader.raw.destroyed));
    clearInterval(pinging);
    await reader.stream.ready();
    reader.socket.destroy();
  });

  it("is not waited for when its stream ends", async () => {
    const reader = await connectPaused();
    await fill(reader);
    reader.stream.end(formatEvent({ name: "revoked", data: {} }));
    assert.ok(reader.raw.destroyed);
    reader.socket.destroy();
  });

  it("lets whoever brings it up to date wait until it has read", async () => {
    const reader = await connectPaused();
    await fill(reader);
    let isReady = false;
    const ready = reader.stream.ready().then(() => {
      isReady = true;
    });
    await nextTurn();
    assert.equal(isReady, false);
    reader.socket.resume();
    await ready;
    reader.socket.destroy();
  });
});

describe("a reader who keeps up", () => {
  it("stays although nothing is sent but pings for longer than a stalled one would", async () => {
    const reader = await connectPaused(1_000);
    reader.socket.resume();
    const pinging = setInterval(() => reader.stream.ping(), 100);
    await new Promise((resolve) => setTimeout(resolve, 3 * limits.stalledAfter));
    clearInterval(pinging);
    assert.equal(reader.raw.destroyed, false);
    reader.stream.end(formatEvent({ name: "last", data: {} }));
    await once(reader.socket, "close");
    // After its end nothing is written, and nothing fails.
    reader.stream.receive(chunk);
    reader.stream.ping();
    reader.stream.end();
    await reader.stream.ready();
  });
});
