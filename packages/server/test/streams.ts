import assert from "node:assert/strict";
import { eventually } from "./eventually.ts";
import type { TestServer } from "./server.ts";

/** One event as it came over a stream. */
export interface Heard {
  id: string | null;
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever members it asserts on
  data: any;
}

/** An open stream, as a client reads it. */
export interface Listening {
  status: number;
  headers: Headers;
  /** All events so far, `ping` left out. */
  heard: Heard[];
  pings(): number;
  /** The milliseconds of `retry:`. */
  retry(): number | null;
  isOver(): boolean;
  /** Waits for so many events, and answers them. */
  atLeast(count: number): Promise<Heard[]>;
  over(): Promise<void>;
  hangUp(): void;
}

/** Opens a stream and reads it as the specification says; asserts that it began. */
export async function openStream(url: string, headers: Record<string, string> = {}): Promise<Listening> {
  const hanging = new AbortController();
  const response = await fetch(url, { headers, signal: hanging.signal });
  if (response.status !== 200) assert.fail(`${response.status} to ${url}: ${await response.text()}`);
  const reading = { heard: [] as Heard[], pings: 0, retry: null as number | null, isOver: false };
  read(response, reading).finally(() => {
    reading.isOver = true;
  });
  return {
    status: response.status,
    headers: response.headers,
    heard: reading.heard,
    pings: () => reading.pings,
    retry: () => reading.retry,
    isOver: () => reading.isOver,
    atLeast: (count) =>
      eventually(async () => {
        assert.ok(reading.heard.length >= count, `${reading.heard.length} of ${count} events`);
        return reading.heard;
      }),
    over: () => eventually(async () => assert.ok(reading.isOver, "the stream is still open")),
    hangUp: () => hanging.abort(),
  };
}

/** Waits until every event has its position. */
export const placed = ({ db }: Pick<TestServer, "db">): Promise<void> =>
  eventually(async () => {
    const waiting = await db.query("select from events where position is null");
    assert.equal(waiting.length, 0);
  });

/**
 * Waits until every event has its position and nobody reads on these servers any more. Whoever reads next hears only
 * what happens from then on; while others read, a server may still be about to hand on what happened before.
 */
export async function unread(...servers: [TestServer, ...TestServer[]]): Promise<void> {
  await placed(servers[0]);
  for (const { url } of servers) {
    await eventually(async () => {
      const metrics = await (await fetch(`${url}/metrics`)).text();
      assert.match(metrics, /^convene_streams_open 0$/m);
    });
  }
}

type Reading = { heard: Heard[]; pings: number; retry: number | null };

async function read({ body }: Response, reading: Reading): Promise<void> {
  let text = "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) note(parseBlock(block), reading);
    }
  } catch {
    // Hung up, by either side.
  }
}

function note(fields: Map<string, string>, reading: Reading): void {
  const retry = fields.get("retry");
  if (retry !== undefined) reading.retry = Number(retry);
  const data = fields.get("data");
  if (data === undefined) return;
  const event = {
    id: fields.get("id") ?? null,
    name: fields.get("event") ?? "message",
    data: JSON.parse(data),
  };
  if (event.name === "ping") reading.pings += 1;
  else reading.heard.push(event);
}

/** The fields of one block; throws for a line that is none. */
export function parseBlock(block: string): Map<string, string> {
  const lines = block.split("\n").map((line) => /^(id|event|data|retry): (.*)$/s.exec(line));
  return new Map(
    lines.map((match, index) => {
      assert.ok(match?.[1] !== undefined && match[2] !== undefined, `no field: ${block.split("\n")[index]}`);
      return [match[1], match[2]];
    }),
  );
}

/** The body of a chunked answer, as far as it has come whole. */
export function unchunk(text: string): string {
  let bytes = Buffer.from(text);
  let body = "";
  for (;;) {
    const end = bytes.indexOf("\r\n");
    const size = Number.parseInt(bytes.subarray(0, Math.max(end, 0)).toString(), 16);
    if (end < 0 || bytes.length < end + 2 + size + 2) return body;
    body += bytes.subarray(end + 2, end + 2 + size);
    bytes = bytes.subarray(end + 2 + size + 2);
  }
}
