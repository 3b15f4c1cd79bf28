import { resyncEvent } from "#kernel/event-stream.ts";

/** One open stream. */
export interface Reader {
  /** Takes the bytes of one event or several. */
  receive(chunk: Buffer): void;
  /** Resolves once it has passed on what it took, or is gone. */
  ready(): Promise<void>;
  /** Whether nobody reads any more. */
  isGone(): boolean;
}

/** What came while its reader was brought up to date; its position is null where it is not stored. */
interface Waiting {
  chunk: Buffer;
  position: number | null;
}

/** Events that wait behind what a reader missed; with more of them it is told to read anew. */
const mostWaiting = 1_000;

/**
 * A reader's place in the audience of a topic. What comes while it is still brought up to date waits until it is
 * released. A class, because there are as many of them as readers: one object for each, without functions of its own.
 */
export class Seat {
  readonly #reader: Reader;
  /** It has all events up to this position, or does not want them. */
  #after: number;
  #waiting: Waiting[] | null;

  constructor(reader: Reader, after: number, isWaiting: boolean) {
    this.#reader = reader;
    this.#after = after;
    this.#waiting = isWaiting ? [] : null;
  }

  /** Takes an event's bytes; its position is null where it is not stored. Says whether it was new to the reader. */
  take(chunk: Buffer, position: number | null): boolean {
    if (position !== null && position <= this.#after) return false;
    const waiting = this.#waiting;
    if (waiting === null) this.#reader.receive(chunk);
    else if (this.#reader.isGone()) waiting.length = 0;
    else if (waiting.length <= mostWaiting) waiting.push({ chunk, position });
    return true;
  }

  /** Goes on after this position; null where it is not known what the reader has missed. */
  release(from: number | null): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    this.#after = Math.max(this.#after, from ?? 0);
    if (from === null || waiting.length > mostWaiting) this.#reader.receive(resyncEvent);
    if (waiting.length > mostWaiting) return;
    for (const { chunk, position } of waiting) this.take(chunk, position);
  }
}
