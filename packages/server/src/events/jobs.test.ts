import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import pg from "pg";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { addJobs, setTimer } from "./jobs.ts";

interface Row {
  key: string | null;
  payload: Record<string, string>;
  locked_by: string | null;
}

describe("adding jobs", () => {
  let server: TestServer;
  const job = (key: string, note: string) => ({
    task: "known-to-nobody",
    key,
    payload: { organizationId: "none", note },
  });
  const add = (...jobs: ReturnType<typeof job>[]) =>
    server.server.database.asSystem((tx) => addJobs(tx, jobs));
  const rows = () =>
    server.db.query<Row>("select key, payload, locked_by from graphile_worker._private_jobs order by id");

  before(async () => {
    server = await startTestServer();
  });
  beforeEach(() => server.db.query("delete from graphile_worker._private_jobs"));
  after(() => server.close());

  test("takes the last of several under one key", async () => {
    await add(job("a", "first"), job("b", "other"), job("a", "last"));
    const notes = (await rows()).map(({ key, payload }) => [key, payload.note]);
    assert.deepEqual(
      new Map(notes as [string, string][]),
      new Map([
        ["a", "last"],
        ["b", "other"],
      ]),
    );
  });

  test("adds another when a worker takes the one that is being replaced at that very moment", async () => {
    await add(job("a", "first"));
    const worker = new pg.Client(server.db.superuser);
    await worker.connect();
    try {
      await worker.query("begin");
      await worker.query(
        "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody'",
      );
      const adding = add(job("a", "second"));
      await eventually(async () => {
        const waiting = await server.db.query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        assert.equal(waiting.length, 1);
      });
      await worker.query("commit");
      await adding;
    } finally {
      await worker.end();
    }
    assert.deepEqual(await rows(), [
      { key: null, payload: { organizationId: "none", note: "first" }, locked_by: "somebody" },
      { key: "a", payload: { organizationId: "none", note: "second" }, locked_by: null },
    ]);
  });

  test("moves a timer that is set again", async () => {
    const now = server.clock();
    for (const seconds of [3600, 60]) {
      const dueAt = new Date(now.getTime() + seconds * 1000);
      await server.server.database.asSystem((tx) => setTimer(tx, job("t", `${seconds}`), dueAt, now));
    }
    const [timer, ...others] = await server.db.query<{ seconds: string }>(
      "select extract(epoch from run_at - created_at) as seconds from graphile_worker._private_jobs",
    );
    assert.equal(others.length, 0);
    assert.ok(Math.abs(Number(timer?.seconds) - 60) < 30, timer?.seconds);
  });
});
