import { CandidateQueue } from "./candidates.ts";
import type { ClientMessage, FromServer, IceCandidate, Source } from "./messages.ts";
import { plain } from "./publisher.ts";

/** What arrives: of each participant, by source. */
export type RemoteTracks = ReadonlyMap<string, ReadonlyMap<Source, MediaStreamTrack>>;

/** The connection on which the others are seen and heard. The server offers, one offer after the other. */
export class Subscriber {
  readonly connection: RTCPeerConnection;
  readonly #send: (message: ClientMessage) => void;
  readonly #arrived: (tracks: RemoteTracks) => void;
  readonly #candidates: CandidateQueue;
  #last: Promise<void> = Promise.resolve();

  constructor(
    iceServers: RTCIceServer[],
    parts: { send: (message: ClientMessage) => void; arrived: (tracks: RemoteTracks) => void },
  ) {
    this.connection = new RTCPeerConnection({ iceServers, bundlePolicy: "max-bundle" });
    this.#send = parts.send;
    this.#arrived = parts.arrived;
    this.#candidates = new CandidateQueue(this.connection);
    this.connection.onicecandidate = ({ candidate }) =>
      this.#send({ type: "candidate", connection: "subscribe", candidate: plain(candidate) });
  }

  /** Rejects when the offer cannot be taken. */
  offered(offer: FromServer<"offer">): Promise<void> {
    this.#last = this.#last.catch(() => {}).then(() => this.#take(offer));
    return this.#last;
  }

  addCandidate(candidate: IceCandidate): void {
    this.#candidates.add(candidate);
  }

  close(): void {
    this.connection.onicecandidate = null;
    this.connection.close();
    this.#arrived(new Map());
  }

  async #take({ sdp, negotiation, tracks }: FromServer<"offer">): Promise<void> {
    if (this.connection.signalingState === "closed") return;
    await this.connection.setRemoteDescription({ type: "offer", sdp });
    this.#candidates.open();
    await this.connection.setLocalDescription(await this.connection.createAnswer());
    this.#send({ type: "answer", sdp: this.connection.localDescription?.sdp ?? "", negotiation });
    this.#arrived(this.#sort(tracks));
  }

  /** Places are used again by others: whose a track is, each offer says anew. */
  #sort(tracks: FromServer<"offer">["tracks"]): RemoteTracks {
    const places = new Map(this.connection.getTransceivers().map((place) => [place.mid, place]));
    const sorted = new Map<string, Map<Source, MediaStreamTrack>>();
    for (const { mid, participantId, source } of tracks) {
      const track = places.get(mid)?.receiver.track;
      if (!track) continue;
      const theirs = sorted.get(participantId) ?? new Map<Source, MediaStreamTrack>();
      sorted.set(participantId, theirs.set(source, track));
    }
    return sorted;
  }
}
