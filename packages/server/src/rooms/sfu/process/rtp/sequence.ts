/**
 * Follows a 16-bit counter over its wraps (RFC 3711, 3.3.1). Extended numbers begin at 65536, so that there is room
 * for what comes late.
 */
export class Sequence {
  /** Highest seen; -1 before the first. */
  highest = -1;

  /** The extended number that this value most probably means. Changes nothing. */
  extend(value: number): number {
    if (this.highest < 0) return 0x1_0000 + value;
    const candidate = this.highest - (this.highest % 0x1_0000) + value;
    if (candidate - this.highest > 0x8000) return candidate - 0x1_0000;
    return this.highest - candidate > 0x8000 ? candidate + 0x1_0000 : candidate;
  }

  note(extended: number): void {
    if (extended > this.highest) this.highest = extended;
  }
}

/** How often the counter has wrapped at this extended number. */
export const rolloverOf = (extended: number): number => Math.max(0, Math.floor(extended / 0x1_0000) - 1);
