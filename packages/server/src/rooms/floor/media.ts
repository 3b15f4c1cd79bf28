import type { ServerMessage } from "../protocol/messages.ts";
import type { ConnectionName, Sfu, SfuEvent, Source } from "../sfu/port.ts";
import { createPeers, type PeerParts, type Peers } from "./peers.ts";

type Offer = Parameters<Sfu["publish"]>[1];
type Candidate = Parameters<Sfu["addCandidate"]>[2];

/** The media of one room: one peer for each connection that may see and hear. A peer's id is its connection's. */
export interface Media extends Pick<Peers, "join" | "has" | "renew" | "leave"> {
  publish(peerId: string, offer: Offer): Promise<{ sdp: string }>;
  answer(peerId: string, answer: { sdp: string; negotiation: number }): Promise<void>;
  addCandidate(peerId: string, connection: ConnectionName, candidate: Candidate): Promise<void>;
  allow(peerId: string, only: readonly Source[], isAllowed: boolean): Promise<void>;
  heard(event: SfuEvent): void;
}

interface Parts extends PeerParts {
  /** Whose connection it is; null when nobody's any more. */
  personOf(peerId: string): string | null;
}

export function createMedia(parts: Parts): Media {
  const { sfu, send, personOf } = parts;
  const { ready, renewAll, ...peers } = createPeers(parts);
  return {
    ...peers,
    async publish(peerId, offer) {
      await ready(peerId);
      return sfu.publish(peerId, offer);
    },
    async answer(peerId, answer) {
      await ready(peerId);
      await sfu.answer(peerId, answer);
    },
    async addCandidate(peerId, connection, candidate) {
      await ready(peerId);
      await sfu.addCandidate(peerId, connection, candidate);
    },
    async allow(peerId, only, isAllowed) {
      await ready(peerId);
      for (const source of only) await sfu.allow(peerId, source, isAllowed);
    },
    heard(event) {
      if (event.type === "died") renewAll();
      else if (!peers.has(event.peerId)) return;
      else if (event.type === "connection") {
        if (event.state === "lost") peers.renew(event.peerId);
      } else send(event.peerId, inWords(event, personOf));
    },
  };
}

function inWords(
  event: Extract<SfuEvent, { type: "offer" | "candidate" }>,
  personOf: Parts["personOf"],
): ServerMessage {
  if (event.type === "candidate") {
    return { type: "candidate", connection: event.connection, candidate: event.candidate };
  }
  const { sdp, negotiation } = event;
  const tracks = event.tracks.map(({ mid, from, source }) => ({
    ...{ mid, source },
    participantId: personOf(from) ?? "",
  }));
  return { type: "offer", sdp, negotiation, tracks };
}
