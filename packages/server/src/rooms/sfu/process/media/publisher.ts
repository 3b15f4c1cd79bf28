import { randomInt } from "node:crypto";
import type { PublishedTrack, Source } from "../../port.ts";
import { readPacket } from "../rtp/packet.ts";
import {
  type Feedback,
  writeBitrateLimit,
  writeKeyFrameRequest,
  writeLost,
  writeReceiverReport,
} from "../rtp/rtcp.ts";
import { type Description, refuse, type Section } from "../sdp/read.ts";
import { type LocalEnd, writeAnswer } from "../sdp/write.ts";
import type { Links } from "../transport/links.ts";
import type { Fingerprint } from "../transport/secure.ts";
import { Connection } from "./connection.ts";
import { IncomingStream } from "./incoming-stream.ts";
import { clockRates, kindOf, type Publication } from "./publication.ts";

/** bit/s that each source may send at most. */
export type Bitrates = Record<Source, number>;

interface Track {
  source: Source;
  section: Section;
  publication: Publication;
  stream: IncomingStream | null;
}

/** The connection on which a peer publishes. */
export class Publisher {
  readonly connection: Connection;
  private readonly bitrates: Bitrates;
  private readonly taps: (packet: RawPacket) => void;
  /** Ours, in reports. */
  private readonly ssrc = randomInt(1, 0xffff_ffff);
  private tracks: Track[] = [];
  private readonly bySsrc = new Map<number, Track>();
  private version = 0;

  constructor(
    links: Links,
    bitrates: Bitrates,
    told: { onState(state: "connected" | "lost"): void; onPacket(packet: RawPacket): void },
  ) {
    this.bitrates = bitrates;
    this.taps = told.onPacket;
    this.connection = new Connection(links, {
      onState: (state) => {
        if (state === "connected") this.report(performance.now());
        told.onState(state);
      },
      onRtp: (packet, headerLength) => this.receive(packet, headerLength),
      onFeedback: (feedback) => this.hear(feedback),
    });
  }

  get sources(): Source[] {
    return this.tracks.map(({ source }) => source);
  }

  /** Takes what an offer carries; `publicationOf` finds or makes the publication of a source. */
  take(
    offer: Description,
    published: readonly PublishedTrack[],
    publicationOf: (source: Source) => Publication,
  ): void {
    const chosen = choose(offer, published);
    const before = this.tracks;
    this.tracks = chosen.map(({ source, section }) => {
      const known = before.find((track) => track.source === source);
      const isSame = known && known.section.mid === section.mid && sameSsrcs(known.section, section);
      if (isSame) return { ...known, section };
      const publication = publicationOf(source);
      publication.restart();
      return { source, section, publication, stream: null };
    });
    for (const { stream } of before) {
      if (stream && !this.tracks.some((track) => track.stream === stream)) stream.close();
    }
    this.bySsrc.clear();
    for (const track of this.tracks) {
      for (const ssrc of track.section.ssrcs) this.bySsrc.set(ssrc, track);
      if (track.stream) this.bySsrc.set(track.stream.ssrc, track);
    }
    this.connection.accept(offer.fingerprints);
  }

  answer(end: Omit<LocalEnd, "ufrag" | "password" | "version">, offer: Description): string {
    this.version += 1;
    const { ufrag, password } = this.connection.link;
    const taken = offer.sections.map((section) => {
      const source = this.tracks.find((track) => track.section.mid === section.mid)?.source;
      return { section, bitrate: source ? this.bitrates[source] : null };
    });
    return writeAnswer({ ...end, ufrag, password, version: this.version }, taken);
  }

  requestKeyFrame(source: Source): void {
    const track = this.tracks.find((one) => one.source === source);
    const ssrc = track?.stream?.ssrc ?? track?.section.ssrcs[0];
    if (ssrc !== undefined) this.connection.sendRtcp(writeKeyFrameRequest(this.ssrc, ssrc));
  }

