import { RoomConnection, type Surroundings } from "./connection.ts";
import { Emitter } from "./emitter.ts";
import { LocalMedia, type SwitchedOn } from "./media.ts";
import type { ClientMessage, ServerMessage } from "./messages.ts";
import { type MediaState, RoomPeers } from "./peers.ts";
import { countCameras, hasMedia, outside, type RoomEvent, type RoomState, reduce } from "./state.ts";
import type { RemoteTracks } from "./subscriber.ts";

/** Everything that can be shown of a room at one moment. A new object with every change. */
export interface RoomView {
  room: RoomState;
  media: MediaState;
  /** How often in a row the media was lost: from the second time on the network itself must be the reason. */
  losses: number;
  tracks: RemoteTracks;
}

type Events = {
  view: RoomView;
  /** What the room says, for whoever announces it, with what was known before. */
  heard: { message: ServerMessage; before: RoomState };
};

/** Milliseconds: the server sets up nobody's media more often. */
const betweenRenewals = 5_000;

/** How long an emoji floats, in milliseconds. */
const reactionLife = 4_000;

/** One person's presence in a room: the line, their devices and the media connections, as one. */
export class Room extends Emitter<Events> {
  readonly media = new LocalMedia();
  readonly #connection: RoomConnection;
  readonly #peers: RoomPeers;
  #view: RoomView = { room: outside, media: "off", losses: 0, tracks: new Map() };
  #told = "";
  #renewedAt = Number.NEGATIVE_INFINITY;
  /** What was on when one left: it is on again when one comes back. */
  #left: SwitchedOn = { camera: false, microphone: false, screen: false };

  constructor(surroundings: Surroundings) {
    super();
    this.#connection = new RoomConnection(surroundings);
    this.#peers = new RoomPeers({
      send: (message) => this.send(message),
      tracks: (source) => this.media.track(source),
    });
    this.#listen();
  }

  get view(): RoomView {
    return this.#view;
  }

  get peers(): RoomPeers {
    return this.#peers;
  }

  /** Comes in, or comes in again. */
  enter(): void {
    this.media.camera.dismissTrouble();
    this.media.microphone.dismissTrouble();
    if (this.#left.camera) void this.media.camera.switchOn();
    if (this.#left.microphone) void this.media.microphone.switchOn();
    this.#connection.open();
  }

  send(message: ClientMessage): void {
    this.#connection.send(message);
  }

  /** Answers whether one agrees to be recorded. */
  consent(agreed: boolean): void {
    this.send({ type: "consent", agreed });
    // Who says no while it is on stays asked: there is nothing to see for them.
    if (agreed || this.#view.room.recording.state !== "on") this.#happen({ type: "answered_consent" });
  }

  openChat(isOpen: boolean): void {
    this.#happen({ type: "chat_opened", isOpen });
  }

  leave(): void {
    this.#connection.leave();
    this.#happen({ type: "bye", reason: "left" });
    this.#end();
  }

  /** Gives everything back. */
  close(): void {
    this.#connection.leave();
    this.#peers.stop();
    this.media.close();
  }

  #listen(): void {
    this.#connection.on("message", (message) => this.#hear(message));
    this.#connection.on("link", (link) => {
      if (link === "cut") this.#peers.stop();
      this.#happen({ type: "link", link });
    });
    this.#connection.on("bye", (reason) => {
      this.#happen({ type: "bye", reason });
      this.#end();
    });
    this.#connection.on("refused", (refusal) => {
      this.#happen({ type: "refused", refusal });
      this.#end();
    });
    this.#peers.on("tracks", (tracks) => this.#show({ tracks }));
    this.#peers.on("state", (media) => this.#judge(media));
    this.media.on("track", ({ source, track }) => this.#peers.set(source, track));
    this.media.on("change", () => this.#tell());
  }

  #hear(message: ServerMessage): void {
    const before = this.#view.room;
    this.#happen({ type: "server", message });
    this.emit("heard", { message, before });
    this.#peers.hear(message);
    if (message.type === "muted") this.media.microphone.switchOff();
    if (message.type === "reaction") this.#forgetReaction(this.#view.room.count);
    if (message.type === "welcome") {
      this.#told = "";
      this.#peers.stop();
    }
    if (message.type === "renew") this.#peers.stop();
    this.#follow(message);
  }

  /** Media connections as the room's rules have them now. */
  #follow(message: ServerMessage): void {
    if (!["welcome", "renew", "recording", "changed", "joined", "left"].includes(message.type)) return;
    const { room } = this.#view;
    const speaks = room.you?.speaks ?? false;
    if (!hasMedia(room)) this.#peers.stop();
    else if (this.#peers.state === "off") this.#peers.start(room.iceServers, speaks);
    else if (speaks) this.#peers.publish();
    else this.#peers.unpublish();
    if (room.you && !speaks) this.#silence();
    this.#peers.count(countCameras(room));
    this.#tell();
  }

  #silence(): void {
    if (this.media.camera.state.isOn) this.media.camera.switchOff();
    if (this.media.microphone.state.isOn) this.media.microphone.switchOff();
    if (this.media.screen) this.media.stopScreen();
  }

  /** Says what is switched on, once for every change and once for every coming. */
  #tell(): void {
    const { room } = this.#view;
    if (!room.you?.speaks) return;
    // Who has not agreed to a recording that is on has nothing on: what they switched on is told when they have.
    if (!hasMedia(room)) {
      this.#told = "";
      return;
    }
    const now = JSON.stringify(this.media.switchedOn);
    if (now === this.#told) return;
    this.#told = now;
    this.send({ type: "media", ...this.media.switchedOn });
  }

  #judge(media: MediaState): void {
    const losses = media === "up" ? 0 : this.#view.losses + (media === "lost" ? 1 : 0);
    this.#show({ media, losses });
    if (media !== "lost") return;
    const now = performance.now();
    // Once it is asked for anew on the same line; if that is no help, the line itself is doubtful.
    if (now - this.#renewedAt < betweenRenewals || losses > 1) {
      this.#connection.suspect();
    } else {
      this.#renewedAt = now;
      this.send({ type: "renew" });
    }
  }

  #forgetReaction(number: number): void {
    setTimeout(() => this.#happen({ type: "reaction_over", number }), reactionLife);
  }

  #end(): void {
    this.#left = this.media.switchedOn;
    this.#peers.stop();
    this.media.release();
  }

  #happen(event: RoomEvent): void {
    this.#show({ room: reduce(this.#view.room, event) });
  }

  #show(part: Partial<RoomView>): void {
    this.#view = { ...this.#view, ...part };
    this.emit("view", this.#view);
  }
}
