import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { after, before, beforeEach, describe, it } from "node:test";
import { Type } from "typebox";
import { refuse } from "#kernel/errors.ts";
import { formatEvent } from "#kernel/event-stream.ts";
import { closed } from "#kernel/schema.ts";
import { eventually } from "../../test/eventually.ts";
import { type SmallApp, startSmallApp } from "../../test/small-app.ts";
import { openStream, parseBlock, unchunk } from "../../test/streams.ts";
import type { Authenticate } from "./authenticate.ts";
import { streamRoute } from "./route.ts";
import { createStreams, type Hub, type Streams, streamTimes } from "./streams.ts";

type Reader = ReturnType<Parameters<Hub["join"]>[2]>;

const wire = {
  path: "/things/:name/events",
  operationId: "watch",
  summary: "Watches",
  params: closed({ name: Type.String() }),
  refusals: ["forbidden", "not_found"],
} as const;

let app: SmallApp;
let streams: Streams;
/** Whoever joined, with what they had seen. */
const joined: { topic: string; lastEventId: string | null; reader: Reader }[] = [];
let left = 0;
/** What stands in the place of policy and of authentication; a test changes them. */
let policy: (name: string) => Promise<string>;
let authenticate: Authenticate | null = null;
let canJoin = true;
/** What joining waits for. */
let caughtUp: Promise<void> = Promise.resolve();

const hub: Hub = {
  async join({ topic }, lastEventId, open) {
    if (!canJoin) throw refuse("unavailable");
    joined.push({ topic, lastEventId, reader: open() });
    await caughtUp;
    return () => {
      left += 1;
    };
  },
};

before(async () => {
  streams = createStreams({ ...streamTimes, pingEvery: 40, perCaller: 3, perProcess: 5 });
  streams.hearing(true);
  const route = streamRoute(wire, { scope: "live:read" }, async (_, { params }) => policy(params.name));
  const small = await startSmallApp([route], {
    house: {
      hub,
      streams,
      authenticate: (credentials) => (authenticate ?? byName)(credentials),
    },
  });
  app = small;
});
beforeEach(() => {
  policy = async (name) => `thing:${name}`;
  authenticate = null;
  canJoin = true;
  caughtUp = Promise.resolve();
  joined.length = 0;
});
after(() => app.close());

const byName: Authenticate = async ({ bearer }) => {
  if (!bearer) return null;
  const person = { id: bearer, platformAdmin: false, signInId: null, confinedTo: null };
  const actor = {
    kind: "person",
    id: bearer,
    organizationId: app.organizationId,
    role: "Manager",
    scopes: null,
    plan: "team",
    selfService: true,
  } as const;
  return { person, actor, refusal: null };
};

const path = "/things/one/events";
const watch = (name: string, headers: object = {}) =>
  openStream(app.url + path, { authorization: `Bearer ${name}`, ...headers });
const allGone = () => eventually(async () => assert.equal(streams.count(), 0));
const update = formatEvent({ id: "1", name: "update", data: { text: "a\nb\u2028🎉" } });

/** Opens a stream over a socket of its own, and collects the bytes as they come. */
function openRaw(method = "GET"): { socket: Socket; text(): string } {
  const socket = connect(Number(new URL(app.url).port), "127.0.0.1");
  let bytes = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
  });
  socket.on("error", () => {});
  socket.write(`${method} ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer raw\r\n\r\n`);
  return { socket, text: () => bytes.toString() };
}

describe("the bytes of a stream", () => {
  it("are Server-Sent Events and nothing else, after headers that keep them flowing", async () => {
    const { socket, text } = openRaw();
    await eventually(async () => assert.equal(joined.length, 1));
    joined[0]?.reader.receive(update);
    await eventually(async () => assert.match(text(), /event: update[\s\S]*event: ping/));
    const [head = "", ...rest] = text().split("\r\n\r\n");
    assert.match(head, /^HTTP\/1\.1 200 OK\r\n/);
    for (const header of [
      "content-type: text/event-stream",
      "cache-control: no-store",
      "x-accel-buffering: no",
      "transfer-encoding: chunked",
      "x-content-type-options: nosniff",
    ])
      assert.ok(head.toLowerCase().split("\r\n").includes(header), header);
    assert.match(head, /x-request-id: /);
    const body = unchunk(rest.join("\r\n\r\n"));
    const ping = "event: ping\ndata: {}\n\n";
    assert.equal(body.replaceAll(ping, ""), `retry: 2000\n\n${update}`, JSON.stringify(body));
    assert.ok(body.includes(ping));
    assert.equal(`${update}`, 'id: 1\nevent: update\ndata: {"text":"a\\nb\u2028🎉"}\n\n');
    for (const block of body.split("\n\n").slice(0, -1)) parseBlock(block);
    socket.destroy();
    await allGone();
  });

  it("are missing from the answer to HEAD, which ends at once", async () => {
    const { socket, text } = openRaw("HEAD");
    await eventually(async () => assert.ok(socket.readableEnded || socket.destroyed));
    assert.match(
      text(),
      /^HTTP\/1\.1 200 OK\r\n[\s\S]*content-type: text\/event-stream\r\n[\s\S]*\r\n\r\n$/i,
    );
    assert.deepEqual([streams.count(), joined.length], [0, 0]);
  });
});

