import { join } from "node:path";
import type { RecordedTrack, Source } from "../port.ts";
import { JitterBuffer, type MediaPacket, type OrderedPacket } from "./jitter-buffer.ts";
import { MediaTime } from "./media-time.ts";
import { TrackFile } from "./track-file.ts";
import { Vp8Assembler } from "./vp8.ts";
import type { TrackKind } from "./webm.ts";

export interface RecordingOptions {
  /** Exists, and has no files of these peers yet. */
  folder: string;
  /** Asks the publisher for a picture that can be decoded without others. */
  requestKeyFrame: (peerId: string, source: Source) => void;
  /** A file could not be written; the others go on. */
  onFault: (fault: unknown) => void;
  /** In milliseconds of the epoch; steady, unlike the computer's own clock, which may be set. */
  now?: () => number;
}

/** A room that is being recorded: a file for each peer's camera and microphone, and one for its screen. */
export interface RoomRecording {
  /** One of the publisher's packets, as it came. Never waits, and never throws. */
  packet(peerId: string, source: Source, packet: MediaPacket): void;
  /** The peer is gone: its files end. One that comes again has other files. */
  leave(peerId: string): void;
  /** Ends all files; they are on the disk when it resolves. */
  finish(): Promise<RecordedTrack[]>;
}

/** Milliseconds between looks for what waits. */
const tick = 250;

/** Milliseconds before a missing key frame is asked for again. */
const keyFramePatience = 1_000;

/** Milliseconds between key frames, so that a player finds a moment without decoding from the beginning. */
const keyFrameInterval = 15_000;

const kinds = { microphone: "audio", screen_audio: "audio", camera: "video", screen: "video" } as const;
const parts = { microphone: "person", camera: "person", screen: "screen", screen_audio: "screen" } as const;

/** A peer's id is the beginning of a file's name. */
const plainId = /^[\w-]{1,100}$/;

/** Begins to record a room. Each of its tracks begins with its first packet. */
export function recordRoom(options: RecordingOptions): RoomRecording {
  const { now = steadyNow } = options;
  const peers = new Map<string, Peer>();
  const ended: Promise<RecordedTrack[]>[] = [];
  const comings = new Map<string, number>();
  const timer = setInterval(() => {
    for (const peer of peers.values()) peer.look(now());
  }, tick);
  timer.unref();
  const come = (peerId: string): Peer => {
    const coming = (comings.get(peerId) ?? 0) + 1;
    comings.set(peerId, coming);
    const peer = new Peer(peerId, coming, options);
    peers.set(peerId, peer);
    return peer;
  };
  const leave = (peerId: string) => {
    const peer = peers.get(peerId);
    if (peer) ended.push(peer.end(now()));
    peers.delete(peerId);
  };
  return {
    packet(peerId, source, packet) {
      if (!plainId.test(peerId)) return;
      const peer = peers.get(peerId) ?? come(peerId);
      peer.packet(source, packet, now());
    },
    leave,
    async finish() {
      clearInterval(timer);
      for (const peerId of [...peers.keys()]) leave(peerId);
      return (await Promise.all(ended)).flat();
    },
  };
}

const steadyNow = (): number => performance.timeOrigin + performance.now();

interface Track {
  source: Source;
  buffer: JitterBuffer;
  time: MediaTime;
  /** Null for sound, each of whose packets is a frame. */
  pictures: Vp8Assembler | null;
  keyFrameAt: number;
  askedAt: number;
}

interface OpenFile {
  file: TrackFile;
  name: string;
  startedAt: number;
  sources: Set<Source>;
}

class Peer {
  readonly #id: string;
  readonly #coming: number;
  readonly #options: RecordingOptions;
  readonly #tracks = new Map<Source, Track>();
  readonly #files = new Map<string, OpenFile>();

  /** `coming` is 1 for the first time. */
  constructor(id: string, coming: number, options: RecordingOptions) {
    this.#id = id;
    this.#coming = coming;
    this.#options = options;
  }

