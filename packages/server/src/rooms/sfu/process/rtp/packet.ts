/** What forwarding needs to know of an RTP packet (RFC 3550, 5.1). The payload is without padding. */
export interface Packet {
  payloadType: number;
  marker: boolean;
  /** 16 bits. */
  sequence: number;
  /** 32 bits, in ticks of the codec's clock. */
  timestamp: number;
  ssrc: number;
  payload: Buffer;
  /** Value of the extension that names the media section, where it is there. */
  mid: string | null;
}

/** How long the header is, extensions included; null when it is no RTP or cut off. */
export function headerLengthOf(packet: Buffer): number | null {
  if (packet.length < 12 || (packet[0] ?? 0) >> 6 !== 2) return null;
  const first = packet[0] ?? 0;
  let length = 12 + 4 * (first & 0x0f);
  if (first & 0x10) {
    if (packet.length < length + 4) return null;
    length += 4 + 4 * packet.readUInt16BE(length + 2);
  }
  return length <= packet.length ? length : null;
}

/** Reads an unprotected packet. Null when its padding says more than there is. */
export function readPacket(packet: Buffer, headerLength: number, midExtension: number | null): Packet | null {
  const first = packet[0] ?? 0;
  const second = packet[1] ?? 0;
  const padding = first & 0x20 ? (packet[packet.length - 1] ?? 0) : 0;
  if (headerLength + padding > packet.length) return null;
  return {
    payloadType: second & 0x7f,
    marker: (second & 0x80) !== 0,
    sequence: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    ssrc: packet.readUInt32BE(8),
    payload: packet.subarray(headerLength, packet.length - padding),
    mid: midExtension !== null && first & 0x10 ? readMid(packet, headerLength, midExtension) : null,
  };
}

/** One-byte and two-byte extensions (RFC 8285). */
function readMid(packet: Buffer, headerLength: number, wanted: number): string | null {
  let at = 12 + 4 * ((packet[0] ?? 0) & 0x0f);
  const isOneByte = packet.readUInt16BE(at) === 0xbede;
  at += 4;
  while (at < headerLength) {
    const byte = packet[at] ?? 0;
    if (byte === 0) {
      at += 1;
      continue;
    }
    const id = isOneByte ? byte >> 4 : byte;
    const length = isOneByte ? (byte & 0x0f) + 1 : (packet[at + 1] ?? 0);
    const start = at + (isOneByte ? 1 : 2);
    if (id === wanted) return packet.toString("utf8", start, Math.min(start + length, headerLength));
    at = start + length;
  }
  return null;
}

/** Twelve bytes, no extensions: everything that a receiver needs is in the SDP. */
export function writeHeader(
  packet: Pick<Packet, "payloadType" | "marker" | "timestamp" | "ssrc">,
  sequence: number,
): Buffer {
  const header = Buffer.allocUnsafe(12);
  header[0] = 0x80;
  header[1] = (packet.marker ? 0x80 : 0) | packet.payloadType;
  header.writeUInt16BE(sequence & 0xffff, 2);
  header.writeUInt32BE(packet.timestamp >>> 0, 4);
  header.writeUInt32BE(packet.ssrc, 8);
  return header;
}

/** Whether a VP8 payload begins a key frame (RFC 7741, 4.2 and 4.3). */
export function beginsKeyFrame(payload: Buffer): boolean {
  const first = payload[0];
  if (first === undefined || (first & 0x17) !== 0x10) return false;
  let at = 1;
  if (first & 0x80) {
    const extension = payload[at] ?? 0;
    at += 1;
    if (extension & 0x80) at += (payload[at] ?? 0) & 0x80 ? 2 : 1;
    if (extension & 0x40) at += 1;
    if (extension & 0x30) at += 1;
  }
  const header = payload[at];
  return header !== undefined && (header & 1) === 0;
}
