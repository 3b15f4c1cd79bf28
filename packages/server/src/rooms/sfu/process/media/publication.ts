import { randomBytes, randomInt } from "node:crypto";
import type { Source } from "../../port.ts";
import { beginsKeyFrame, type Packet } from "../rtp/packet.ts";
import { type Feedback, writeSenderReport } from "../rtp/rtcp.ts";
import { payloadTypes } from "../sdp/write.ts";
import { History, type SentPacket } from "./history.ts";
import { KeyFrameRequests } from "./key-frames.ts";

/** Who receives a publication. */
export interface Receiver {
  forward(packet: SentPacket): void;
  forwardReport(report: Buffer): void;
}

export const kindOf = (source: Source): "audio" | "video" =>
  source === "camera" || source === "screen" ? "video" : "audio";

export const clockRates = { audio: 48_000, video: 90_000 } as const;

/**
 * What one peer publishes of one source. It has one SSRC and unbroken numbers towards all receivers, also when the
 * publisher sends it anew in another way, so that nobody must be told of that.
 */
export class Publication {
  readonly peerId: string;
  readonly source: Source;
  readonly kind: "audio" | "video";
  /** The same for everything of one person's camera and microphone, so that browsers keep them in step. */
  readonly streamId: string;
  readonly ssrc = randomInt(1, 0xffff_ffff);
  readonly cname: string;
  readonly history = new History();
  readonly receivers = new Set<Receiver>();
  /** Random, so that stream and track names cannot be guessed from a former publication. */
  readonly id = randomBytes(8).toString("hex");
  isAllowed = true;
  private readonly keyFrames: KeyFrameRequests;
  private offset = 0;
  private timestampOffset = 0;
  /** Extended number of the publisher's packet with which the present numbering began; null to begin anew. */
  private anchor: number | null = null;
  private last = { sequence: 0x1_0000, timestamp: randomInt(0x7fff_ffff), at: 0 };
  private packets = 0;
  private bytes = 0;

  /** `askForKeyFrame` asks the publisher, whatever it sends this source with at the moment. */
  constructor(peerId: string, source: Source, cname: string, askForKeyFrame: () => void) {
    this.peerId = peerId;
    this.source = source;
    this.kind = kindOf(source);
    this.cname = cname;
    this.streamId = `${cname}-${source === "camera" || source === "microphone" ? "person" : "screen"}`;
    this.keyFrames = new KeyFrameRequests(askForKeyFrame);
  }

  /** The next packet has other numbers: the publisher sends it anew, or something in between was not forwarded. */
  restart(): void {
    this.anchor = null;
  }

  requestKeyFrame(): void {
    if (this.kind === "video" && this.isAllowed) this.keyFrames.request();
  }

  /** Forwards a publisher's packet that came at `now` (ms, performance.now). */
  feed(packet: Packet, extended: number, now: number): void {
    if (!this.isAllowed) {
      this.restart();
      return;
    }
    if (this.anchor === null) this.beginAt(packet, extended, now);
    if (this.anchor !== null && extended < this.anchor) return;
    const sent: SentPacket = {
      payloadType: payloadTypes[this.kind],
      marker: packet.marker,
      timestamp: (packet.timestamp + this.timestampOffset) >>> 0,
      ssrc: this.ssrc,
      payload: packet.payload,
      sequence: extended + this.offset,
      beginsKeyFrame: this.kind === "video" && beginsKeyFrame(packet.payload),
    };
    if (!this.history.add(sent)) return;
    if (sent.sequence > this.last.sequence) {
      this.last = { sequence: sent.sequence, timestamp: sent.timestamp, at: now };
    }
    this.packets += 1;
    this.bytes += sent.payload.length;
    for (const receiver of this.receivers) receiver.forward(sent);
  }

  /** Passes on the publisher's own clock: by it browsers keep picture and sound in step. */
  feedReport(report: Extract<Feedback, { kind: "sender_report" }>): void {
    if (this.anchor === null) return;
    const { ntpHigh, ntpLow } = report;
    const timestamp = (report.timestamp + this.timestampOffset) >>> 0;
    const counts = { packets: this.packets, bytes: this.bytes };
    const packet = writeSenderReport({ ssrc: this.ssrc, ntpHigh, ntpLow, timestamp, ...counts }, this.cname);
    for (const receiver of this.receivers) receiver.forwardReport(packet);
  }

  close(): void {
    this.keyFrames.close();
    this.receivers.clear();
  }

  private beginAt(packet: Packet, extended: number, now: number): void {
    this.anchor = extended;
    this.offset = this.last.sequence + 1 - extended;
    const elapsed = this.last.at === 0 ? 0 : now - this.last.at;
    const ticks = Math.max(1, Math.round((elapsed * clockRates[this.kind]) / 1_000));
    this.timestampOffset = this.last.timestamp + ticks - packet.timestamp;
  }
}
