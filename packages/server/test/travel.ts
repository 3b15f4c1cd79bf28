import assert from "node:assert/strict";
import { eventually } from "./eventually.ts";
import type { TestServer } from "./server.ts";

/**
 * Waits until every event has been relayed and every job that was due has run. One that failed while another took its
 * place has no attempts left, and never runs again.
 */
export async function settled(server: Pick<TestServer, "db">): Promise<void> {
  await wake(server);
  await eventually(async () => {
    const [row] = await server.db.query<{ waiting: number }>(`
      select (select count(*) from events where position is null)
           + (select count(*) from graphile_worker.jobs
              where run_at <= now() and (attempts < max_attempts or locked_at is not null)) as waiting`);
    assert.equal(Number(row?.waiting), 0);
  });
}

/**
 * Has the relay and the workers look at once for what a test wrote by SQL, or made due; by themselves they would a
 * while later.
 */
export const wake = ({ db }: Pick<TestServer, "db">): Promise<unknown> =>
  db.query(`select pg_notify('convene', 'convene_events '), pg_notify('jobs:insert', '{"count":4}')`);

/** Lets time pass, for the server's clock and for the timers that are set, and waits for what becomes due. */
export async function travel(server: Pick<TestServer, "db" | "clock">, milliseconds: number): Promise<void> {
  await settled(server);
  server.clock.advance(milliseconds);
  await server.db.query(
    "update graphile_worker._private_jobs set run_at = run_at - make_interval(secs => $1)",
    [milliseconds / 1000],
  );
  await settled(server);
}
