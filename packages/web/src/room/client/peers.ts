import { Emitter } from "./emitter.ts";
import type { ClientMessage, FromServer, ServerMessage, Source } from "./messages.ts";
import { Publisher } from "./publisher.ts";
import { cameraQuality } from "./quality.ts";
import { type RemoteTracks, Subscriber } from "./subscriber.ts";

/** `lost`: it was up, or should have been, and is not. */
export type MediaState = "off" | "starting" | "up" | "lost";

type Events = {
  tracks: RemoteTracks;
  state: MediaState;
};

interface Parts {
  send: (message: ClientMessage) => void;
  tracks: (source: Source) => MediaStreamTrack | null;
}

/** Longest time without a path to the server before it counts as lost, in milliseconds: paths change, Wi-Fi to mobile. */
const patience = 5_000;

/** One's two media connections. Whatever stops them, `start` makes them anew. */
export class RoomPeers extends Emitter<Events> {
  readonly #parts: Parts;
  #iceServers: RTCIceServer[] = [];
  #publisher: Publisher | null = null;
  #subscriber: Subscriber | null = null;
  #cameras = 1;
  #state: MediaState = "off";
  #doubt: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Parts) {
    super();
    this.#parts = parts;
  }

  get state(): MediaState {
    return this.#state;
  }

  /** The statistics of what arrives, for whoever wants to look. */
  get receiving(): RTCPeerConnection | null {
    return this.#subscriber?.connection ?? null;
  }

  start(iceServers: RTCIceServer[], publishes: boolean): void {
    this.stop();
    this.#iceServers = iceServers;
    this.#subscriber = new Subscriber(iceServers, {
      send: this.#parts.send,
      arrived: (tracks) => this.emit("tracks", tracks),
    });
    this.#watch(this.#subscriber.connection);
    this.#enter("starting");
    if (publishes) this.publish();
  }

  /** Begins to be seen and heard, as a viewer who was let speak does. */
  publish(): void {
    if (this.#publisher || !this.#subscriber) return;
    this.#publisher = new Publisher(this.#iceServers, {
      ...this.#parts,
      camera: cameraQuality(this.#cameras),
    });
    this.#watch(this.#publisher.connection);
    void this.#publisher.start().catch(() => this.#lose());
  }

  /** A viewer who is to speak no longer. */
  unpublish(): void {
    this.#publisher?.close();
    this.#publisher = null;
  }

  stop(): void {
    clearTimeout(this.#doubt);
    this.unpublish();
    this.#subscriber?.close();
    this.#subscriber = null;
    this.#enter("off");
  }

  set(source: Source, track: MediaStreamTrack | null): void {
    void this.#publisher?.set(source, track).catch(() => this.#lose());
  }

  /** How many cameras are on in the room decides how much each sends. */
  count(cameras: number): void {
    if (cameras === this.#cameras) return;
    this.#cameras = cameras;
    void this.#publisher?.limitCamera(cameraQuality(cameras));
  }

  hear(message: ServerMessage): void {
    if (message.type === "published") void this.#publisher?.answered(message.sdp).catch(() => this.#lose());
    if (message.type === "offer") void this.#subscriber?.offered(message).catch(() => this.#lose());
    if (message.type === "candidate") this.#candidate(message);
  }

  #candidate({ connection, candidate }: FromServer<"candidate">): void {
    (connection === "publish" ? this.#publisher : this.#subscriber)?.addCandidate(candidate);
  }

  #watch(connection: RTCPeerConnection): void {
    connection.onconnectionstatechange = () => this.#judge();
  }

  #judge(): void {
    const states = [this.#publisher, this.#subscriber].map((peer) => peer?.connection.connectionState);
    clearTimeout(this.#doubt);
    if (states.includes("failed")) this.#lose();
    else if (states.includes("disconnected")) this.#doubt = setTimeout(() => this.#lose(), patience);
    else if (states.includes("connected")) this.#enter("up");
  }

  #lose(): void {
    clearTimeout(this.#doubt);
    if (this.#state !== "off") this.#enter("lost");
  }

  #enter(state: MediaState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.emit("state", state);
  }
}
