import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { relayLock } from "../../packages/server/src/events/relay.ts";
import type { Contestant } from "../contest.ts";
import type { BenchDatabase } from "../ground.ts";

/** Seconds after which what follows from a round is given up. */
const patience = 120;

/** Holds the relay during a round, so that nothing follows from what it stores until the round is over. */
export const alone = (database: BenchDatabase, { name, round }: Contestant): Contestant => ({
  name,
  round: () =>
    withClient(database, async (client) => {
      await client.query("select pg_advisory_lock($1)", [relayLock]);
      const result = await round();
      await client.query("select pg_advisory_unlock($1), pg_notify('convene', 'convene_events ')", [
        relayLock,
      ]);
      await drained(client);
      return result;
    }),
});

/** Lets what follows from a round come to its end before the next one begins. */
export const thenDrained = (database: BenchDatabase, { name, round }: Contestant): Contestant => ({
  name,
  async round() {
    const result = await round();
    await withClient(database, drained);
    return result;
  },
});

/** E-mails wait for a mail server, which there is none of. */
async function drained(client: pg.Client): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < patience * 1_000; await pause(200)) {
    const { rows } = await client.query<{ busy: boolean }>(`
      select exists (select from events where position is null)
        or exists (select from graphile_worker.jobs where run_at <= now() and task_identifier <> 'effects.email') as busy`);
    if (!rows[0]?.busy) return;
  }
  throw new Error(`what follows was not done within ${patience} s`);
}

async function withClient<T>(database: BenchDatabase, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(database.superuser);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
