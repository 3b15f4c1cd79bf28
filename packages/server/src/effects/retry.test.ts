import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Api } from "../../test/api.ts";
import { buildMentorshipWorld, type MentorshipWorld, must } from "../../test/build-mentorship.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled } from "../../test/travel.ts";
import { addJobs, setTimer } from "../events/jobs.ts";
import { hours, plus } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";

describe("retrying", () => {
  let server: TestServer;
  let world: MentorshipWorld;
  let admin: Api;

  /** E-mails of a new session, as they were delivered. */
  async function delivered(): Promise<{ id: string; subjectId: string }[]> {
    const subjectId = await world.session(world.ahead());
    await settled(server);
    const { data } = must(200, await admin.get(`/api/effects?subjectId=${subjectId}&state=delivered`));
    assert.ok(data.length >= 2);
    return data;
  }
  const become = (state: string, ids: readonly string[], also = "") =>
    server.db.query(`update effects set state = $1 ${also} where id = any($2)`, [state, ids]);
  const show = async (id: string) => must(200, await admin.get(`/api/effects/${id}`)).data;
  const trail = async (type: string) =>
    must(200, await admin.get(`/api/events?type=${type}&limit=200`)).data as {
      subjectId: string;
      payload: object;
      actor: object;
    }[];

  before(async () => {
    server = await startTestServer();
    world = await buildMentorshipWorld(server);
    admin = world.as.admin;
  });
  after(() => server.close());

  for (const state of ["failed", "dropped", "waiting"]) {
    test(`sends what is ${state} now, under its old identity, and leaves it in the audit trail`, async () => {
      const [effect] = await delivered();
      assert.ok(effect);
      await become(state, [effect.id], `, due_at = '${plus(server.clock(), hours(5)).toISOString()}'`);
      const answer = must(200, await admin.post(`/api/effects/${effect.id}/retry`)).data;
      assert.deepEqual([answer.state, answer.dueAt], ["waiting", server.clock().toISOString()]);
      await settled(server);
      const { history, state: outcome } = await show(effect.id);
      assert.equal(outcome, "delivered");
      assert.deepEqual(
        history.map((attempt: { result: string }) => attempt.result),
        ["delivered", "delivered"],
      );
      const [noted] = (await trail("effect.retried")).filter(({ subjectId }) => subjectId === effect.id);
      assert.deepEqual(noted?.payload, { channel: "email" });
      assert.deepEqual(noted?.actor, { kind: "person", id: world.ids.admin });
    });
  }

  test("refuses what was delivered, is gone, or is being sent", async () => {
    const [over, gone, taken] = [...(await delivered()), ...(await delivered())];
    assert.ok(over && gone && taken);
    await become("failed", [gone.id], ", content = null");
    await become("waiting", [taken.id], ", taken_by = gen_random_uuid()");
    for (const [id, detail] of [
      [over.id, /was delivered/],
      [gone.id, /is gone/],
      [taken.id, /at this moment/],
    ] as const) {
      const { status, body } = await admin.post(`/api/effects/${id}/retry`);
      assert.deepEqual([status, body.code], [409, "conflict"]);
      assert.match(body.detail, detail);
    }
    await become("delivered", [taken.id]);
  });

  test("sends all that failed of a filter, page by page, and nothing else", async () => {
    const [one, two] = await delivered();
    const [other] = await delivered();
    assert.ok(one && two && other);
    await become("failed", [one.id, two.id, other.id]);
    await become("failed", [two.id], ", content = null");
    const filter = { subjectId: one.subjectId, channel: "email" };
    const { data } = must(200, await admin.post("/api/effects/retry", filter));
    assert.deepEqual(data, { retried: 1, hasMore: false });
    await settled(server);
    const states = await Promise.all([one, two, other].map(async ({ id }) => (await show(id)).state));
    assert.deepEqual(states, ["delivered", "failed", "failed"]);
    assert.deepEqual(
      (await trail("effects.retried")).map(({ payload }) => payload),
      [{ count: 1 }],
    );
    // More than one call takes.
    await server.db.query(
      `insert into effects (organization_id, id, channel, kind, recipient, subject_id, content, sealed, state,
         due_at, created_at, updated_at)
       select $1, gen_random_uuid(), 'email', 'many', 'person:' || n, 'many', content, false, 'failed', $2, $2, $2
       from generate_series(1, 501) n, (select content from effects where id = $3) as one`,
      [world.organizationId, server.clock(), one.id],
    );
    const retry = async () => must(200, await admin.post("/api/effects/retry", { kind: "many" })).data;
    assert.deepEqual(await retry(), { retried: 500, hasMore: true });
    assert.deepEqual(await retry(), { retried: 1, hasMore: false });
    // There is no need to wait for so many.
    await server.db.query("delete from effects where kind = 'many'");
    await settled(server);
  });

  test("lists jobs that failed with what they said, runs them again, and forgets what succeeded", async () => {
    const { database } = server.server;
    const job = (task: string) => ({
      task,
      key: `${task}:${newId()}`,
      payload: { organizationId: world.organizationId, sessionId: "x" },
    });
    // An id that is none makes it fail; a task that nobody knows never runs; a timer is no trouble.
    const failing = {
      ...job("effects.email"),
      payload: { organizationId: world.organizationId, effectId: "no" },
    };
    const exhausted = job("nobody-knows");
    await database.asTenant(world.organizationId, async (tx) => {
      await addJobs(tx, [failing, exhausted, job("nobody-knows")]);
      await setTimer(tx, job("effects.email"), plus(server.clock(), hours(1)), server.clock());
    });
    await server.db.query("update graphile_worker._private_jobs set attempts = max_attempts where key = $1", [
      exhausted.key,
    ]);
    const [unknown, failed] = await eventually(async () => {
      const { data } = must(200, await admin.get("/api/jobs"));
      const found = [exhausted.key, failing.key].map((key) =>
        data.find((one: { key: string }) => one.key === key),
      );
      assert.ok(found.every(Boolean));
      assert.equal(data.length, 2);
      assert.equal(found[1].state, "waiting");
      return found;
    });
    assert.deepEqual([unknown.state, unknown.lastError, unknown.attempts], ["failed", null, 25]);
    assert.deepEqual([failed.task, failed.attempts >= 1], ["effects.email", true]);
    assert.match(failed.lastError, /uuid/);
    const first = must(200, await admin.get("/api/jobs?limit=1"));
    const second = must(200, await admin.get(`/api/jobs?limit=1&cursor=${first.meta.next_cursor}`));
    assert.deepEqual([...first.data, ...second.data].length, 2);
    assert.equal(second.meta.next_cursor, null);

    const again = must(200, await admin.post(`/api/jobs/${unknown.id}/retry`)).data;
    assert.deepEqual([again.state, again.attempts], ["waiting", 0]);
    assert.deepEqual(
      must(200, await admin.get("/api/jobs")).data.map((one: { key: string }) => one.key),
      [failing.key],
    );
    assert.equal((await admin.post(`/api/jobs/${unknown.id}/retry`)).status, 404);
    await server.db.query(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w' where key = $1",
      [failing.key],
    );
    assert.equal((await admin.post(`/api/jobs/${failed.id}/retry`)).status, 409);
    await server.db.query("delete from graphile_worker._private_jobs where key = any($1)", [
      [failing.key, exhausted.key],
    ]);
    assert.deepEqual(
      (await settledTrail()).map(({ payload }) => payload),
      [{ task: "nobody-knows" }],
    );

    async function settledTrail() {
      await server.db.query(
        "delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'nobody-knows')",
      );
      await settled(server);
      return trail("job.retried");
    }
  });

  test("shows of an error its first line, and no credentials", async () => {
    const { database } = server.server;
    const key = `secretive:${newId()}`;
    await database.asTenant(world.organizationId, (tx) =>
      addJobs(tx, [{ task: "nobody-knows", key, payload: { organizationId: world.organizationId } }]),
    );
    await server.db.query("update graphile_worker._private_jobs set last_error = $1 where key = $2", [
      "cannot reach smtp://user:pass@mail.example.com/\n    at secret.ts:1",
      key,
    ]);
    const [job] = must(200, await admin.get("/api/jobs")).data;
    assert.equal(job.lastError, "cannot reach smtp://…@mail.example.com/");
    await server.db.query("delete from graphile_worker._private_jobs where key = $1", [key]);
  });
});
