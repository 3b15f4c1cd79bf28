import { pause } from "#database/pause.ts";
import { sql } from "#database/statement.ts";
import type { Database, Statements, Transaction } from "#database/tenancy.ts";
import { addJobs } from "./jobs.ts";
import type { BatchSubscriber, StoredEvent, Subscriber } from "./subscriber.ts";

export interface Relay {
  /** Says that there may be new events. */
  wake(): void;
  /** Finishes the batch under way. */
  stop(): Promise<void>;
}

/** Who is asked what follows from events: of each event, and of a batch as a whole. */
export interface Subscribers {
  each: readonly Subscriber[];
  batch: readonly BatchSubscriber[];
}

/** The channel that is signalled when events have got their positions, and so can be read in order. */
export const positionsChannel = "convene_positions";

/** Events in one transaction: enough to be quick, few enough to leave others their turn. */
const batchSize = 500;

/** Milliseconds after which it looks without having been woken: what a process that died left, or a lost wake-up. */
const lookEvery = 1_000;

/** Milliseconds of rest after each look: what comes close together shares a batch, and its costs. */
const rest = 20;

/** The key of the advisory lock under which one process relays at a time. */
export const relayLock = 7_266_836_304;

/**
 * Gives committed events their positions and turns them into jobs, both in one transaction: an event is relayed
 * whole or not at all. Every process runs one; whoever comes first takes the batch, and when a process dies in
 * the middle its transaction does too, so another takes over at its next look.
 */
export function startRelay(
  database: Database,
  subscribers: Subscribers,
  onFault: (fault: unknown) => void,
): Relay {
  const stopping = new AbortController();
  const { signal } = stopping;
  let waking = new AbortController();
  const running = (async () => {
    while (!signal.aborted) {
      await pause(lookEvery, waking.signal);
      waking = new AbortController();
      try {
        while (!signal.aborted && (await relayBatch(database, subscribers)) >= batchSize);
      } catch (fault) {
        onFault(fault);
      }
      await pause(rest, signal);
    }
  })();

  return {
    wake: () => waking.abort(),
    async stop() {
      stopping.abort();
      waking.abort();
      await running;
    },
  };
}

/** Relays one batch and says how many events it had; 0 also when another process is at it. */
const relayBatch = (database: Database, subscribers: Subscribers): Promise<number> =>
  database.asSystem(async (tx) => {
    const lock = await tx.first<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(${relayLock}) as mine`,
    );
    if (!lock?.mine) return 0;
    const events = await findBatch(tx);
    if (events.length === 0) return 0;
    await place(tx, events);
    await addJobs(
      tx,
      events.flatMap((event) => subscribers.each.flatMap((subscriber) => subscriber(event))),
    );
    for (const subscriber of subscribers.batch) await subscriber(tx, events);
    tx.signal(positionsChannel);
    return events.length;
  });

/**
 * Events without a position, in the order of their insert: that of the versions within one subject. What one request
 * made of a subject is not torn apart, so that whoever follows it sees one change.
 */
async function findBatch(tx: Statements): Promise<StoredEvent[]> {
  const first = await tx.all<UnplacedEvent>(sql`
    select ${unplacedColumns} from events where position is null order by sequence limit ${batchSize}`);
  const last = first.at(-1);
  if (!last || first.length < batchSize) return first;
  const rest = await tx.all<UnplacedEvent>(sql`
    select ${unplacedColumns} from events join (
      select distinct * from unnest(${first.map((event) => event.organizationId)}::uuid[],
        ${first.map((event) => event.subjectId)}::text[], ${first.map((event) => event.requestId)}::text[])
    ) as act (organization_id, subject_id, request_id) using (organization_id, subject_id, request_id)
    where position is null and sequence > ${last.sequence} order by sequence`);
  return [...first, ...rest];
}

type UnplacedEvent = StoredEvent & { sequence: string; requestId: string };

const unplacedColumns = sql`
  organization_id as "organizationId", id, type, subject_id as "subjectId", version, payload,
  occurred_at as "occurredAt", request_id as "requestId", sequence`;

async function place(tx: Transaction, events: readonly StoredEvent[]): Promise<void> {
  const ids = events.map((event) => event.id);
  await tx.all(sql`
    with counter as (
      update event_positions set last = last + ${ids.length} returning last - ${ids.length} as before
    )
    update events set position = counter.before + placed.n
    from counter, unnest(${ids}::uuid[], ${events.map((event) => event.organizationId)}::uuid[])
      with ordinality as placed (id, organization_id, n)
    where events.organization_id = placed.organization_id and events.id = placed.id`);
}
