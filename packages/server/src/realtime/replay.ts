import type { Broadcaster } from "#events/broadcast.ts";
import { findPosition, type PlacedEvent, readEventsOf } from "#events/log.ts";
import { days, plus } from "#kernel/clock.ts";
import { formatEvent } from "#kernel/event-stream.ts";
import { isUuid } from "#kernel/ids.ts";
import type { Reads } from "./reads.ts";
import type { Recent } from "./recent.ts";
import type { Reader } from "./seat.ts";
import type { Place } from "./seats.ts";

interface Replay {
  recent: Recent;
  reads: Reads;
  broadcasters: readonly Broadcaster[];
  place: Place;
  /** What the reader has seen last. */
  lastEventId: string;
  /** The position up to which the reader is to be brought. */
  until: number;
  now: Date;
  /** Gets the bytes of some events; the next are read once it has passed them on. */
  reader: Reader;
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
  const { lastEventId, until, reader } = options;
  const seen = await positionOf(options, lastEventId);
  if (seen === null) return null;
  let [after, scanned, matching] = [seen, 0, 0];
  while (after < until) {
    const events = await eventsAfter(options, after);
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

/** The position of the event that was seen last; null where nobody knows it, or its reader is gone. */
function positionOf(
  { recent, reads, place, reader }: Replay,
  id: string,
): Promise<number | null> | number | null {
  const { organizationId } = place;
  if (!isUuid(id)) return null;
  return (
    recent.positionOf(organizationId, id) ??
    reads.make({ organizationId, name: id, reader }, (tx) => findPosition(tx, organizationId, id))
  );
}

/** The organization's next events, of which there are more where they are `batchSize`; null where the reader is gone. */
async function eventsAfter(
  { recent, reads, place, reader, until }: Replay,
  after: number,
): Promise<PlacedEvent[] | null> {
  const { organizationId } = place;
  const known = recent.between(organizationId, after, until);
  if (known) return known.slice(0, batchSize);
  const range = { after, until, limit: batchSize };
  return reads.make({ organizationId, name: `${after} ${until}`, reader }, (tx) =>
    readEventsOf(tx, organizationId, range),
  );
}

/** What the topic's readers are told of the event; null where it is too long ago. */
function chunksOf({ broadcasters, place, now }: Replay, event: PlacedEvent): (Buffer | null)[] {
  const told = broadcasters.flatMap((tell) => tell(event)).filter(({ topic }) => topic === place.topic);
  if (event.occurredAt < plus(now, -oldest)) return told.map(() => null);
  return told.map(({ name, data }) => formatEvent({ id: event.id, name, data }));
}
