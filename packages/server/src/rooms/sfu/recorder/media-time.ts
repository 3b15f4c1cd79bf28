/** Beyond so many milliseconds a stream's own time and its packets' arrival tell of a pause, not of jitter. */
const largestDeviation = 1_000;

/** Milliseconds of arrivals from which the quickest is taken: it was held up least on its way. */
const window = 1_000;

/** Milliseconds by which the two are brought together after each window: no ear hears it, and no drift is faster. */
const step = 5;

/**
 * Milliseconds of a whole window beyond which the stream stood still meanwhile, though its clock does not say so: a
 * busy machine stops hearing. What follows comes later by as much.
 */
const standstill = 80;

/**
 * Gives the frames of one stream their time. Distances between frames are those of the sender's RTP clock, which knows
 * nothing of the network's jitter; where the clock stands, and that it drifts by no more than jitter over hours, is
 * read from when packets arrive. So all streams of a room are in step by one clock, that of the process.
 */
export class MediaTime {
  readonly #ticksPerMillisecond: number;
  #ticks: { last: number; unwrapped: number } | null = null;
  #offset = 0;
  #windowEnd = 0;
  #quickest = 0;
  #lastTime = Number.NEGATIVE_INFINITY;

  /** `clockRate` in ticks a second: 90,000 for pictures, 48,000 for sound. */
  constructor(clockRate: number) {
    this.#ticksPerMillisecond = clockRate / 1_000;
  }

  /** The time of a frame in milliseconds of the arrivals' clock; each later than the one before. */
  at(timestamp: number, arrivedAt: number): number {
    const elapsed = this.#unwrap(timestamp) / this.#ticksPerMillisecond;
    const isFirst = this.#lastTime === Number.NEGATIVE_INFINITY;
    if (isFirst || Math.abs(this.#offset + elapsed - arrivedAt) > largestDeviation)
      this.#begin(elapsed, arrivedAt);
    this.#approach(elapsed, arrivedAt);
    this.#lastTime = Math.max(Math.round(this.#offset + elapsed), this.#lastTime + 1);
    return this.#lastTime;
  }

  #begin(elapsed: number, arrivedAt: number): void {
    this.#offset = arrivedAt - elapsed;
    this.#windowEnd = arrivedAt + window;
    this.#quickest = this.#offset;
  }

  #approach(elapsed: number, arrivedAt: number): void {
    this.#quickest = Math.min(this.#quickest, arrivedAt - elapsed);
    if (arrivedAt < this.#windowEnd) return;
    const behind = this.#quickest - this.#offset;
    this.#offset += behind > standstill ? behind : Math.max(-step, Math.min(step, behind));
    this.#windowEnd = arrivedAt + window;
    this.#quickest = arrivedAt - elapsed;
  }

  /** RTP's 32 bits begin anew every half day. */
  #unwrap(timestamp: number): number {
    const ticks = this.#ticks;
    const unwrapped = ticks ? ticks.unwrapped + ((timestamp - ticks.last) | 0) : 0;
    this.#ticks = { last: timestamp, unwrapped };
    return unwrapped;
  }
}
