import type { Database, Transaction } from "#database/tenancy.ts";
import type { Broadcaster } from "#events/broadcast.ts";
import { findPosition, type PlacedEvent, readEventsOf } from "#events/log.ts";
import { days, plus } from "#kernel/clock.ts";
import { formatEvent } from "#kernel/event-stream.ts";
import { isUuid } from "#kernel/ids.ts";
import type { Place } from "./seats.ts";
import type { Turns } from "./turns.ts";

interface Replay {
  database: Database;
  broadcasters: readonly Broadcaster[];
  place: Place;
  /** What the reader has seen last. */
  lastEventId: string;
  /** The position up to which the reader is to be brought. */
  until: number;
  now: Date;
  turns: Turns;
  /** Gets the bytes of some events; the next are read once it has passed them on. */
  reader: { receive(chunk: Buffer): void; ready(): Promise<void>; isGone(): boolean };
}

/** How far back a reader is brought up to date, rather than told to read anew: events of its topic, and of all. */
const mostMatching = 1_000;
const mostScanned = 5_000;
const oldest = days(1);

/** Events in one read. */
const batchSize = 250;

/**
 * Passes on what a reader has missed, in order. Answers the position from which on everything is new to it, or null
 * where that is more than it gets, or nobody knows what it has seen: it has to read anew what it shows. Where the
 * reader is gone nothing more is read for it, and the answer says nothing.
 */
export async function replay(options: Replay): Promise<number | null> {
  const { place, lastEventId, until, reader } = options;
  const { organizationId } = place;
  const seen = isUuid(lastEventId)
    ? await read(options, (tx) => findPosition(tx, organizationId, lastEventId))
    : null;
  if (seen === null) return null;
  let [after, scanned, matching] = [seen, 0, 0];
  while (after < until) {
    const from = { after, until, limit: batchSize };
    const events = await read(options, (tx) => readEventsOf(tx, organizationId, from));
    if (events === null) return null;
    const chunks = events.flatMap((event) => chunksOf(options, event));
    scanned += events.length;
    matching += chunks.length;
    if (chunks.includes(null) || scanned > mostScanned || matching > mostMatching) return null;
    if (chunks.length > 0) reader.receive(Buffer.concat(chunks as Buffer[]));
    await reader.ready();
    after = events.length === batchSize ? (events.at(-1)?.position ?? until) : until;
  }
  return Math.max(seen, until);
}

/** Reads when it is the organization's turn, which nobody holds while a slow reader takes what was read. Null for nobody. */
const read = <T>(
  { database, turns, place: { organizationId }, reader }: Replay,
  work: (tx: Transaction) => Promise<T>,
): Promise<T | null> =>
  turns.take(organizationId, async () => (reader.isGone() ? null : database.asTenant(organizationId, work)));

/** What the topic's readers are told of the event; null where it is too long ago. */
function chunksOf({ broadcasters, place, now }: Replay, event: PlacedEvent): (Buffer | null)[] {
  const told = broadcasters.flatMap((tell) => tell(event)).filter(({ topic }) => topic === place.topic);
  if (event.occurredAt < plus(now, -oldest)) return told.map(() => null);
  return told.map(({ name, data }) => formatEvent({ id: event.id, name, data }));
}
