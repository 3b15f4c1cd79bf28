import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { relayLock } from "../../packages/server/src/events/relay.ts";

/** Seconds after which what follows from events is given up. */
const patience = 120;

/** Holds the relay of all servers on a database, so that nothing follows from the events that they store. */
export async function holdRelay(client: pg.Client): Promise<void> {
  await client.query("select pg_advisory_lock($1)", [relayLock]);
}

/** Lets the relay go on with what has been stored. */
export async function releaseRelay(client: pg.Client): Promise<void> {
  await client.query("select pg_advisory_unlock($1), pg_notify('convene', 'convene_events ')", [relayLock]);
}

/**
 * Waits until each event has its position and no job is due, looking every `lookEvery` milliseconds. E-mails are left
 * out: they wait for a mail server, which there is none of. Throws when that takes longer than two minutes.
 */
export async function untilDone(client: pg.Client, lookEvery: number): Promise<void> {
  for (
    const begun = performance.now();
    performance.now() - begun < patience * 1_000;
    await pause(lookEvery)
  ) {
    const { rows } = await client.query<{ busy: boolean }>(`
      select exists (select from events where position is null)
        or exists (select from graphile_worker.jobs where run_at <= now()) as busy`);
    if (!rows[0]?.busy) return;
  }
  throw new Error(`what follows was not done within ${patience} s`);
}
