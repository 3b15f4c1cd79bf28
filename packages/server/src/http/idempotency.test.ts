import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { Type } from "typebox";
import { eventually } from "../../test/eventually.ts";
import { type SmallApp, startSmallApp } from "../../test/small-app.ts";
import { sql } from "../database/statement.ts";
import { type ErrorCode, refuse } from "../kernel/errors.ts";
import { closed, Name } from "../kernel/schema.ts";
import { Answer, memberRoute, publicRoute } from "./route.ts";

const Body = closed({
  say: Type.Optional(Name()),
  refuse: Type.Optional(Type.String()),
  wait: Type.Optional(Type.Boolean()),
  crash: Type.Optional(Type.String()),
  count: Type.Optional(Type.Integer({ default: 1 })),
});
const Done = Type.Object({ number: Type.Integer(), say: Type.Optional(Type.String()) });
const wire = (method: "POST" | "PATCH" | "DELETE", path: string) =>
  ({
    method,
    path,
    operationId: `${method}${path}`,
    summary: "Does a thing and counts it",
    ...(method === "DELETE" ? {} : { body: Body }),
    success: [201, Done],
    refusals: [
      "not_found",
      "forbidden",
      "conflict",
      "refused_transition",
      "too_many_requests",
      "session_full",
    ],
  }) as const;

/** How often each route really ran, failed runs included. */
let executions = 0;
/** What a run waits for that is told to. */
let gate = Promise.withResolvers<void>();
let app: SmallApp;

/** Counts in the database, so that what rolls back is not counted; then does what the body asks for. */
const run: Parameters<typeof memberRoute>[2] = async (context, { body }) => {
  executions += 1;
  const { tx, actor, now } = context;
  const wanted = (body ?? {}) as { say?: string; refuse?: ErrorCode; wait?: boolean; crash?: string };
  if (wanted.wait) await gate.promise;
  const row = await tx.first<{ number: number }>(sql`
    insert into events (organization_id, id, type, subject_id, version, payload, occurred_at, actor_kind)
    values (${actor.organizationId}, gen_random_uuid(), 'x', 'x', 1, '{}', ${now}, 'system')
    returning (select count(*)::int from events) as number`);
  if (wanted.refuse) throw refuse(wanted.refuse);
  if (wanted.crash) throw new Error(wanted.crash);
  return new Answer({ number: (row?.number ?? 0) + 1, say: wanted.say }, { "x-number": String(row?.number) });
};
before(async () => {
  app = await startSmallApp([
    memberRoute(wire("POST", "/things"), { scope: "live:read" }, run),
    memberRoute(wire("POST", "/others"), {}, run),
    memberRoute(wire("PATCH", "/things"), {}, run),
    memberRoute(wire("DELETE", "/things"), {}, run),
    memberRoute(wire("POST", "/secrets"), { secret: true }, run),
    publicRoute(wire("POST", "/open"), {}, async () => {
      executions += 1;
      return new Answer({ number: executions }, {});
    }),
  ]);
});
after(() => app.close());
beforeEach(async () => {
  executions = 0;
  await app.db.query("delete from events");
  await app.db.query("delete from idempotency_keys");
});

const key = (text: string) => ({ "idempotency-key": text });
const post = (body: object, text = "k", name = "ada", path = "/things") =>
  app.api(name).post(path, body, key(text));
const changes = async () => (await app.db.query("select from events")).length;
const stored = async () => (await app.db.query("select from idempotency_keys")).length;

describe("a repeat under one Idempotency-Key", () => {
  it("gets the first answer, headers included, and changes nothing", async () => {
    const first = await post({ say: "hello" });
    const second = await post({ say: "hello" });
    assert.deepEqual([first.status, first.body], [201, { number: 1, say: "hello" }]);
    assert.deepEqual([second.status, second.body], [201, first.body]);
    assert.equal(second.headers.get("x-number"), first.headers.get("x-number"));
    assert.deepEqual(
      [first.headers.get("idempotency-replayed"), second.headers.get("idempotency-replayed")],
      [null, "true"],
    );
    assert.deepEqual([executions, await changes()], [1, 1]);
  });

  it("works on PATCH and on DELETE without a body", async () => {
    for (const send of [
      () => app.api().patch("/things", {}, key("p")),
      () => app.api().delete("/things", key("d")),
    ]) {
      const first = await send();
      assert.deepEqual((await send()).body, first.body);
    }
    assert.equal(await changes(), 2);
  });

  it("with another body, or another query, answers 422", async () => {
    await post({ say: "hello" });
    const others = [
      { say: "other" },
      {},
      { say: "hello ", count: 1 },
      { say: " hello" },
      { say: "hello", count: 1 },
    ];
    for (const body of others) {
      const answer = await post(body);
      assert.deepEqual(
        [answer.status, answer.body.code],
        [422, "idempotency_key_reused"],
        JSON.stringify(body),
      );
    }
    assert.equal((await app.api().post("/things?x=1", { say: "hello" }, key("k"))).status, 422);
    assert.equal(await changes(), 1);
  });

  it("while the first is still running answers 409, and the answer once it is done", async () => {
    gate = Promise.withResolvers();
    const slow = post({ wait: true });
    await eventually(async () => assert.equal(executions, 1));
    const meanwhile = await post({ wait: true });
    assert.deepEqual([meanwhile.status, meanwhile.body.code], [409, "request_in_progress"]);
    gate.resolve();
    const first = await slow;
    assert.deepEqual((await post({ wait: true })).body, first.body);
    assert.equal(await changes(), 1);
  });

  it("20 times at once is one change; each answer is that one or 409", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post({ say: "race" })));
    const done = answers.filter((answer) => answer.status === 201);
    assert.ok(done.length >= 1);
    assert.ok(answers.every((answer) => answer.status === 201 || answer.body.code === "request_in_progress"));
    for (const answer of done) assert.deepEqual(answer.body, done[0]?.body);
    assert.deepEqual([await changes(), await stored(), executions], [1, 1, 1]);
  });

  it("is another request for another caller, organization, route and method", async () => {
    await post({});
    await post({}, "k", "bob");
    await post({}, "k", "foreign-ada");
    await post({}, "k", "key-ada");
    await post({}, "k", "ada", "/others");
    await app.api().patch("/things", {}, key("k"));
    assert.deepEqual([executions, await changes()], [6, 6]);
  });

  it("gets the stored answer for 24 hours, and is a new request after that", async () => {
    const first = await post({});
    app.clock.advance(86_400_000 - 1);
    assert.deepEqual((await post({})).body, first.body);
    app.clock.advance(1);
    assert.notDeepEqual((await post({})).body, first.body);
    assert.equal((await post({ say: "other" })).status, 422, "the new answer took the old one's place");
    assert.deepEqual([await changes(), await stored()], [2, 1]);
  });
});

