import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { Type } from "typebox";
import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import { refuse } from "#kernel/errors.ts";
import { formatEvent } from "#kernel/event-stream.ts";
import { closed } from "#kernel/schema.ts";
import { eventually } from "../../test/eventually.ts";
import { type SmallApp, startSmallApp } from "../../test/small-app.ts";
import { openStream } from "../../test/streams.ts";
import { streamRoute } from "./route.ts";
import { createStreams, type Hub, streamTimes } from "./streams.ts";

const wire = {
  path: "/things/:name/events",
  operationId: "watch",
  summary: "Watches",
  params: closed({ name: Type.String() }),
  refusals: ["forbidden"],
} as const;

const streams = createStreams({ ...streamTimes, perCaller: 9, perProcess: 9 });
let app: SmallApp;
/** Whoever joined, in that order. */
const joined: ReturnType<Parameters<Hub["join"]>[2]>[] = [];
/** What stands in the place of a product's policy; a test changes it. */
let policy: (name: string, tx: Statements) => Promise<string>;

before(async () => {
  streams.hearing(true);
  const route = streamRoute(wire, { scope: "live:read" }, async ({ tx }, { params }) =>
    policy(params.name, tx),
  );
  const hub: Hub = {
    async join(_place, _lastEventId, open) {
      joined.push(open());
      return () => {};
    },
  };
  app = await startSmallApp([route], { house: { hub, streams } });
});
beforeEach(() => {
  policy = async (name) => `thing:${name}`;
  joined.length = 0;
});
after(() => app.close());

const watch = (caller: string, thing = "one") =>
  openStream(`${app.url}/things/${thing}/events`, { authorization: `Bearer ${caller}` });
const update = formatEvent({ id: "1", name: "update", data: {} });

describe("the access of many streams", () => {
  it("is asked for together: what they hang on is read once, and each is judged for itself", async () => {
    const own = await Promise.all([watch("ada"), watch("ada"), watch("eve")]);
    const other = await watch("eve", "two");
    const asked: { name: string; readAt: string }[] = [];
    const statement = (name: string) => sql`select clock_timestamp()::text as "readAt", ${name} as name`;
    policy = async (name, tx) => {
      const row = await tx.first<(typeof asked)[number]>(statement(name));
      if (row) asked.push(row);
      if (name === "two") throw refuse("forbidden");
      return `thing:${name}`;
    };
    streams.changed(`organization:${app.organizationId}`);
    await other.over();
    assert.equal(other.heard[0]?.data.code, "forbidden");
    const first = asked.slice(0, 4);
    assert.deepEqual(first.map(({ name }) => name).sort(), ["one", "one", "one", "two"]);
    assert.equal(new Set(first.map(({ readAt }) => readAt)).size, 2, "once for each of the two things");
    for (const stream of own) {
      assert.equal(stream.isOver(), false);
      stream.hangUp();
    }
    await eventually(async () => assert.equal(streams.count(), 0));
  });

  it("is asked for one by one where something is wrong with one of them, which holds up no other", async () => {
    const [good, bad] = [await watch("ada"), await watch("eve", "bad")];
    const [reader, held] = joined;
    let asked = 0;
    policy = async (name) => {
      if (name !== "bad") return `thing:${name}`;
      asked += 1;
      throw new Error("this row cannot be read");
    };
    streams.changed(`organization:${app.organizationId}`);
    await eventually(async () => {
      streams.changed("person:ada");
      reader?.receive(update);
      const names = good.heard.map(({ name }) => name);
      assert.ok(names.includes("resync") && names.lastIndexOf("update") > names.indexOf("resync"));
    });
    const before = asked;
    held?.receive(update);
    await eventually(async () => {
      streams.changed("person:eve");
      assert.ok(asked > before + 1);
    });
    assert.deepEqual([bad.heard, bad.isOver()], [[], false]);
    policy = async (name) => `thing:${name}`;
    streams.changed("person:eve");
    assert.equal((await bad.atLeast(1))[0]?.name, "resync");
    for (const stream of [good, bad]) stream.hangUp();
    await eventually(async () => assert.equal(streams.count(), 0));
  });
});
