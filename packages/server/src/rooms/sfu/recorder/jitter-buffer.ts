/** What the recorder reads of an RTP packet; a werift RtpPacket is one. */
export interface MediaPacket {
  header: { sequenceNumber: number; timestamp: number; marker: boolean; ssrc: number };
  /** Without padding; empty where the packet was nothing else. */
  payload: Buffer;
}

/** A packet in its turn. */
export interface OrderedPacket {
  packet: MediaPacket;
  /** When it came, in milliseconds. */
  arrivedAt: number;
  /** Packets before it never came. */
  followsGap: boolean;
}

/** Milliseconds for which a missing packet is waited for: the media process asks for it again meanwhile. */
const patience = 500;

/** Packets that wait at most; beyond, the missing one is given up. About three seconds of video. */
const mostWaiting = 1_000;

/** A sequence number this far off is another sequence, not a late or an early packet of the same. */
const largestJump = 3_000;

/** Hands one stream's packets on in their order: waits for missing ones, drops repeats, and gives up what is lost. */
export class JitterBuffer {
  readonly #waiting = new Map<number, { packet: MediaPacket; arrivedAt: number }>();
  #next: number | null = null;
  #ssrc: number | null = null;
  #followsGap = false;

  /** Takes a packet, and answers those whose turn it is. */
  push(packet: MediaPacket, now: number): OrderedPacket[] {
    const { sequenceNumber, ssrc } = packet.header;
    if (this.#next === null || ssrc !== this.#ssrc) this.#begin(sequenceNumber, ssrc);
    const ahead = distance(this.#next ?? sequenceNumber, sequenceNumber);
    if (Math.abs(ahead) > largestJump) this.#begin(sequenceNumber, ssrc);
    else if (ahead < 0) return [];
    this.#waiting.set(sequenceNumber, { packet, arrivedAt: now });
    return this.take(now);
  }

  /** Those whose turn it is now, after what did not come in time was given up. */
  take(now: number): OrderedPacket[] {
    const ready: OrderedPacket[] = [];
    this.#takeReady(ready);
    while (this.#waiting.size > 0 && (this.#waiting.size > mostWaiting || this.#oldest() + patience <= now)) {
      this.#skip();
      this.#takeReady(ready);
    }
    return ready;
  }

  #begin(sequenceNumber: number, ssrc: number): void {
    this.#followsGap = this.#next !== null;
    this.#waiting.clear();
    this.#next = sequenceNumber;
    this.#ssrc = ssrc;
  }

  #takeReady(ready: OrderedPacket[]): void {
    for (let next = this.#next ?? 0; ; next = (next + 1) & 0xffff) {
      const entry = this.#waiting.get(next);
      this.#next = next;
      if (!entry) return;
      this.#waiting.delete(next);
      ready.push({ ...entry, followsGap: this.#followsGap });
      this.#followsGap = false;
    }
  }

  #oldest(): number {
    let oldest = Number.POSITIVE_INFINITY;
    for (const { arrivedAt } of this.#waiting.values()) oldest = Math.min(oldest, arrivedAt);
    return oldest;
  }

  /** Goes on with the first packet after the gap. */
  #skip(): void {
    const from = this.#next ?? 0;
    let nearest = Number.POSITIVE_INFINITY;
    for (const sequenceNumber of this.#waiting.keys())
      nearest = Math.min(nearest, distance(from, sequenceNumber));
    this.#next = (from + nearest) & 0xffff;
    this.#followsGap = true;
  }
}

/** How far `to` is after `from`, of 16-bit numbers that begin anew; negative where it is before. */
const distance = (from: number, to: number): number => ((to - from + 0x18000) & 0xffff) - 0x8000;
