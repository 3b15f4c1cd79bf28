import type { Candidate, ConnectionName, PublishedTrack, RecordedTrack, SfuEvent, Source } from "./port.ts";
import type { SfuRefusalCode } from "./refusal.ts";
import type { SfuSettings } from "./settings.ts";

/** What the media process can be asked. */
interface Requests {
  join(question: { roomId: string; peerId: string; receives: boolean }): void;
  receive(question: { peerId: string }): void;
  publish(question: { peerId: string; sdp: string; tracks: PublishedTrack[] }): { sdp: string };
  answer(question: { peerId: string; sdp: string; negotiation: number }): void;
  addCandidate(question: { peerId: string; connection: ConnectionName; candidate: Candidate | null }): void;
  allow(question: { peerId: string; source: Source; isAllowed: boolean }): void;
  leave(question: { peerId: string }): void;
  startRecording(question: { roomId: string; recordingId: string; folder: string }): void;
  stopRecording(question: { roomId: string; recordingId: string }): RecordedTrack[];
}

export type RequestName = keyof Requests;
export type Question<N extends RequestName> = Parameters<Requests[N]>[0];
export type Answer<N extends RequestName> = ReturnType<Requests[N]>;

/** From the server to the media process. The settings come first. */
export type ToProcess =
  | { type: "begin"; settings: SfuSettings }
  | { [N in RequestName]: { type: "request"; id: number; name: N; question: Question<N> } }[RequestName];

/** From the media process to the server. Dates survive, because the channel clones structures. */
export type FromProcess =
  | { type: "ready" }
  | { type: "answered"; id: number; answer: unknown }
  | { type: "refused"; id: number; code: SfuRefusalCode; message: string }
  | { type: "failed"; id: number; message: string }
  | { type: "event"; event: SfuEvent }
  | { type: "log"; level: "info" | "warn" | "error"; text: string; details: Record<string, unknown> };
