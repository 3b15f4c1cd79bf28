/** Milliseconds: lets packets that merely overtook each other arrive. */
const patience = 15;
/** Milliseconds between two requests for the same packet: about a round trip. */
const pause = 60;
const mostRequests = 8;
/** With more than this missing, asking is no repair; the receivers ask for a key frame. */
const mostMissing = 400;

interface Hole {
  since: number;
  askedAt: number;
  requests: number;
}

/** Which packets of a stream have not come, and when to ask for them again. Its timer runs only while some are missing. */
export class Missing {
  private readonly holes = new Map<number, Hole>();
  private readonly ask: (sequences: number[]) => void;
  private timer: NodeJS.Timeout | null = null;

  /** `ask` gets 16-bit sequence numbers in ascending order of the stream. */
  constructor(ask: (sequences: number[]) => void) {
    this.ask = ask;
  }

  /** A packet came; `highest` is the highest extended number before it, -1 for none. */
  note(highest: number, extended: number): void {
    this.holes.delete(extended);
    if (highest < 0 || extended <= highest + 1) return;
    if (extended - highest > mostMissing) {
      this.holes.clear();
      return;
    }
    const now = performance.now();
    for (let lost = highest + 1; lost < extended; lost += 1) {
      this.holes.set(lost, { since: now, askedAt: 0, requests: 0 });
    }
    if (this.holes.size > mostMissing) this.holes.clear();
    this.schedule();
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.holes.clear();
  }

  private schedule(): void {
    if (this.timer || this.holes.size === 0) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.askAgain(performance.now());
      this.schedule();
    }, patience);
  }

  private askAgain(now: number): void {
    const due: number[] = [];
    for (const [sequence, hole] of this.holes) {
      if (hole.requests >= mostRequests) {
        this.holes.delete(sequence);
      } else if (now - hole.since >= patience - 1 && now - hole.askedAt >= pause) {
        hole.askedAt = now;
        hole.requests += 1;
        due.push(sequence);
      }
    }
    if (due.length > 0) this.ask(due.sort((a, b) => a - b).map((sequence) => sequence % 0x1_0000));
  }
}
