/** Milliseconds: however many ask, a publisher makes at most one key frame in this time. */
export const keyFramePause = 500;

/** Hands on requests for key frames: the first at once, those that follow closely together at the end of the pause. */
export class KeyFrameRequests {
  private readonly ask: () => void;
  private askedAt = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | null = null;

  constructor(ask: () => void) {
    this.ask = ask;
  }

  request(): void {
    if (this.timer) return;
    const wait = this.askedAt + keyFramePause - performance.now();
    if (wait <= 0) this.now();
    else this.timer = setTimeout(() => this.now(), wait);
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private now(): void {
    this.timer = null;
    this.askedAt = performance.now();
    this.ask();
  }
}
