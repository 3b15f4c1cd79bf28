import { randomInt } from "node:crypto";
import datachannel, { type PeerConnection, type Track } from "node-datachannel";
import type { PublishedTrack, Sfu, Source, SubscribedTrack } from "../port.ts";
import type { LossyPath } from "./lossy-path.ts";
import { vp8Payload } from "./vp8-payload.ts";

/** An RTP packet as a receiver got it. */
export interface Received {
  sequence: number;
  timestamp: number;
  marker: boolean;
  ssrc: number;
  payload: Buffer;
}

/** A client of the media process, of another implementation than ours (libdatachannel), that exchanges real packets. */
export interface MediaPeer {
  id: string;
  /** What arrived, by `<from> <source>`. */
  received: Map<string, Received[]>;
  /** RTCP that came to what it publishes, one compound packet each. */
  feedback: Buffer[];
  /** Numbers of the offers that it got, with what each carried. */
  offers: { negotiation: number; tracks: SubscribedTrack[] }[];
  publish(sources: Source[]): Promise<void>;
  /** Sends one packet; video frames are one packet each. */
  send(source: Source, options?: { isKeyFrame?: boolean; sequence?: number; size?: number }): number;
  /** Raw RTCP to what it receives. */
  sendFeedback(packet: Buffer): void;
  /** The SSRC under which it receives something. */
  ssrcOf(from: string, source: Source): number;
  /** Answers its last offer. */
  answerLast(): Promise<void>;
  /** Publishes over a new connection from now on, as a page that was loaded again. */
  forget(): void;
  close(): void;
}

/**
 * To be called when a test file is through: libdatachannel's threads would keep the process, and its own cleanup
 * crashes now and then when a connection is just closing. By then the runner has long had its results.
 */
export function endMediaPeers(): void {
  setTimeout(() => process.exit(), 2_000).unref();
}

const isVideo = (source: Source) => source === "camera" || source === "screen";

interface MediaPeerOptions {
  roomId: string;
  id: string;
  receives: boolean;
  /** Its offers are only noted, until the test answers them. */
  isSilent?: boolean;
  /** How what it receives gets to it. */
  path?: LossyPath;
}

/** Joins, and takes part in the negotiations by itself. */
export async function createMediaPeer(sfu: Sfu, options: MediaPeerOptions): Promise<MediaPeer> {
  const { roomId, id, receives } = options;
  const peer = new Client(sfu, options);
  await sfu.join({ roomId, peerId: id, receives });
  return peer;
}

class Client implements MediaPeer {
  received = new Map<string, Received[]>();
  feedback: Buffer[] = [];
  offers: MediaPeer["offers"] = [];
  private isClosed = false;
  readonly id: string;
  private readonly sfu: Sfu;
  private readonly subscribing: PeerConnection;
  private publishing: PeerConnection | null = null;
  private readonly sent = new Map<
    Source,
    { track: Track; mid: string; ssrc: number; sequence: number; timestamp: number }
  >();
  private readonly inbound = new Map<string, Track>();
  private carried = new Map<string, SubscribedTrack>();
  private readonly held: Track[] = [];
  private answered: { negotiation: number; sdp: string } | null = null;
  private lastOffer = "";
  private readonly path: LossyPath | null;

  constructor(sfu: Sfu, { id, isSilent = false, path }: MediaPeerOptions) {
    this.sfu = sfu;
    this.path = path ?? null;
    this.id = id;
    this.subscribing = new datachannel.PeerConnection(`${id}-subscribe`, { iceServers: [] });
    this.subscribing.onTrack((track) => this.take(track));
    sfu.onEvent((event) => {
      if (event.type !== "offer" || event.peerId !== id || this.isClosed) return;
      this.offers.push({ negotiation: event.negotiation, tracks: event.tracks });
      this.carried = new Map(event.tracks.map((track) => [track.mid, track]));
      this.lastOffer = event.sdp;
      // The peer may have left meanwhile.
      if (!isSilent) void this.answerLast().catch(() => {});
    });
  }

  async publish(sources: Source[]): Promise<void> {
    this.publishing ??= new datachannel.PeerConnection(`${this.id}-publish`, {
      iceServers: [],
      disableAutoNegotiation: true,
    });
    const connection = this.publishing;
    for (const source of sources) if (!this.sent.has(source)) this.add(connection, source);
    const sdp = await this.offer(connection);
    const tracks: PublishedTrack[] = sources.map((source) => ({
      mid: this.sent.get(source)?.mid ?? "",
      source,
    }));
    const answer = await this.sfu.publish(this.id, { sdp, tracks });
    connection.setRemoteDescription(answer.sdp, "answer");
  }

