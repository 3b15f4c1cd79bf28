import assert from "node:assert/strict";
import { eventually } from "./eventually.ts";
import type { TestServer } from "./server.ts";

/** Waits until every event has been relayed and every job that was due has run. */
export const settled = ({ db }: TestServer): Promise<void> =>
  eventually(async () => {
    const [row] = await db.query<{ waiting: number }>(`
      select (select count(*) from events where position is null)
           + (select count(*) from graphile_worker.jobs where run_at <= now()) as waiting`);
    assert.equal(Number(row?.waiting), 0);
  });

/** Lets time pass, for the server's clock and for the timers that are set, and waits for what becomes due. */
export async function travel(server: TestServer, milliseconds: number): Promise<void> {
  await settled(server);
  server.clock.advance(milliseconds);
  await server.db.query(
    "update graphile_worker._private_jobs set run_at = run_at - make_interval(secs => $1)",
    [milliseconds / 1000],
  );
  await settled(server);
}
