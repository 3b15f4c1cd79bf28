import type pg from "pg";
import { withClient } from "../ground/client.ts";
import { holdRelay, releaseRelay, untilDone } from "../ground/hold-relay.ts";
import type { BenchDatabase } from "../ground.ts";

/** An organization with an endpoint that wants to know of new contacts. */
export interface Sender {
  organizationId: string;
}

interface Spent {
  server: number;
  postgres: number;
}

interface Drained {
  /** From the moment at which the relay may begin until nothing is left to do. */
  seconds: number;
  /** Microseconds of processor time for one event. */
  cpu: Spent;
  /** Effects of these events that are not delivered. */
  undelivered: number;
}

/** Milliseconds between looks at what is left: a look costs what an event does. */
const lookEvery = 20;

/** Stores events while the relay is held, lets it go, and waits until none of them has anything left to be done for it. */
export async function drain(
  database: BenchDatabase,
  senders: readonly Sender[],
  events: number,
  meter: () => Spent,
): Promise<Drained> {
  return withClient(database.superuser, async (client) => {
    await holdRelay(client);
    await storeEvents(client, senders, events);
    await client.query("analyze events");
    const before = meter();
    const begun = performance.now();
    await releaseRelay(client);
    await untilDone(client, lookEvery);
    const seconds = (performance.now() - begun) / 1_000;
    const after = meter();
    const each = (of: keyof Spent) => (after[of] - before[of]) / events;
    const undelivered = events - (await forget(client));
    return { seconds, cpu: { server: each("server"), postgres: each("postgres") }, undelivered };
  });
}

/** Each event of a subject of its own, in turns of all senders. */
const storeEvents = (client: pg.Client, senders: readonly Sender[], events: number): Promise<unknown> =>
  client.query(
    `insert into events (organization_id, id, type, subject_id, version, payload, occurred_at, actor_kind, request_id)
     select ($1::uuid[])[1 + n % cardinality($1::uuid[])], gen_random_uuid(), 'screening.contact.created',
       gen_random_uuid()::text, 1, jsonb_build_object('contactId', gen_random_uuid()), now(), 'system', 'bench'
     from generate_series(0, $2::int - 1) n`,
    [senders.map(({ organizationId }) => organizationId), events],
  );

/** Removes the effects of the round, so that the next finds the table as this one did. Says how many were delivered. */
async function forget(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    "delete from effects where kind = 'screening.contact.created' and state = 'delivered'",
  );
  await client.query("vacuum effects");
  return rowCount ?? 0;
}
