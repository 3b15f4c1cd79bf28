/** What is sent: a person has at most one of each. */
export const sources = ["camera", "microphone", "screen", "screen_audio"] as const;
export type Source = (typeof sources)[number];

/** A peer has two connections: one on which it publishes (its offers), one on which it receives (our offers). */
export type ConnectionName = "publish" | "subscribe";

/** As in the browser's RTCIceCandidateInit; null says that there are no more. */
export interface Candidate {
  candidate: string;
  sdpMid?: string | null;
  sdpMLineIndex?: number | null;
}

/** One media section of an offer, and what it carries. */
export interface PublishedTrack {
  mid: string;
  source: Source;
}

/** One media section of an offer to a subscriber, and whose it is. */
export interface SubscribedTrack {
  mid: string;
  /** The peer that publishes it. */
  from: string;
  source: Source;
}

/** Where the recording of a peer's camera and microphone, or of its screen, went. */
export interface RecordedTrack {
  peerId: string;
  sources: Source[];
  /** Name in the recording's folder. */
  file: string;
  /** When its first packet came. */
  startedAt: Date;
  milliseconds: number;
  bytes: number;
}

/**
 * The media process as the server sees it. Peer and room ids are unique texts of ours. Whoever asks for a peer that is
 * gone gets a rejection with `code: "no_peer"`, beyond the limits `code: "room_full"`, while the process restarts
 * `code: "restarting"`.
 */
export interface Sfu {
  /** A peer that is to see and hear the room's others, and to be heard when it publishes. Begins with an offer event. */
  join(peer: { roomId: string; peerId: string; receives: boolean }): Promise<void>;
  /** Lets a peer that waited for its consent receive. */
  receive(peerId: string): Promise<void>;
  /** The publisher's offer, new or again; the answer limits its bit rate. */
  publish(peerId: string, offer: { sdp: string; tracks: PublishedTrack[] }): Promise<{ sdp: string }>;
  /** The subscriber's answer to the offer with this number; one to an older offer is let fall. */
  answer(peerId: string, answer: { sdp: string; negotiation: number }): Promise<void>;
  addCandidate(peerId: string, connection: ConnectionName, candidate: Candidate | null): Promise<void>;
  /** Forwards no packet of this source until it is allowed again: what a host mutes stays mute. */
  allow(peerId: string, source: Source, isAllowed: boolean): Promise<void>;
  /** Ends both connections at once. Nothing when there is no such peer. */
  leave(peerId: string): Promise<void>;
  /** Writes files for each peer of the room, those that come later included, into a folder that exists. */
  startRecording(roomId: string, recordingId: string, folder: string): Promise<void>;
  /** Finishes the files. */
  stopRecording(roomId: string, recordingId: string): Promise<RecordedTrack[]>;
  /** Where browsers find ICE servers, with credentials for one person where they are time-limited. */
  iceServers(personId: string, now: Date): IceServer[];
  onEvent(listener: (event: SfuEvent) => void): void;
  close(): Promise<void>;
}

/** As the browser's RTCIceServer. */
export interface IceServer {
  urls: string[];
  username?: string;
  credential?: string;
}

export type SfuEvent =
  | { type: "offer"; peerId: string; negotiation: number; sdp: string; tracks: SubscribedTrack[] }
  | { type: "candidate"; peerId: string; connection: ConnectionName; candidate: Candidate | null }
  | { type: "connection"; peerId: string; connection: ConnectionName; state: "connected" | "lost" }
  /** The process died: all peers are gone, and recordings end where they were. It is started again by itself. */
  | { type: "died" };