  /** About once a second: what came of what it sent, and how much it may send. */
  report(now: number): void {
    const streams = this.tracks.flatMap(({ stream }) => (stream ? [stream] : []));
    const reports = streams.flatMap((stream) => stream.report(now) ?? []);
    const video = this.tracks.filter(({ source }) => kindOf(source) === "video");
    const ssrcs = video.flatMap(({ stream, section }) => stream?.ssrc ?? section.ssrcs[0] ?? []);
    const limit = this.tracks.reduce((sum, { source }) => sum + this.bitrates[source], 0);
    const packets = [writeReceiverReport(this.ssrc, reports)];
    if (ssrcs.length > 0) packets.push(writeBitrateLimit(this.ssrc, ssrcs, limit));
    this.connection.sendRtcp(Buffer.concat(packets));
  }

  close(): void {
    for (const { stream } of this.tracks) stream?.close();
    this.tracks = [];
    this.bySsrc.clear();
    this.connection.close();
  }

  private receive(clear: Buffer, headerLength: number): void {
    const packet = readPacket(clear, headerLength, this.midExtension());
    const track = packet && this.trackOf(packet.ssrc, packet.mid, packet.payloadType);
    if (!track || packet.payloadType !== track.section.payloadType) return;
    const { publication } = track;
    if (track.stream?.ssrc !== packet.ssrc) {
      track.stream?.close();
      track.stream = this.createStream(packet.ssrc, publication);
      this.bySsrc.set(packet.ssrc, track);
      publication.restart();
    }
    const now = performance.now();
    const extended = track.stream.receive(packet, now);
    publication.feed(packet, extended, now);
    if (publication.isAllowed) this.taps({ source: track.source, ...packet });
  }

  private createStream(ssrc: number, { kind }: Publication): IncomingStream {
    const ask = (sequences: number[]) => this.connection.sendRtcp(writeLost(this.ssrc, ssrc, sequences));
    // Browsers send no sound again; Opus carries its own repair.
    return new IncomingStream(ssrc, clockRates[kind], kind === "video" ? ask : null);
  }

  private midExtension(): number | null {
    return this.tracks[0]?.section.midExtension ?? null;
  }

  /** By its SSRC; where the offer named none, by the section it names, or by the one that has its payload type. */
  private trackOf(ssrc: number, mid: string | null, payloadType: number): Track | null {
    const known = this.bySsrc.get(ssrc);
    if (known) return known;
    if (mid !== null) return this.tracks.find(({ section }) => section.mid === mid) ?? null;
    const open = this.tracks.filter(
      ({ section }) => section.payloadType === payloadType && section.ssrcs.length === 0,
    );
    return open.length === 1 ? (open[0] ?? null) : null;
  }

  private hear(feedback: Feedback): void {
    if (feedback.kind !== "sender_report") return;
    const track = this.bySsrc.get(feedback.ssrc);
    track?.stream?.noteSenderReport(feedback, performance.now());
    track?.publication.feedReport(feedback);
  }
}

/** A publisher's packet as it came, for recording. */
export interface RawPacket {
  source: Source;
  sequence: number;
  timestamp: number;
  marker: boolean;
  ssrc: number;
  payload: Buffer;
}

export const sameFingerprints = (one: readonly Fingerprint[], other: readonly Fingerprint[]): boolean =>
  one.length === other.length && one.every(({ value }, index) => value === other[index]?.value);

const sameSsrcs = (one: Section, other: Section) => one.ssrcs.join() === other.ssrcs.join();

/** Finds the sections of the tracks; refuses what the offer does not carry. */
function choose(
  offer: Description,
  published: readonly PublishedTrack[],
): { source: Source; section: Section }[] {
  if (new Set(published.map(({ source }) => source)).size < published.length)
    refuse("a source is named twice");
  if (new Set(published.map(({ mid }) => mid)).size < published.length) refuse("a mid is named twice");
  return published.map(({ mid, source }) => {
    const section = offer.sections.find((one) => one.mid === mid);
    if (!section) return refuse(`it has no media section ${mid}`);
    if (section.kind !== kindOf(source)) refuse(`section ${mid} is of another kind than ${source}`);
    if (!section.isAccepted || !section.sends) refuse(`section ${mid} sends nothing`);
    if (section.payloadType === null) refuse(`section ${mid} must offer VP8 for video, Opus for sound`);
    return { source, section };
  });
}
