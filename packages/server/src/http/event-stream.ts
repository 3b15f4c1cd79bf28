import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";
import { formatEvent, formatRetry, resyncEvent } from "#kernel/event-stream.ts";

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

/** Takes the answer out of Fastify's hands and begins the stream. */
export function openStream(reply: FastifyReply, { mostUnsent, stalledAfter }: StreamTimes): EventStream {
  const raw = sendHead(reply);
  // Node's timeout counts from the last time that the operating system took anything.
  raw.socket?.setTimeout(stalledAfter);
  raw.write(opening);
  let hasMissed = false;
  let isHeld = false;
  const waiting = new Set<() => void>();
  const wakeAll = () => {
    for (const wake of waiting) wake();
    waiting.clear();
  };
  const catchUp = () => {
    if (!hasMissed || isHeld || !isOpen(raw) || raw.writableNeedDrain) return;
    hasMissed = false;
    raw.write(resyncEvent);
  };
  raw.on("drain", catchUp).on("drain", wakeAll).on("close", wakeAll);
  // A reader who hangs up is no fault.
  raw.on("error", () => {});
  return {
    receive(chunk) {
      if (!isOpen(raw)) return;
      const isTooMuch = raw.writableLength > 0 && raw.writableLength + chunk.length > mostUnsent;
      if (hasMissed || isHeld || isTooMuch) hasMissed = true;
      else raw.write(chunk);
    },
    ready() {
      if (!isOpen(raw) || !raw.writableNeedDrain) return Promise.resolve();
      return new Promise((resolve) => waiting.add(resolve));
    },
    isGone: () => !isOpen(raw),
    ping() {
      catchUp();
      // Writing would begin the count of `stalledAfter` anew.
      if (isOpen(raw) && !raw.writableNeedDrain) raw.write(pingEvent);
    },
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      catchUp();
    },
    end(last) {
      if (!isOpen(raw)) return;
      if (raw.writableNeedDrain) raw.destroy();
      else raw.end(last);
    },
  };
}

/** Resolves when the connection is gone, whoever ended it. */
export const closed = ({ raw }: FastifyReply): Promise<void> =>
  new Promise((resolve) => {
    if (raw.destroyed) resolve();
    else raw.once("close", resolve);
  });

const isOpen = (raw: ServerResponse): boolean => !raw.writableEnded && !raw.destroyed;

function sendHead(reply: FastifyReply): ServerResponse {
  reply.headers(streamHeaders);
  reply.hijack();
  return reply.raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
}
