import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { FastifyReply } from "fastify";
import { refuse } from "#kernel/errors.ts";
import { formatEvent, formatRetry, resyncEvent } from "#kernel/event-stream.ts";
import { frame, lastFrame } from "./frame.ts";

/** One open stream of Server-Sent Events. */
export interface EventStream {
  /** Sends the bytes of one event or several; to a reader who is too slow for them, later, a `resync` in their place. */
  receive(chunk: Buffer): void;
  /** Resolves once everything was passed on to the operating system, or the reader is gone. */
  ready(): Promise<void>;
  /** Whether nobody reads any more. */
  isGone(): boolean;
  /** Shows that the stream is alive. */
  ping(): void;
  /** Passes nothing on until it is released; what came in between is made good by a `resync`. */
  hold(): void;
  release(): void;
  /** Ends it, with a last event; who has not kept up is cut off. */
  end(last?: Buffer): void;
  /** Does this when the connection is gone, whoever ended it; at once where it is. */
  onGone(work: () => void): void;
}

export interface StreamTimes {
  /** The most bytes that wait for one reader; more than the 64 KiB after which Node asks to be given a rest. */
  mostUnsent: number;
  /** Milliseconds after which a reader is cut off who takes nothing of what waits. */
  stalledAfter: number;
}

/** Milliseconds that a reader waits before it connects again; a browser's own default is several seconds. */
const reconnectAfter = 2_000;

const opening = formatRetry(reconnectAfter);
const pingEvent = formatEvent({ name: "ping", data: {} });

const streamHeaders = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  // Its end is the connection's: a server that stops would wait for one that is kept.
  connection: "close",
  // nginx would collect the answer and pass it on in large pieces.
  "x-accel-buffering": "no",
};

/** Answers a HEAD request as its GET would be. */
export function describeStream(reply: FastifyReply): void {
  sendHead(reply).end();
}

/**
 * Takes the answer out of Fastify's hands, and its connection out of Node's, and begins the stream. Refuses, before
 * that, where an earlier request on the same connection waits for its answer yet.
 */
export function openStream(reply: FastifyReply, times: StreamTimes): EventStream {
  const { socket } = reply.raw;
  if (!socket) throw refuse("invalid_request", "an earlier request on this connection is not answered yet");
  const raw = sendHead(reply);
  raw.flushHeaders();
  takeSocket(raw, socket);
  const stream = new OpenStream(socket, raw.chunkedEncoding, times);
  stream.receive(opening);
  return stream;
}

/**
 * Takes the connection from an answer whose head is sent. Nothing of request and answer is kept but what Node itself
 * keeps: a stream is open for hours. What the reader sends from now on is not read as another request.
 */
function takeSocket(raw: ServerResponse, socket: Socket): void {
  const { req } = raw;
  raw.detachSocket(socket);
  req.headers = {};
  req.rawHeaders = [];
  for (const event of ["data", "error"]) {
    // One by one: `removeAllListeners` would leave each socket with a table of its own in place of a shape that all share.
    for (const listener of socket.rawListeners(event)) socket.off(event, listener as () => void);
  }
  // A reader who hangs up is no fault.
  socket.on("data", ignore).on("error", ignore).setTimeout(0);
}

const ignore = () => {};

/** A class, unlike what else there is here: one object for each of many readers, and no functions of its own. */
class OpenStream implements EventStream {
  readonly #socket: Socket;
  readonly #isChunked: boolean;
  readonly #times: StreamTimes;
  #hasMissed = false;
  #isHeld = false;
  #isFull = false;
  /** Resolved when all is passed on, or the reader is gone. */
  #drained: PromiseWithResolvers<void> | null = null;
  #whenGone: readonly (() => void)[] = [];

  constructor(socket: Socket, isChunked: boolean, times: StreamTimes) {
    this.#socket = socket;
    this.#isChunked = isChunked;
    this.#times = times;
    socket.once("close", () => this.#close());
  }

  receive(chunk: Buffer): void {
    const socket = this.#socket;
    if (this.isGone()) return;
    const unsent = socket.writableLength;
    if (this.#hasMissed || this.#isHeld || (unsent > 0 && unsent + chunk.length > this.#times.mostUnsent))
      this.#hasMissed = true;
    else this.#write(chunk);
  }

  ready(): Promise<void> {
    if (this.isGone() || !this.#socket.writableNeedDrain) return Promise.resolve();
    this.#drained ??= Promise.withResolvers();
    return this.#drained.promise;
  }

  isGone(): boolean {
    return !this.#socket.writable;
  }

  ping(): void {
    this.#catchUp();
    // Writing would begin the count of `stalledAfter` anew.
    if (!this.isGone() && !this.#socket.writableNeedDrain) this.#write(pingEvent);
  }

  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    this.#catchUp();
  }

  end(last?: Buffer): void {
    const socket = this.#socket;
    if (this.isGone()) return;
    if (socket.writableNeedDrain) return void socket.destroy();
    if (last) this.#write(last);
    if (this.#isChunked) socket.write(lastFrame);
    socket.setTimeout(this.#times.stalledAfter).destroySoon();
  }

  onGone(work: () => void): void {
    if (this.#socket.closed) work();
    // Of just the size that it has; what is spread or pushed has room for many more.
    else this.#whenGone = this.#whenGone.concat(work);
  }

  #write(bytes: Buffer): void {
    const isTaken = this.#socket.write(this.#isChunked ? frame(bytes) : bytes);
    if (isTaken || this.#isFull) return;
    this.#isFull = true;
    // Node's timeout counts from the last time that the operating system took anything.
    this.#socket.setTimeout(this.#times.stalledAfter).once("drain", () => this.#drain());
  }

  #drain(): void {
    this.#isFull = false;
    this.#socket.setTimeout(0);
    this.#catchUp();
    this.#wake();
  }

  #catchUp(): void {
    if (!this.#hasMissed || this.#isHeld || this.isGone() || this.#socket.writableNeedDrain) return;
    this.#hasMissed = false;
    this.#write(resyncEvent);
  }

  #wake(): void {
    this.#drained?.resolve();
    this.#drained = null;
  }

  #close(): void {
    this.#wake();
    for (const work of this.#whenGone) work();
    this.#whenGone = [];
  }
}

function sendHead(reply: FastifyReply): ServerResponse {
  reply.headers(streamHeaders);
  reply.hijack();
  return reply.raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
}
