import type { Packet } from "../rtp/packet.ts";
import type { Feedback, ReceptionReport } from "../rtp/rtcp.ts";
import { Sequence } from "../rtp/sequence.ts";
import { Missing } from "./missing.ts";

/** One SSRC of a publisher: its counters for receiver reports, and what of it is missing. */
export class IncomingStream {
  readonly ssrc: number;
  private readonly clockRate: number;
  private readonly sequence = new Sequence();
  private first = -1;
  private received = 0;
  private lastTransit: number | null = null;
  private jitter = 0;
  private reportedExpected = 0;
  private reportedReceived = 0;
  private senderReport: { middle: number; at: number } | null = null;
  readonly missing: Missing | null;

  /** `ask` is called with what is to be sent again; null where lost packets are not asked for. */
  constructor(ssrc: number, clockRate: number, ask: ((sequences: number[]) => void) | null) {
    this.ssrc = ssrc;
    this.clockRate = clockRate;
    this.missing = ask ? new Missing(ask) : null;
  }

  /** Notes a packet that came at `now` (ms, performance.now) and tells its extended sequence number. */
  receive(packet: Packet, now: number): number {
    const extended = this.sequence.extend(packet.sequence);
    if (this.first < 0) this.first = extended;
    this.missing?.note(this.sequence.highest, extended);
    this.sequence.note(extended);
    this.received += 1;
    this.measureJitter(packet.timestamp, now);
    return extended;
  }

  noteSenderReport(report: Extract<Feedback, { kind: "sender_report" }>, now: number): void {
    this.senderReport = { middle: ((report.ntpHigh << 16) | (report.ntpLow >>> 16)) >>> 0, at: now };
  }

  /** What is to be told to the sender since the last time (RFC 3550, 6.4.1 and A.3). */
  report(now: number): ReceptionReport | null {
    if (this.first < 0) return null;
    const expected = this.sequence.highest - this.first + 1;
    const expectedSince = expected - this.reportedExpected;
    const lostSince = expectedSince - (this.received - this.reportedReceived);
    this.reportedExpected = expected;
    this.reportedReceived = this.received;
    return {
      ssrc: this.ssrc,
      fractionLost:
        expectedSince > 0 && lostSince > 0 ? Math.min(255, Math.floor((lostSince * 256) / expectedSince)) : 0,
      packetsLost: Math.max(0, expected - this.received),
      // Ours begin at one wrap, those of the protocol at none.
      highestSequence: this.sequence.highest - 0x1_0000,
      jitter: Math.floor(this.jitter),
      lastSenderReport: this.senderReport?.middle ?? 0,
      delaySinceSenderReport: this.senderReport ? Math.floor((now - this.senderReport.at) * 65.536) : 0,
    };
  }

  close(): void {
    this.missing?.close();
  }

  /** RFC 3550, 6.4.1. */
  private measureJitter(timestamp: number, now: number): void {
    const transit = (now * this.clockRate) / 1_000 - timestamp;
    const difference = this.lastTransit === null ? 0 : Math.abs(transit - this.lastTransit);
    this.lastTransit = transit;
    // A wrap of the timestamp, or a jump by the sender, says nothing of the network.
    if (difference < this.clockRate * 5) this.jitter += (difference - this.jitter) / 16;
  }
}
