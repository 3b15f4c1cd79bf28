import type { Database } from "#database/tenancy.ts";
import { type Announcement, announcementsChannel } from "#events/announce.ts";
import type { Announcer, Broadcaster } from "#events/broadcast.ts";
import { positionsChannel } from "#events/relay.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Realtime } from "./port.ts";
import { createReads } from "./reads.ts";
import { createRecent } from "./recent.ts";
import { replay } from "./replay.ts";
import { type Reader, Seat } from "./seat.ts";
import { createSeats, type Place } from "./seats.ts";
import { createTail } from "./tail.ts";

export interface Hub {
  /**
   * Opens a reader and hands it what happens from this moment on, and before it what it has missed since the event
   * that it saw last: with no gap and nothing twice. Where it missed too much it is told to `resync`. Answers, once
   * it has caught up or is gone, what takes it away again. Throws, when nothing can be read, before it opens the reader.
   */
  join(place: Place, lastEventId: string | null, open: () => Reader): Promise<() => void>;
  /** How many read, and the position up to which this process has handed on; null while nobody reads. */
  state(): { streams: number; position: number | null };
  stop(): void;
}

interface Options {
  /** Where new events are read, on a connection that nothing else is waited for on: all readers wait for it. */
  database: Database;
  /** Where what single readers have missed is read. */
  missed: Database;
  realtime: Realtime;
  broadcasters: readonly Broadcaster[];
  announcers: readonly Announcer[];
  clock: Clock;
  /** Told when new events could not be read; it tries again at the next look. */
  onFault: (fault: unknown) => void;
}

/**
 * Hands on what happens to whoever reads of it in this process: new events are read once for all readers, and each is
 * formatted once for all readers of a topic. While nobody reads, nothing is read.
 */
export function createHub(options: Options): Hub {
  const { database, missed, realtime, broadcasters, announcers, onFault } = options;
  const seats = createSeats();
  const recent = createRecent();
  const reads = createReads(missed);
  const tail = createTail({
    database,
    onStart: recent.begin,
    onEvent(event) {
      recent.add(event);
      return seats.hand({
        organizationId: event.organizationId,
        event,
        tell: () => broadcasters.flatMap((broadcaster) => broadcaster(event)),
      });
    },
    onFault,
  });
  realtime.subscribe(positionsChannel, { onMessage: tail.wake, onConnected: tail.wake });
  realtime.subscribe(announcementsChannel, {
    onMessage(message) {
      try {
        const announcement: Announcement = JSON.parse(message);
        const tell = () => announcers.flatMap((announcer) => announcer(announcement));
        seats.hand({ organizationId: announcement.organizationId, event: null, tell });
      } catch (fault) {
        onFault(fault);
      }
    },
  });
  let joined = 0;
  /** Answers what takes a reader away who has joined. Apart, so that it refers to nothing of how they did. */
  const leaving = (place: Place, seat: Seat | null) => {
    let isGone = false;
    return () => {
      if (isGone) return;
      isGone = true;
      if (seat) seats.leave(place, seat);
      joined -= 1;
      if (joined === 0) tail.rest();
    };
  };
  return {
    async join(place, lastEventId, open) {
      joined += 1;
      let leave = leaving(place, null);
      try {
        await tail.start();
        // From here to the seat in one go: no event comes between.
        const reader = open();
        const until = tail.position() ?? 0;
        const seat = new Seat(reader, until, lastEventId !== null);
        seats.take(place, seat);
        leave = leaving(place, seat);
        if (lastEventId === null) return leave;
        const from = { lastEventId, until, now: options.clock() };
        seat.release(await replay({ recent, reads, broadcasters, place, reader, ...from }));
        return leave;
      } catch (fault) {
        leave();
        throw fault;
      }
    },
    state: () => ({ streams: joined, position: tail.position() }),
    stop: tail.stop,
  };
}