  send(source: Source, options: { isKeyFrame?: boolean; sequence?: number; size?: number } = {}): number {
    const sender = this.sent.get(source);
    if (!sender) throw new Error(`${this.id} does not publish ${source}`);
    sender.sequence = options.sequence ?? (sender.sequence + 1) & 0xffff;
    sender.timestamp = (sender.timestamp + (isVideo(source) ? 3_000 : 960)) >>> 0;
    const payload = isVideo(source)
      ? vp8Payload(options.isKeyFrame ?? false, options.size ?? 200)
      : Buffer.alloc(options.size ?? 80, 7);
    const header = Buffer.alloc(12);
    header[0] = 0x80;
    header[1] = isVideo(source) ? 0x80 | 98 : 109;
    header.writeUInt16BE(sender.sequence, 2);
    header.writeUInt32BE(sender.timestamp, 4);
    header.writeUInt32BE(sender.ssrc, 8);
    if (sender.track.isOpen()) sender.track.sendMessageBinary(Buffer.concat([header, payload]));
    return sender.sequence;
  }

  sendFeedback(packet: Buffer): void {
    for (const track of this.inbound.values()) {
      if (track.isOpen()) {
        track.sendMessageBinary(packet);
        return;
      }
    }
    throw new Error(`${this.id} receives nothing`);
  }

  ssrcOf(from: string, source: Source): number {
    const [mid] = [...this.carried].find(([, track]) => track.from === from && track.source === source) ?? [];
    const section = this.lastOffer.split(/^m=/m).find((part) => part.includes(`a=mid:${mid}\r\n`));
    return Number(/a=ssrc:(\d+)/.exec(section ?? "")?.[1] ?? Number.NaN);
  }

  forget(): void {
    this.publishing?.close();
    this.publishing = null;
    this.sent.clear();
  }

  close(): void {
    this.isClosed = true;
    this.subscribing.close();
    this.publishing?.close();
  }

  /** After an offer that was refused libdatachannel makes no new one: the same is sent again. */
  private offer(connection: PeerConnection): Promise<string> {
    if (connection.signalingState() === "have-local-offer") {
      return Promise.resolve(connection.localDescription()?.sdp ?? "");
    }
    return new Promise((resolve) => {
      connection.onLocalDescription((sdp) => resolve(sdp));
      connection.setLocalDescription("offer");
    });
  }

  private add(connection: PeerConnection, source: Source): void {
    const mid = `${source}-${this.sent.size}`;
    const ssrc = randomInt(1, 0xffff_ffff);
    const media = isVideo(source)
      ? new datachannel.Video(mid, "SendOnly")
      : new datachannel.Audio(mid, "SendOnly");
    if (media instanceof datachannel.Video) media.addVP8Codec(98);
    else media.addOpusCodec(109);
    media.addSSRC(ssrc, "cname", this.id, mid);
    const track = connection.addTrack(media);
    track.onMessage((message) => this.feedback.push(Buffer.from(message)));
    this.sent.set(source, {
      track,
      mid,
      ssrc,
      sequence: randomInt(0x8000),
      timestamp: randomInt(0x7fff_ffff),
    });
  }

  async answerLast(): Promise<void> {
    const sdp = this.lastOffer;
    const negotiation = this.offers.at(-1)?.negotiation ?? 0;
    // A section that was once inactive stays so in libdatachannel, unless it is said otherwise.
    for (const [mid, { source }] of this.carried) if (!this.inbound.has(mid)) this.expect(mid, source);
    if (this.answered?.negotiation !== negotiation) {
      const made = new Promise<string>((resolve) =>
        this.subscribing.onLocalDescription((text) => resolve(text)),
      );
      this.subscribing.setRemoteDescription(this.path?.lead(sdp) ?? sdp, "offer");
      this.answered = { negotiation, sdp: await made };
    }
    await this.sfu.answer(this.id, this.answered);
  }

  private expect(mid: string, source: Source): void {
    const media = isVideo(source)
      ? new datachannel.Video(mid, "RecvOnly")
      : new datachannel.Audio(mid, "RecvOnly");
    if (media instanceof datachannel.Video) media.addVP8Codec(96);
    else media.addOpusCodec(111);
    this.take(this.subscribing.addTrack(media));
  }

  private take(track: Track): void {
    // A track of libdatachannel ends when nobody holds it any more.
    this.held.push(track);
    if (track.direction() === "Inactive") return;
    this.inbound.set(track.mid(), track);
    track.onMessage((message) => {
      const packet = Buffer.from(message);
      const type = packet[1] ?? 0;
      if (packet.length < 12 || (type >= 192 && type <= 223)) return;
      const carried = this.carried.get(track.mid());
      if (!carried) return;
      const key = `${carried.from} ${carried.source}`;
      const list = this.received.get(key) ?? [];
      list.push({
        sequence: packet.readUInt16BE(2),
        timestamp: packet.readUInt32BE(4),
        marker: (type & 0x80) !== 0,
        ssrc: packet.readUInt32BE(8),
        payload: packet.subarray(12),
      });
      this.received.set(key, list);
    });
  }
}