  packet(source: Source, packet: MediaPacket, now: number): void {
    const track = this.#tracks.get(source) ?? newTrack(source);
    this.#tracks.set(source, track);
    this.#take(track, track.buffer.push(packet, now));
    this.#askForKeyFrame(track, now);
  }

  /** Gives up what did not come, and writes what has waited. */
  look(now: number): void {
    for (const track of this.#tracks.values()) this.#take(track, track.buffer.take(now));
    for (const { file, startedAt } of this.#files.values()) file.cutIfDue(Math.round(now) - startedAt);
  }

  async end(now: number): Promise<RecordedTrack[]> {
    // Whatever still waits for something before it will wait in vain.
    for (const track of this.#tracks.values()) this.#take(track, track.buffer.take(Number.POSITIVE_INFINITY));
    this.look(now);
    const files = [...this.#files.values()];
    await Promise.all(files.map(({ file }) => file.close()));
    return files.map(({ file, name, startedAt, sources }) => ({
      peerId: this.#id,
      sources: [...sources],
      file: name,
      startedAt: new Date(startedAt),
      milliseconds: file.milliseconds,
      bytes: file.length,
    }));
  }

  #take(track: Track, packets: readonly OrderedPacket[]): void {
    for (const ordered of packets) {
      if (!track.pictures) this.#takeSound(track, ordered);
      else {
        const frame = track.pictures.push(ordered);
        if (frame?.isKey) track.keyFrameAt = frame.arrivedAt;
        if (frame) this.#write(track, { ...frame, kind: "video" });
      }
    }
  }

  /** The whole payload is one Opus packet (RFC 7587, 4.2), decoded without those before it. */
  #takeSound(track: Track, { packet, arrivedAt }: OrderedPacket): void {
    if (packet.payload.length === 0) return;
    const { timestamp } = packet.header;
    this.#write(track, {
      kind: "audio",
      data: packet.payload,
      timestamp,
      arrivedAt,
      isKey: true,
      size: null,
    });
  }

  #write(track: Track, frame: Arrived): void {
    const { kind, data, isKey, size } = frame;
    const at = track.time.at(frame.timestamp, frame.arrivedAt);
    const open = this.#fileOf(track.source, at);
    open.sources.add(track.source);
    open.file.add({ kind, data, isKey, time: Math.max(0, at - open.startedAt) }, size);
  }

  /** Made with the first frame: who never speaks nor shows anything leaves no file. */
  #fileOf(source: Source, startedAt: number): OpenFile {
    const part = parts[source];
    const known = this.#files.get(part);
    if (known) return known;
    const { folder, onFault } = this.#options;
    const again = this.#coming === 1 ? "" : `-${this.#coming}`;
    const name = `${this.#id}.${part}${again}.webm`;
    const file = new TrackFile({ path: join(folder, name), startedAt: new Date(startedAt), onFault });
    const made = { file, name, startedAt, sources: new Set<Source>() };
    this.#files.set(part, made);
    return made;
  }

  #askForKeyFrame(track: Track, now: number): void {
    const isDue = track.pictures?.needsKeyFrame || track.keyFrameAt + keyFrameInterval <= now;
    if (!track.pictures || !isDue || track.askedAt + keyFramePatience > now) return;
    track.askedAt = now;
    this.#options.requestKeyFrame(this.#id, track.source);
  }
}

interface Arrived {
  kind: TrackKind;
  data: Buffer;
  timestamp: number;
  arrivedAt: number;
  isKey: boolean;
  size: { width: number; height: number } | null;
}

const newTrack = (source: Source): Track => ({
  source,
  buffer: new JitterBuffer(),
  time: new MediaTime(kinds[source] === "audio" ? 48_000 : 90_000),
  pictures: kinds[source] === "video" ? new Vp8Assembler() : null,
  keyFrameAt: 0,
  askedAt: Number.NEGATIVE_INFINITY,
});
