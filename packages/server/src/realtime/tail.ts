import type { Database } from "#database/tenancy.ts";
import { lastPosition, type PlacedEvent, readEvents } from "#events/log.ts";

interface Options {
  database: Database;
  /** Told, before the first event after a start, from which position on all are handed on. */
  onStart: (position: number) => void;
  /** Gets each new event once, in order; says to how many it was handed. */
  onEvent: (event: PlacedEvent) => number;
  /** Told when new events could not be read; it tries again at the next look. */
  onFault: (fault: unknown) => void;
}

/** The end of the events, read as it grows. */
export interface Tail {
  /** Begins with what comes from now on, where it does not read already. */
  start(): Promise<void>;
  /** Reads nothing until it is started again. */
  rest(): void;
  /** Says that there may be new events. */
  wake(): void;
  /** Up to where it has handed on; null while it rests. */
  position(): number | null;
  stop(): void;
}

/** Events in one read. */
const batchSize = 500;

/** Milliseconds after which it looks without having been woken: what a lost wake-up spoke of. */
const lookEvery = 1_000;

/** So many readers are handed an event before all else in this process gets its turn. */
const handedInARow = 1_000;

/** Follows the events of all organizations by their positions, which have no gaps and never come late. */
export function createTail({ database, onStart, onEvent, onFault }: Options): Tail {
  /** Null while it rests. */
  let position: number | null = null;
  let starting: Promise<void> | null = null;
  let isReading = false;
  let isWoken = false;

  async function wake(): Promise<void> {
    isWoken = true;
    if (isReading) return;
    isReading = true;
    try {
      while (isWoken && position !== null) {
        isWoken = false;
        while ((await readBatch(position)) === batchSize);
      }
    } catch (fault) {
      onFault(fault);
    } finally {
      isReading = false;
    }
  }

  async function readBatch(after: number): Promise<number> {
    const events = await database.asSystem((tx) => readEvents(tx, after, batchSize));
    let handed = 0;
    for (const event of events) {
      if (position === null) return 0;
      // It was at rest in between, and has started again further on.
      if (event.position <= position) continue;
      position = event.position;
      handed += onEvent(event);
      if (handed < handedInARow) continue;
      handed = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
    return events.length;
  }

  async function begin(): Promise<void> {
    const last = await database.asSystem(lastPosition);
    onStart(last);
    position = last;
  }
  const rest = () => {
    position = null;
    starting = null;
  };
  const looking = setInterval(wake, lookEvery);
  return {
    async start() {
      starting ??= begin();
      await starting;
    },
    rest,
    wake,
    position: () => position,
    stop() {
      clearInterval(looking);
      rest();
    },
  };
}
