import type { Database } from "#database/tenancy.ts";
import { type Announcement, announcementsChannel } from "#events/announce.ts";
import type { Announcer, Broadcaster } from "#events/broadcast.ts";
import { positionsChannel } from "#events/relay.ts";
import type { Clock } from "#kernel/clock.ts";
import { resyncEvent } from "#kernel/event-stream.ts";
import type { Realtime } from "./port.ts";
import { replay } from "./replay.ts";
import { createSeats, type Place } from "./seats.ts";
import { createTail } from "./tail.ts";
import { createTurns } from "./turns.ts";

/** One open stream. */
interface Reader {
  /** Takes the bytes of one event or several. */
  receive(chunk: Buffer): void;
  /** Resolves once it has passed on what it took, or is gone. */
  ready(): Promise<void>;
  /** Whether nobody reads any more. */
  isGone(): boolean;
}

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
  const turns = createTurns();
  const tail = createTail({
    database,
    onEvent: (event) =>
      seats.hand({
        organizationId: event.organizationId,
        event,
        tell: () => broadcasters.flatMap((broadcaster) => broadcaster(event)),
      }),
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
  return {
    async join(place, lastEventId, open) {
      joined += 1;
      let leaveSeat = () => {};
      const leave = once(() => {
        leaveSeat();
        joined -= 1;
        if (joined === 0) tail.rest();
      });
      try {
        await tail.start();
        // From here to the seat in one go: no event comes between.
        const reader = open();
        const after = tail.position() ?? 0;
        const line = createLine(reader, after, lastEventId !== null);
        leaveSeat = seats.take(place, line.seat);
        if (lastEventId === null) return leave;
        const now = options.clock();
        const from = { lastEventId, until: after, now };
        line.release(await replay({ database: missed, turns, broadcasters, place, reader, ...from }));
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

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}

/** Events that wait behind what a reader missed; with more of them it is told to read anew. */
const mostWaiting = 1_000;

/** A reader's seat. What comes while it is still brought up to date waits until it is released. */
function createLine(reader: Reader, after: number, isWaiting: boolean) {
  const waiting: { chunk: Buffer; position: number | null }[] = [];
  const seat = {
    after,
    take(chunk: Buffer, position: number | null) {
      if (!isWaiting) reader.receive(chunk);
      else if (reader.isGone()) waiting.length = 0;
      else if (waiting.length <= mostWaiting) waiting.push({ chunk, position });
    },
  };
  return {
    seat,
    /** Goes on after this position; null where it is not known what the reader has missed. */
    release(from: number | null) {
      isWaiting = false;
      seat.after = Math.max(after, from ?? after);
      if (from === null || waiting.length > mostWaiting) reader.receive(resyncEvent);
      if (waiting.length > mostWaiting) return;
      for (const { chunk, position } of waiting) {
        if (position === null || position > seat.after) reader.receive(chunk);
      }
    },
  };
}
