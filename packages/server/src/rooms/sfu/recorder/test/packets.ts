import type { MediaPacket } from "../jitter-buffer.ts";

/** A stream of packets as a publisher sends them, each picture in three packets, each sound in one. */
export class PacketMaker {
  readonly #kind: "audio" | "video";
  readonly #ssrc: number;
  #sequenceNumber: number;
  #timestamp: number;

  constructor(
    kind: "audio" | "video",
    { ssrc = 1, sequenceNumber = 65_500, timestamp = 4_294_960_000 } = {},
  ) {
    this.#kind = kind;
    this.#ssrc = ssrc;
    this.#sequenceNumber = sequenceNumber;
    this.#timestamp = timestamp;
  }

  /** Lets the sender's clock go on without a frame. */
  pause(milliseconds: number): void {
    this.#timestamp = (this.#timestamp + milliseconds * this.#ticks) % 2 ** 32;
  }

  /** The packets of the next frame, and `milliseconds` until the one after it. */
  frame(milliseconds: number, { isKey = false, size = 300 } = {}): MediaPacket[] {
    const payloads = this.#kind === "audio" ? [sound(size)] : picture(isKey, size);
    const packets = payloads.map((payload, n) => this.#packet(payload, n === payloads.length - 1));
    this.pause(milliseconds);
    return packets;
  }

  /** What senders probe the network with. */
  padding(): MediaPacket {
    return this.#packet(Buffer.alloc(0), false);
  }

  get #ticks(): number {
    return this.#kind === "audio" ? 48 : 90;
  }

  #packet(payload: Buffer, marker: boolean): MediaPacket {
    const header = {
      sequenceNumber: this.#sequenceNumber,
      timestamp: this.#timestamp,
      marker,
      ssrc: this.#ssrc,
    };
    this.#sequenceNumber = (this.#sequenceNumber + 1) & 0xffff;
    return { header, payload };
  }
}

/** Opus: one frame of 20 ms; what follows its first byte is nobody's business here. */
const sound = (size: number): Buffer => Buffer.alloc(size, 0xfc);

/** VP8 (RFC 6386, 9.1) in three parts, each behind a descriptor with a picture id of 15 bits (RFC 7741, 4.2). */
function picture(isKey: boolean, size: number): Buffer[] {
  const frame = Buffer.alloc(size, isKey ? 0x11 : 0x22);
  frame.writeUInt8(isKey ? 0x10 : 0x11, 0);
  if (isKey) Buffer.from([0x9d, 0x01, 0x2a, 64, 0, 48, 0]).copy(frame, 3);
  const third = Math.ceil(size / 3);
  return [0, 1, 2].map((n) => {
    const descriptor = Buffer.from([n === 0 ? 0x90 : 0x80, 0x80, 0x80 | 0x12, 0x34]);
    return Buffer.concat([descriptor, frame.subarray(n * third, (n + 1) * third)]);
  });
}
