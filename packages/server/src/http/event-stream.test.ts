import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { after, before, describe, it } from "node:test";
import type { FastifyReply } from "fastify";
import { Refusal } from "#kernel/errors.ts";
import { formatEvent } from "#kernel/event-stream.ts";
import { eventually } from "../../test/eventually.ts";
import { unchunk } from "../../test/streams.ts";
import { type EventStream, openStream } from "./event-stream.ts";

/** The time counts where a test is about it alone: on a busy machine others take longer than one would think. */
const limits = { mostUnsent: 256 * 1024, stalledAfter: 60_000 };

let server: Server;
let opened: { stream: EventStream; connection: Socket } | null = null;

/** What came of the last request that got no stream. */
let refusal: unknown = null;

before(async () => {
  server = createServer(({ url }, raw) => {
    if (url === "/unanswered") return;
    try {
      const { socket } = raw;
      const stream = openStream(replyOn(raw), limits);
      if (socket) opened = { connection: socket, stream };
    } catch (fault) {
      refusal = fault;
    }
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
): Promise<{ socket: Socket; stream: EventStream; connection: Socket }> {
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
async function fill({
  stream,
  connection,
}: Pick<NonNullable<typeof opened>, "stream" | "connection">): Promise<number> {
  let sent = 0;
  for (let full = 0; full < 50; sent += 1) {
    stream.receive(chunk);
    assert.ok(!connection.destroyed, "it was cut off");
    assert.ok(
      connection.writableLength <= limits.mostUnsent + 100,
      `${connection.writableLength} bytes wait`,
    );
    full = connection.writableLength + chunk.length > limits.mostUnsent ? full + 1 : 0;
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
    await eventually(async () => assert.ok(reader.connection.destroyed));
    clearInterval(pinging);
    await reader.stream.ready();
    reader.socket.destroy();
  });

  it("keeps nothing from others, who have every event in the meantime", async () => {
    const [slow, other] = [await connectPaused(), await connectPaused()];
    let text = "";
    other.socket.on("data", (bytes) => {
      text += bytes;
    });
    other.socket.resume();
    let sent = 0;
    for (; slow.connection.writableLength + chunk.length <= limits.mostUnsent; sent += 1) {
      slow.stream.receive(chunk);
      other.stream.receive(chunk);
      await other.stream.ready();
    }
    await eventually(async () => assert.equal(text.match(/event: update/g)?.length, sent));
    assert.doesNotMatch(text, /event: resync/);
    for (const { socket } of [slow, other]) socket.destroy();
  });

  it("is not waited for when its stream ends", async () => {
    const reader = await connectPaused();
    await fill(reader);
    reader.stream.end(formatEvent({ name: "revoked", data: {} }));
    assert.ok(reader.connection.destroyed);
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
    assert.equal(reader.connection.destroyed, false);
    reader.stream.end(formatEvent({ name: "last", data: {} }));
    await once(reader.socket, "close");
    // After its end nothing is written, and nothing fails.
    reader.stream.receive(chunk);
    reader.stream.ping();
    reader.stream.end();
    await reader.stream.ready();
  });
});

/** Opens a stream by bytes of a test's own, and collects what comes. */
async function request(bytes: string): Promise<{ socket: Socket; stream: EventStream; text(): string }> {
  opened = null;
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let text = "";
  socket.on("data", (part) => {
    text += part;
  });
  socket.on("error", () => {});
  socket.write(bytes);
  await eventually(async () => assert.ok(opened));
  return { socket, stream: opened!.stream, text: () => text };
}

const small = (name: string) => formatEvent({ name, data: {} });

describe("the bytes of a stream", () => {
  it("are chunks of HTTP/1.1, those of several readers their own, and plain where a proxy speaks HTTP/1.0", async () => {
    const [one, two] = [
      await request("GET / HTTP/1.1\r\nhost: x\r\n\r\n"),
      await request("GET / HTTP/1.1\r\nhost: x\r\n\r\n"),
    ];
    const old = await request("GET / HTTP/1.0\r\n\r\n");
    const [first, second, third] = ["first", "second", "third"].map(small) as [Buffer, Buffer, Buffer];
    for (const { stream } of [one, two, old]) stream.receive(first);
    one.stream.receive(second);
    two.stream.receive(third);
    one.stream.receive(third);
    old.stream.receive(second);
    const closes = [one, two, old].map(({ socket }) => once(socket, "close"));
    for (const { stream } of [one, two, old]) stream.end();
    await Promise.all(closes);
    const bodyOf = ({ text }: typeof one) => text().slice(text().indexOf("\r\n\r\n") + 4);
    const retry = "retry: 2000\n\n";
    assert.equal(unchunk(bodyOf(one)), `${retry}${first}${second}${third}`);
    assert.equal(unchunk(bodyOf(two)), `${retry}${first}${third}`);
    assert.ok(bodyOf(one).endsWith("\r\n0\r\n\r\n"), "the end of the chunks");
    assert.equal(bodyOf(old), `${retry}${first}${second}`);
    assert.doesNotMatch(old.text(), /transfer-encoding/i);
  });

  it("go on whatever their reader sends, which is no request any more", async () => {
    const { socket, stream, text } = await request("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
    for (const sent of ["GET / HTTP/1.1\r\nhost: x\r\n\r\n", "\0 this is no HTTP\r\n\r\n"]) {
      await new Promise<void>((resolve) => socket.write(sent, () => resolve()));
      stream.receive(small("next"));
    }
    await eventually(async () => assert.equal(text().match(/event: next/g)?.length, 2));
    assert.equal(text().match(/HTTP\/1\.1/g)?.length, 1);
    assert.equal(opened?.stream, stream);
    assert.equal(stream.isGone(), false);
    socket.destroy();
    await new Promise<void>((resolve) => stream.onGone(resolve));
    assert.equal(stream.isGone(), true);
    let isTold = false;
    stream.onGone(() => {
      isTold = true;
    });
    assert.ok(isTold, "at once, where it is gone already");
  });
});

describe("a request for a stream", () => {
  it("is refused while an earlier one on its connection is not answered", async () => {
    refusal = null;
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.write("GET /unanswered HTTP/1.1\r\nhost: x\r\n\r\nGET / HTTP/1.1\r\nhost: x\r\n\r\n");
    await eventually(async () => assert.ok(refusal instanceof Refusal));
    assert.equal((refusal as unknown as Refusal).code, "invalid_request");
    socket.destroy();
  });
});
