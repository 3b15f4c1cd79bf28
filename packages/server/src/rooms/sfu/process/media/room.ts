import { randomBytes } from "node:crypto";
import type { PublishedTrack, RecordedTrack, SfuEvent, Source } from "../../port.ts";
import { type RoomRecording, recordRoom } from "../../recorder/recorder.ts";
import { SfuRefusal } from "../../refusal.ts";
import { readDescription } from "../sdp/read.ts";
import type { LocalEnd } from "../sdp/write.ts";
import type { Links } from "../transport/links.ts";
import { mostPublishers } from "./limits.ts";
import { Publication } from "./publication.ts";
import { type Bitrates, Publisher, type RawPacket, sameFingerprints } from "./publisher.ts";
import { Subscriber } from "./subscriber.ts";

/** What a room needs of its process. */
export interface RoomParts {
  links: Links;
  end: Pick<LocalEnd, "fingerprint" | "announced">;
  bitrates: Bitrates;
  tell(event: SfuEvent): void;
  report(text: string, fault: unknown): void;
}

export interface Peer {
  id: string;
  receives: boolean;
  cname: string;
  publisher: Publisher | null;
  subscriber: Subscriber | null;
  publications: Map<Source, Publication>;
  /** What a host has muted, whether it is published at the moment or not. */
  silenced: Set<Source>;
}

/** Everybody receives everything that the others publish. */
export class Room {
  readonly peers = new Map<string, Peer>();
  private readonly parts: RoomParts;
  private readonly recordings = new Map<string, RoomRecording>();

  constructor(parts: RoomParts) {
    this.parts = parts;
  }

  join(id: string, receives: boolean): void {
    const cname = randomBytes(8).toString("hex");
    const peer: Peer = {
      ...{ id, receives, cname, publisher: null, subscriber: null },
      ...{ publications: new Map(), silenced: new Set() },
    };
    this.peers.set(id, peer);
    if (receives) this.connect(peer);
  }

  receive(peer: Peer): void {
    if (peer.receives) return;
    peer.receives = true;
    this.connect(peer);
  }

  publish(peer: Peer, sdp: string, tracks: readonly PublishedTrack[]): string {
    const offer = readDescription(sdp);
    const speakers = [...this.peers.values()].filter(({ publications }) => publications.size > 0);
    if (tracks.length > 0 && !speakers.includes(peer) && speakers.length >= mostPublishers) {
      throw new SfuRefusal(
        "room_full",
        `${mostPublishers} people speak in this room already, which is the most.`,
      );
    }
    const known = peer.publisher?.connection.fingerprints;
    // Another certificate: the client has begun anew, with a new connection.
    const begun = known && !sameFingerprints(known, offer.fingerprints);
    const publisher = begun || !peer.publisher ? this.createPublisher(peer) : peer.publisher;
    try {
      publisher.take(offer, tracks, (source) => this.publicationOf(peer, source));
    } catch (fault) {
      if (publisher !== peer.publisher) publisher.close();
      throw fault;
    }
    if (publisher !== peer.publisher) peer.publisher?.close();
    peer.publisher = publisher;
    for (const [source, publication] of peer.publications) {
      if (publisher.sources.includes(source)) continue;
      publication.close();
      peer.publications.delete(source);
    }
    this.connectAll();
    return publisher.answer(this.parts.end, offer);
  }

  allow(peer: Peer, source: Source, isAllowed: boolean): void {
    if (isAllowed) peer.silenced.delete(source);
    else peer.silenced.add(source);
    const publication = peer.publications.get(source);
    if (!publication) return;
    publication.isAllowed = isAllowed;
    publication.requestKeyFrame();
  }

  leave(peer: Peer): void {
    this.peers.delete(peer.id);
    for (const publication of peer.publications.values()) publication.close();
    peer.publisher?.close();
    peer.subscriber?.close();
    for (const recording of this.recordings.values()) recording.leave(peer.id);
    this.connectAll();
  }

  startRecording(id: string, folder: string): void {
    if (this.recordings.has(id)) return;
    const recording = recordRoom({
      folder,
      requestKeyFrame: (peerId, source) =>
        this.peers.get(peerId)?.publications.get(source)?.requestKeyFrame(),
      onFault: (fault) => this.parts.report("A track could not be recorded", fault),
    });
    this.recordings.set(id, recording);
    for (const { publications } of this.peers.values()) {
      for (const publication of publications.values()) publication.requestKeyFrame();
    }
  }

  async stopRecording(id: string): Promise<RecordedTrack[]> {
    const recording = this.recordings.get(id);
    if (!recording) throw new SfuRefusal("not_recording", "This recording does not run.");
    this.recordings.delete(id);
    return recording.finish();
  }

  /** Whether anything keeps the room alive. */
  get isEmpty(): boolean {
    return this.peers.size === 0 && this.recordings.size === 0;
  }

  /** Peers who publish nothing. */
  get viewers(): number {
    return [...this.peers.values()].filter(({ publications }) => publications.size === 0).length;
  }

  get publications(): number {
    return [...this.peers.values()].reduce((sum, { publications }) => sum + publications.size, 0);
  }

  /** Publications times receivers, as if all received. */
  get forwards(): number {
    return this.publications * Math.max(0, this.peers.size - 1);
  }

  /** About once a second. */
  look(now: number): void {
    for (const { publisher, subscriber } of this.peers.values()) {
      publisher?.connection.look(now);
      publisher?.report(now);
      subscriber?.connection.look(now);
      subscriber?.remind();
    }
  }

  async close(): Promise<void> {
    for (const peer of [...this.peers.values()]) this.leave(peer);
    await Promise.all([...this.recordings.values()].map((recording) => recording.finish()));
    this.recordings.clear();
  }

  private connectAll(): void {
    for (const peer of this.peers.values()) if (peer.receives) this.connect(peer);
  }

  private connect(peer: Peer): void {
    const { links, end, tell } = this.parts;
    peer.subscriber ??= new Subscriber(links, end, {
      onState: (state) => tell({ type: "connection", peerId: peer.id, connection: "subscribe", state }),
      onOffer: (offer) => tell({ type: "offer", peerId: peer.id, ...offer }),
    });
    const others = [...this.peers.values()].filter((other) => other !== peer);
    peer.subscriber.want(others.flatMap(({ publications }) => [...publications.values()]));
  }

  private createPublisher(peer: Peer): Publisher {
    const { links, bitrates, tell } = this.parts;
    return new Publisher(links, bitrates, {
      onState: (state) => tell({ type: "connection", peerId: peer.id, connection: "publish", state }),
      onPacket: (packet) => this.record(peer.id, packet),
    });
  }

  private publicationOf(peer: Peer, source: Source): Publication {
    const known = peer.publications.get(source);
    if (known) return known;
    const publication = new Publication(peer.id, source, peer.cname, () =>
      peer.publisher?.requestKeyFrame(source),
    );
    publication.isAllowed = !peer.silenced.has(source);
    peer.publications.set(source, publication);
    return publication;
  }

  private record(peerId: string, packet: RawPacket): void {
    if (this.recordings.size === 0) return;
    const { source, sequence, timestamp, marker, ssrc, payload } = packet;
    const header = { sequenceNumber: sequence, timestamp, marker, ssrc };
    for (const recording of this.recordings.values()) recording.packet(peerId, source, { header, payload });
  }
}
