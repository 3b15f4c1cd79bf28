/** What a client's RTCP says that concerns us. */
export type Feedback =
  | { kind: "lost"; ssrc: number; sequences: number[] }
  | { kind: "key_frame"; ssrc: number }
  | { kind: "sender_report"; ssrc: number; ntpHigh: number; ntpLow: number; timestamp: number };

const senderReport = 200;
const receiverReport = 201;
const description = 202;
const transportFeedback = 205;
const payloadFeedback = 206;

/** Reads a compound packet; what is cut off or unknown is passed over (RFC 3550, RFC 4585, RFC 5104). */
export function readFeedback(compound: Buffer): Feedback[] {
  const found: Feedback[] = [];
  for (let at = 0; at + 4 <= compound.length; ) {
    const end = at + 4 + 4 * compound.readUInt16BE(at + 2);
    if (end > compound.length) break;
    found.push(...read(compound.subarray(at, end)));
    at = end;
  }
  return found;
}

function read(packet: Buffer): Feedback[] {
  const format = (packet[0] ?? 0) & 0x1f;
  const type = packet[1];
  if (type === senderReport && packet.length >= 28) {
    const [ssrc, ntpHigh, ntpLow, timestamp] = [4, 8, 12, 16].map((at) => packet.readUInt32BE(at));
    if (ssrc === undefined || ntpHigh === undefined || ntpLow === undefined || timestamp === undefined)
      return [];
    return [{ kind: "sender_report", ssrc, ntpHigh, ntpLow, timestamp }];
  }
  if (packet.length < 12) return [];
  const ssrc = packet.readUInt32BE(8);
  if (type === transportFeedback && format === 1) {
    return [{ kind: "lost", ssrc, sequences: readLost(packet) }];
  }
  if (type === payloadFeedback && format === 1) return [{ kind: "key_frame", ssrc }];
  if (type === payloadFeedback && format === 4) {
    const entries = Math.floor((packet.length - 12) / 8);
    return Array.from({ length: entries }, (_, index) => ({
      kind: "key_frame" as const,
      ssrc: packet.readUInt32BE(12 + index * 8),
    }));
  }
  return [];
}

function readLost(packet: Buffer): number[] {
  const sequences: number[] = [];
  for (let at = 12; at + 4 <= packet.length; at += 4) {
    const first = packet.readUInt16BE(at);
    const following = packet.readUInt16BE(at + 2);
    sequences.push(first);
    for (let bit = 0; bit < 16; bit += 1) {
      if ((following >> bit) & 1) sequences.push((first + bit + 1) & 0xffff);
    }
  }
  return sequences;
}

function packetOf(type: number, format: number, words: number[]): Buffer {
  const packet = Buffer.alloc(4 + words.length * 4);
  packet[0] = 0x80 | format;
  packet[1] = type;
  packet.writeUInt16BE(words.length, 2);
  for (const [index, word] of words.entries()) packet.writeUInt32BE(word >>> 0, 4 + index * 4);
  return packet;
}

export interface ReceptionReport {
  ssrc: number;
  /** Of 256. */
  fractionLost: number;
  /** 24 bits, not below 0 here. */
  packetsLost: number;
  highestSequence: number;
  jitter: number;
  lastSenderReport: number;
  /** 1/65536 s. */
  delaySinceSenderReport: number;
}

export function writeReceiverReport(sender: number, reports: readonly ReceptionReport[]): Buffer {
  const words = reports.flatMap((report) => [
    report.ssrc,
    ((report.fractionLost & 0xff) << 24) | Math.min(report.packetsLost, 0x7fffff),
    report.highestSequence,
    report.jitter,
    report.lastSenderReport,
    report.delaySinceSenderReport,
  ]);
  return packetOf(receiverReport, reports.length, [sender, ...words]);
}

export function writeSenderReport(
  report: {
    ssrc: number;
    ntpHigh: number;
    ntpLow: number;
    timestamp: number;
    packets: number;
    bytes: number;
  },
  cname: string,
): Buffer {
  const { ssrc, ntpHigh, ntpLow, timestamp, packets, bytes } = report;
  const item = Buffer.from(cname, "utf8");
  const chunk = Buffer.alloc(Math.ceil((4 + 2 + item.length + 1) / 4) * 4);
  chunk.writeUInt32BE(ssrc, 0);
  chunk[4] = 1;
  chunk[5] = item.length;
  item.copy(chunk, 6);
  const words = Array.from({ length: chunk.length / 4 }, (_, index) => chunk.readUInt32BE(index * 4));
  return Buffer.concat([
    packetOf(senderReport, 0, [ssrc, ntpHigh, ntpLow, timestamp, packets, bytes]),
    packetOf(description, 1, words),
  ]);
}

export function writeKeyFrameRequest(sender: number, ssrc: number): Buffer {
  return packetOf(payloadFeedback, 1, [sender, ssrc]);
}

/** Asks for lost packets again: each word names one and the sixteen after it. `sequences` in ascending order. */
export function writeLost(sender: number, ssrc: number, sequences: readonly number[]): Buffer {
  const words: number[] = [];
  let first = -1;
  let following = 0;
  for (const sequence of sequences) {
    const distance = (sequence - first - 1) & 0xffff;
    if (first >= 0 && distance < 16) {
      following |= 1 << distance;
      continue;
    }
    if (first >= 0) words.push((first << 16) | following);
    first = sequence & 0xffff;
    following = 0;
  }
  if (first >= 0) words.push((first << 16) | following);
  return packetOf(transportFeedback, 1, [sender, ssrc, ...words]);
}

/** Receiver's estimate of the maximum bit rate (draft-alvestrand-rmcat-remb): what all these streams may send at most. */
export function writeBitrateLimit(sender: number, ssrcs: readonly number[], bitsPerSecond: number): Buffer {
  let exponent = 0;
  let mantissa = Math.floor(bitsPerSecond);
  while (mantissa > 0x3ffff) {
    mantissa = Math.floor(mantissa / 2);
    exponent += 1;
  }
  const remb = Buffer.from("REMB").readUInt32BE(0);
  return packetOf(payloadFeedback, 15, [
    sender,
    0,
    remb,
    ((ssrcs.length & 0xff) << 24) | (exponent << 18) | mantissa,
    ...ssrcs,
  ]);
}