describe("what is stored", () => {
  for (const code of ["not_found", "conflict", "refused_transition", "session_full"] as const) {
    it(`a refusal such as ${code}, because it was executed; its change is not`, async () => {
      const first = await post({ refuse: code });
      const second = await post({ refuse: code });
      assert.deepEqual([second.status, second.body], [first.status, first.body]);
      assert.match(second.headers.get("content-type") ?? "", /^application\/problem\+json/);
      assert.deepEqual([executions, await changes(), await stored()], [1, 0, 1]);
    });
  }

  for (const code of [
    "invalid_request",
    "unauthenticated",
    "forbidden",
    "too_many_requests",
    "unavailable",
  ] as const) {
    it(`not a refusal such as ${code}: the next attempt is executed`, async () => {
      await post({ refuse: code });
      assert.equal((await post({ refuse: code })).status, (await post({ refuse: code })).status);
      assert.deepEqual([executions, await changes(), await stored()], [3, 0, 0]);
    });
  }

  it("neither the change nor the key when the server fails", async () => {
    assert.equal((await post({ crash: "boom" })).status, 500);
    assert.deepEqual([await changes(), await stored()], [0, 0]);
    assert.equal((await post({ say: "again" })).status, 201);
  });

  it("nothing of input that was refused before it was executed", async () => {
    assert.equal((await post({ titel: "x" })).status, 400);
    assert.equal((await post({}, "k", "key-ada", "/others")).status, 403);
    assert.deepEqual([executions, await stored()], [0, 0]);
  });

  it("a secret only encrypted, headers included, and answered again in full", async () => {
    const first = await post({ say: "the-secret" }, "k", "ada", "/secrets");
    const second = await post({ say: "the-secret" }, "k", "ada", "/secrets");
    assert.deepEqual(second.body, first.body);
    assert.equal(second.headers.get("x-number"), "0");
    const [row] = await app.db.query("select to_jsonb(k)::text as text from idempotency_keys k");
    assert.ok(!/the-secret|x-number/.test(row?.text));
  });
});

describe("the header", () => {
  for (const bad of ["", " ", "with space", "é", "x".repeat(256)]) {
    it(`${JSON.stringify(bad).slice(0, 20)} answers 400`, async () => {
      const answer = await app.api().post("/things", {}, key(bad));
      assert.deepEqual([answer.status, answer.body.code], [400, "invalid_idempotency_key"]);
    });
  }

  it("takes any visible ASCII, the quoted form of the draft among it", async () => {
    for (const good of [
      '"8e03978e-40d5-43dd-bc93-6894a57f9324"',
      "x".repeat(255),
      "!~",
      "'; drop table events; --".replaceAll(" ", "_"),
    ]) {
      assert.equal((await post({}, good)).status, 201);
    }
  });

  it("of somebody who does not say who they are must be unguessable: sixteen characters or more", async () => {
    for (const bad of ["k", "x".repeat(15), `${"x".repeat(15)} `]) {
      const answer = await post({}, bad, "", "/open");
      assert.deepEqual([answer.status, answer.body.code], [400, "invalid_idempotency_key"], bad);
    }
    assert.deepEqual([executions, await stored()], [0, 0]);
    const first = await post({}, "x".repeat(16), "", "/open");
    const repeat = await post({}, "x".repeat(16), "", "/open");
    assert.deepEqual([first.status, repeat.body], [201, first.body]);
    assert.equal(repeat.headers.get("idempotency-replayed"), "true");
    assert.equal(executions, 1);
  });

  it("of somebody who does may be as short as they like, on a public route too", async () => {
    assert.equal((await post({}, "k", "ada", "/open")).status, 201);
  });
});