describe("a stream", () => {
  it("joins its topic with what its reader has seen last, and leaves it when the reader does", async () => {
    const before = left;
    const stream = await watch("ada", { "last-event-id": "the last" });
    assert.deepEqual([joined[0]?.topic, joined[0]?.lastEventId], ["thing:one", "the last"]);
    await eventually(async () => assert.equal(stream.retry(), 2000));
    assert.equal(streams.count(), 1);
    stream.hangUp();
    await allGone();
    assert.equal(left, before + 1);
  });

  it("pings at its interval", async () => {
    const stream = await watch("ada");
    await eventually(async () => assert.ok(stream.pings() >= 3));
    stream.hangUp();
    await allGone();
  });

  it("that is refused, or cannot begin, is an ordinary answer", async () => {
    policy = async () => {
      throw refuse("not_found");
    };
    assert.equal((await app.api("ada").get(path)).status, 404);
    assert.equal((await app.api("").get(path)).status, 401);
    policy = async () => "thing";
    canJoin = false;
    const answer = await app.api("ada").get(path);
    assert.deepEqual([answer.status, answer.body.code], [503, "unavailable"]);
    assert.equal(streams.count(), 0);
  });

  it("is one of a few for each caller, and of many for the process", async () => {
    const own = await Promise.all([watch("ada"), watch("ada"), watch("ada")]);
    const refused = await app.api("ada").get(path);
    assert.deepEqual([refused.status, refused.body.code], [429, "too_many_requests"]);
    const others = await Promise.all([watch("eve"), watch("eve")]);
    const full = await app.api("bob").get(path);
    assert.deepEqual(
      [full.status, full.body.code, full.headers.get("retry-after")],
      [503, "unavailable", "1"],
    );
    own[0]?.hangUp();
    await eventually(async () => assert.equal(streams.count(), 4));
    own.push(await watch("ada"));
    for (const stream of [...own, ...others]) stream.hangUp();
    await allGone();
  });

  it("keeps its caller's place, when its reader hangs up, until nothing is done for it any more", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    caughtUp = promise;
    const before = left;
    const own = await Promise.all([watch("ada"), watch("ada"), watch("ada")]);
    for (const stream of own) stream.hangUp();
    await eventually(async () => assert.ok(joined.every(({ reader }) => reader.isGone())));
    assert.equal((await app.api("ada").get(path)).status, 429);
    assert.deepEqual([streams.count(), left], [3, before]);
    resolve();
    await allGone();
    assert.equal(left, before + 3);
    const again = await watch("ada");
    again.hangUp();
    await allGone();
  });
});

describe("the access of a stream", () => {
  it("is asked for anew when its caller changes, and when changes may have been missed", async () => {
    for (const change of [
      () => streams.changed("person:ada"),
      () => streams.changed(`organization:${app.organizationId}`),
      () => streams.hearing(false),
      () => streams.hearing(true),
    ]) {
      const stream = await watch("ada");
      policy = async () => {
        throw refuse("forbidden");
      };
      change();
      await stream.over();
      assert.deepEqual(stream.heard, [{ id: null, name: "revoked", data: { code: "forbidden" } }]);
      policy = async (name) => `thing:${name}`;
    }
    await allGone();
  });

  it("is asked for anew at each ping", async () => {
    const stream = await watch("ada");
    authenticate = async () => null;
    await stream.over();
    assert.equal(stream.heard[0]?.data.code, "unauthenticated");
  });

  it("is asked for again where a change was heard of while it was let in", async () => {
    const quiet = createStreams({ ...streamTimes, perCaller: 9, perProcess: 9 });
    const route = streamRoute(wire, { scope: "live:read" }, async () => "thing");
    let asked = 0;
    const other = await startSmallApp([route], {
      house: {
        streams: quiet,
        authenticate: async (credentials) => {
          asked += 1;
          if (asked > 1) return null;
          const caller = await byName(credentials);
          quiet.changed("person:ada");
          return caller;
        },
      },
    });
    const stream = await openStream(other.url + path, { authorization: "Bearer ada" });
    await stream.over();
    assert.equal(asked, 2);
    await other.close();
  });

  it("holds the stream back while it cannot be told, and makes good what was missed by a resync", async () => {
    const stream = await watch("ada");
    const { reader } = joined[0]!;
    authenticate = async () => {
      throw new Error("the database is away");
    };
    streams.changed("person:ada");
    await eventually(async () => {
      const before = stream.heard.length;
      reader.receive(update);
      const pings = stream.pings();
      await eventually(async () => assert.ok(stream.pings() > pings + 1));
      assert.equal(stream.heard.length, before);
    });
    const before = stream.heard.length;
    authenticate = null;
    await eventually(async () => assert.equal(stream.heard.length, before + 1));
    assert.deepEqual(stream.heard.at(-1), { id: null, name: "resync", data: {} });
    reader.receive(update);
    await stream.atLeast(before + 2);
    assert.equal(stream.heard.at(-1)?.name, "update");
    assert.equal(stream.isOver(), false);
    stream.hangUp();
    await allGone();
  });
});

describe("closing", () => {
  it("ends every stream, and lets no more in", async () => {
    const own = createStreams({ ...streamTimes, perCaller: 9, perProcess: 9 });
    const route = streamRoute(wire, { scope: "live:read" }, async () => "thing");
    const other = await startSmallApp([route], { house: { streams: own } });
    const open = await Promise.all(
      ["ada", "eve"].map((name) => openStream(other.url + path, { authorization: `Bearer ${name}` })),
    );
    own.close();
    for (const stream of open) await stream.over();
    assert.equal((await other.api("ada").get(path)).status, 503);
    await other.close();
  });
});
