import datachannel, { type PeerConnection, type Track } from "node-datachannel";
import type { Source, SubscribedTrack } from "../port.ts";
import { readFeedback } from "../process/rtp/rtcp.ts";
import { vp8Payload } from "./vp8-payload.ts";

/** Peers of a load run, in a process of their own; the parent is told what the media process is to be told. */

export type ToLoad =
  | { type: "view"; peerId: string }
  | { type: "speak"; peerId: string }
  | { type: "offer"; peerId: string; sdp: string; negotiation: number; tracks: SubscribedTrack[] }
  | { type: "published"; peerId: string; sdp: string }
  | { type: "count" };

export type FromLoad =
  | { type: "publish"; peerId: string; sdp: string; tracks: { mid: string; source: Source }[] }
  | { type: "answer"; peerId: string; sdp: string; negotiation: number }
  /** Milliseconds of the epoch. */
  | { type: "seen"; peerId: string; at: number }
  | { type: "counted"; received: number; lost: number };

const tell = (message: FromLoad) => process.send?.(message);

/** Counts what arrives, and decodes nothing. */
class Viewer {
  private readonly connection: PeerConnection;
  private readonly peerId: string;
  private readonly tracks = new Map<string, Track>();
  private hasSeen = false;
  received = 0;
  lost = 0;

  constructor(peerId: string) {
    this.peerId = peerId;
    this.connection = new datachannel.PeerConnection(peerId, { iceServers: [] });
    // Tracks end when nobody holds them.
    this.connection.onTrack((track) => void this.tracks.set(`given ${track.mid()}`, track));
  }

  take({ sdp, negotiation, tracks }: Extract<ToLoad, { type: "offer" }>): void {
    for (const { mid, source } of tracks) if (!this.tracks.has(mid)) this.expect(mid, source);
    this.connection.onLocalDescription((text) =>
      tell({ type: "answer", peerId: this.peerId, sdp: text, negotiation }),
    );
    this.connection.setRemoteDescription(sdp, "offer");
  }

  private expect(mid: string, source: Source): void {
    const isVideo = source === "camera";
    const media = isVideo ? new datachannel.Video(mid, "RecvOnly") : new datachannel.Audio(mid, "RecvOnly");
    if (media instanceof datachannel.Video) media.addVP8Codec(96);
    else media.addOpusCodec(111);
    const track = this.connection.addTrack(media);
    this.tracks.set(mid, track);
    let last = -1;
    track.onMessage((packet) => {
      const type = packet[1] ?? 0;
      if (type >= 192 && type <= 223) return;
      if (!this.hasSeen && isVideo) {
        this.hasSeen = true;
        tell({ type: "seen", peerId: this.peerId, at: Date.now() });
      }
      const sequence = ((packet[2] ?? 0) << 8) | (packet[3] ?? 0);
      const step = (sequence - last) & 0xffff;
      this.received += 1;
      // What overtook was counted as lost, and comes after all.
      if (last >= 0 && step > 0x8000) this.lost -= 1;
      else {
        if (last >= 0) this.lost += step - 1;
        last = sequence;
      }
    });
  }
}

/** A camera of 600 kbit/s at 30 frames a second, and Opus of 50 packets a second. */
class Speaker {
  private readonly connection: PeerConnection;
  private readonly streams: {
    track: Track;
    isVideo: boolean;
    type: number;
    ssrc: number;
    sequence: number;
    timestamp: number;
  }[];
  private wantsKeyFrame = true;
  private frames = 0;

  constructor(peerId: string, number: number) {
    this.connection = new datachannel.PeerConnection(`${peerId}-publish`, {
      iceServers: [],
      disableAutoNegotiation: true,
    });
    this.streams = [this.add("camera", 1_000 + number), this.add("microphone", 2_000 + number)];
    this.connection.onLocalDescription((sdp) => {
      const tracks = [
        { mid: "camera", source: "camera" as const },
        { mid: "microphone", source: "microphone" as const },
      ];
      tell({ type: "publish", peerId, sdp, tracks });
    });
    this.connection.setLocalDescription("offer");
    setInterval(() => this.sendFrame(), 1_000 / 30);
    setInterval(() => this.send(this.streams[1], Buffer.alloc(100, 3), true, 960), 20);
  }

  accept(sdp: string): void {
    this.connection.setRemoteDescription(sdp, "answer");
  }

  private add(source: "camera" | "microphone", ssrc: number): Speaker["streams"][number] {
    const isVideo = source === "camera";
    const media = isVideo
      ? new datachannel.Video(source, "SendOnly")
      : new datachannel.Audio(source, "SendOnly");
    if (media instanceof datachannel.Video) media.addVP8Codec(96);
    else media.addOpusCodec(111);
    media.addSSRC(ssrc, "load");
    const track = this.connection.addTrack(media);
    track.onMessage((packet) => {
      if (readFeedback(packet).some(({ kind }) => kind === "key_frame")) this.wantsKeyFrame = true;
    });
    return { track, isVideo, type: isVideo ? 96 : 111, ssrc, sequence: 0, timestamp: 0 };
  }

  private sendFrame(): void {
    this.frames += 1;
    const isKeyFrame = this.wantsKeyFrame || this.frames % 300 === 0;
    if (this.streams[0]?.track.isOpen()) this.wantsKeyFrame = false;
    const packets = isKeyFrame ? 12 : 2 + (this.frames % 2);
    for (let index = 0; index < packets; index += 1) {
      const payload = vp8Payload(isKeyFrame, 1_000);
      // Only the first packet of a frame begins it.
      if (index > 0) payload[0] = 0;
      this.send(this.streams[0], payload, index === packets - 1, index === 0 ? 3_000 : 0);
    }
  }

  private send(
    stream: Speaker["streams"][number] | undefined,
    payload: Buffer,
    marker: boolean,
    ticks: number,
  ) {
    if (!stream?.track.isOpen()) return;
    stream.sequence = (stream.sequence + 1) & 0xffff;
    stream.timestamp = (stream.timestamp + ticks) >>> 0;
    const header = Buffer.alloc(12);
    header[0] = 0x80;
    header[1] = (marker ? 0x80 : 0) | stream.type;
    header.writeUInt16BE(stream.sequence, 2);
    header.writeUInt32BE(stream.timestamp, 4);
    header.writeUInt32BE(stream.ssrc, 8);
    stream.track.sendMessageBinary(Buffer.concat([header, payload]));
  }
}

const viewers = new Map<string, Viewer>();
const speakers = new Map<string, Speaker>();

process.on("message", (message: ToLoad) => {
  if (message.type === "view") viewers.set(message.peerId, new Viewer(message.peerId));
  if (message.type === "speak") speakers.set(message.peerId, new Speaker(message.peerId, speakers.size));
  if (message.type === "offer") viewers.get(message.peerId)?.take(message);
  if (message.type === "published") speakers.get(message.peerId)?.accept(message.sdp);
  if (message.type === "count") {
    const all = [...viewers.values()];
    tell({
      type: "counted",
      received: all.reduce((sum, { received }) => sum + received, 0),
      lost: all.reduce((sum, { lost }) => sum + lost, 0),
    });
    for (const viewer of all) Object.assign(viewer, { received: 0, lost: 0 });
  }
});
process.on("disconnect", () => process.exit(0));
