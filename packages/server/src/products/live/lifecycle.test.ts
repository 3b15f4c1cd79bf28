import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { Api } from "../../../test/api.ts";
import { createLive, liveEventsOf } from "../../../test/build-live.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { minutes, seconds } from "../../kernel/clock.ts";

let server: TestServer;
let creator: Api;
before(async () => {
  server = await startTestServer();
  const organization = await server.build.organization();
  creator = await server.memberApi(organization, "Coach");
});
after(() => server.close());

const step = (id: string, verb: string) => creator.post(`/v1/sessions/${id}/${verb}`);

test("a session starts and ends, and its duration is the whole minutes between", async () => {
  const created = await createLive(creator);
  server.clock.advance(minutes(10));
  const started = await step(created.id, "start");
  const startedAt = server.clock().toISOString();
  assert.equal(started.status, 200);
  assert.deepEqual(started.body, {
    ...created,
    status: "live",
    started_at: startedAt,
    updated_at: startedAt,
  });
  server.clock.advance(minutes(45) + seconds(59));
  const ended = await step(created.id, "end");
  const endedAt = server.clock().toISOString();
  assert.equal(ended.status, 200);
  assert.deepEqual(ended.body, {
    ...started.body,
    status: "ended",
    ended_at: endedAt,
    updated_at: endedAt,
    duration_minutes: 45,
  });
  assert.deepEqual(await liveEventsOf(server, created.id), [
    { type: "live.session.created", version: 1, person: null },
    { type: "live.session.started", version: 2, person: null },
    { type: "live.session.ended", version: 3, person: null },
  ]);
});

test("a session is called off before it begins and while it is live", async () => {
  const planned = await createLive(creator);
  assert.equal((await step(planned.id, "cancel")).body.status, "cancelled");
  const running = await createLive(creator);
  await step(running.id, "start");
  const { body } = await step(running.id, "cancel");
  assert.deepEqual([body.status, body.ended_at, body.duration_minutes], ["cancelled", null, null]);
  assert.equal((await liveEventsOf(server, running.id)).at(-1)?.type, "live.session.cancelled");
});

test("whatever steps are tried, exactly those of the lifecycle succeed and the others are 412", async () => {
  const target = { start: "live", end: "ended", cancel: "cancelled" } as const;
  const next: Record<string, string[]> = { scheduled: ["start", "cancel"], live: ["end", "cancel"] };
  const verbs = fc.constantFrom("start" as const, "end" as const, "cancel" as const);
  await fc.assert(
    fc.asyncProperty(fc.array(verbs, { minLength: 1, maxLength: 5 }), async (walk) => {
      const { id } = await createLive(creator);
      let status = "scheduled";
      for (const verb of walk) {
        const answer = await step(id, verb);
        if (next[status]?.includes(verb)) {
          assert.deepEqual([answer.status, answer.body.status], [200, target[verb]]);
          status = target[verb];
        } else {
          assert.deepEqual([answer.status, answer.body.error], [412, "session_not_open"]);
        }
      }
      assert.equal((await creator.get(`/v1/sessions/${id}`)).body.status, status);
    }),
    { numRuns: 30 },
  );
});

test("of many who start a session at once, one succeeds and the rest get 412", async () => {
  const { id } = await createLive(creator);
  const answers = await Promise.all(Array.from({ length: 20 }, () => step(id, "start")));
  const statuses = answers.map((answer) => answer.status).sort();
  assert.deepEqual(statuses, [200, ...Array(19).fill(412)]);
  assert.equal((await liveEventsOf(server, id)).length, 2);
});

test("ending and cancelling at once: one wins", async () => {
  const { id } = await createLive(creator);
  await step(id, "start");
  const answers = await Promise.all(["end", "cancel", "end", "cancel"].map((verb) => step(id, verb)));
  const won = answers.filter((answer) => answer.status === 200);
  assert.equal(won.length, 1);
  assert.equal((await creator.get(`/v1/sessions/${id}`)).body.status, won[0]?.body.status);
});
