import type { OrderedPacket } from "./jitter-buffer.ts";

/** A picture as it was encoded. */
export interface Vp8Frame {
  data: Buffer;
  timestamp: number;
  /** When its first packet came, in milliseconds. */
  arrivedAt: number;
  isKey: boolean;
  /** In pixels; of key frames alone, for no other frame says it. */
  size: { width: number; height: number } | null;
}

interface Unfinished {
  parts: Buffer[];
  timestamp: number;
  arrivedAt: number;
}

/**
 * Puts VP8 pictures together from packets in their order (RFC 7741). After a gap nothing is let through until the next
 * key frame: a picture made from others that are missing shows what never was.
 */
export class Vp8Assembler {
  #unfinished: Unfinished | null = null;
  #needsKeyFrame = true;

  /** Nothing comes out before a key frame comes in. */
  get needsKeyFrame(): boolean {
    return this.#needsKeyFrame;
  }

  push({ packet, arrivedAt, followsGap }: OrderedPacket): Vp8Frame | null {
    if (followsGap) this.#lose();
    // Padding alone, by which senders probe the network.
    if (packet.payload.length === 0) return null;
    const part = readPart(packet.payload);
    if (!part) {
      this.#lose();
      return null;
    }
    const { timestamp, marker } = packet.header;
    if (part.isFirst) this.#unfinished = { parts: [], timestamp, arrivedAt };
    else if (this.#unfinished?.timestamp !== timestamp) this.#lose();
    this.#unfinished?.parts.push(part.data);
    return marker ? this.#finish() : null;
  }

  #lose(): void {
    this.#unfinished = null;
    this.#needsKeyFrame = true;
  }

  #finish(): Vp8Frame | null {
    const unfinished = this.#unfinished;
    this.#unfinished = null;
    if (!unfinished) return null;
    const data = Buffer.concat(unfinished.parts);
    const size = keyFrameSize(data);
    if (size) this.#needsKeyFrame = false;
    else if (this.#needsKeyFrame) return null;
    const { timestamp, arrivedAt } = unfinished;
    return { data, timestamp, arrivedAt, isKey: size !== null, size };
  }
}

/** The payload behind its descriptor (RFC 7741, 4.2); null where it is none. */
function readPart(payload: Buffer): { data: Buffer; isFirst: boolean } | null {
  const first = payload[0] ?? 0;
  let offset = 1;
  if (first & 0x80) {
    const extensions = payload[offset++] ?? 0;
    if (extensions & 0x80) offset += (payload[offset] ?? 0) & 0x80 ? 2 : 1;
    if (extensions & 0x40) offset += 1;
    if (extensions & 0x30) offset += 1;
  }
  if (offset >= payload.length) return null;
  return { data: payload.subarray(offset), isFirst: (first & 0x10) !== 0 && (first & 0x07) === 0 };
}

/** Of a key frame (RFC 6386, 9.1); null for every other one. */
function keyFrameSize(data: Buffer): { width: number; height: number } | null {
  if (data.length < 10 || (data.readUInt8(0) & 1) !== 0 || data.readUIntBE(3, 3) !== 0x9d012a) return null;
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
}
