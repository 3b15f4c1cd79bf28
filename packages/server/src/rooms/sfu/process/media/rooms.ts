import type { Answer, Question, RequestName } from "../../messages.ts";
import type { SfuEvent } from "../../port.ts";
import { SfuRefusal } from "../../refusal.ts";
import type { SfuSettings } from "../../settings.ts";
import { type Links, openLinks } from "../transport/links.ts";
import { ownFingerprint } from "../transport/secure.ts";
import { mostForwards, mostPeers, mostViewers } from "./limits.ts";
import { type Peer, Room, type RoomParts } from "./room.ts";

export interface Rooms {
  answer<N extends RequestName>(name: N, question: Question<N>): Promise<Answer<N>>;
  close(): Promise<void>;
}

/** bit/s for speech, and for what is heard of a shared screen; Opus needs no more. */
const speechBitrate = 64_000;
const screenAudioBitrate = 128_000;

/** All rooms of this process. */
export async function openRooms(
  settings: SfuSettings,
  told: { tell(event: SfuEvent): void; report(text: string, fault: unknown): void },
): Promise<Rooms> {
  const fingerprint = await ownFingerprint();
  const links = await openLinks(settings);
  return new AllRooms(links, {
    ...{ links, end: { fingerprint, announced: links.announced }, ...told },
    bitrates: {
      camera: settings.cameraBitrate,
      screen: settings.screenBitrate,
      microphone: speechBitrate,
      screen_audio: screenAudioBitrate,
    },
  });
}

class AllRooms implements Rooms {
  private readonly rooms = new Map<string, Room>();
  private readonly roomOf = new Map<string, string>();
  private readonly links: Links;
  private readonly parts: RoomParts;
  private readonly timer: NodeJS.Timeout;

  constructor(links: Links, parts: RoomParts) {
    this.links = links;
    this.parts = parts;
    this.timer = setInterval(() => {
      const now = performance.now();
      for (const room of this.rooms.values()) room.look(now);
    }, 1_000);
  }

  private readonly handlers: {
    [N in RequestName]: (question: Question<N>) => Answer<N> | Promise<Answer<N>>;
  } = {
    join: ({ roomId, peerId, receives }) => {
      if (this.roomOf.has(peerId))
        throw new SfuRefusal("already_exists", "This connection has joined already.");
      this.checkPlace(roomId);
      const room = this.rooms.get(roomId) ?? new Room(this.parts);
      this.rooms.set(roomId, room);
      this.roomOf.set(peerId, roomId);
      room.join(peerId, receives);
    },
    receive: ({ peerId }) => this.with(peerId, (room, peer) => room.receive(peer)),
    publish: ({ peerId, sdp, tracks }) =>
      this.with(peerId, (room, peer) => {
        this.checkForwards(room, peer, tracks.length);
        return { sdp: room.publish(peer, sdp, tracks) };
      }),
    answer: ({ peerId, sdp, negotiation }) =>
      this.with(peerId, (_room, peer) => peer.subscriber?.answer(sdp, negotiation)),
    // With ICE-lite clients find us, not we them.
    addCandidate: ({ peerId }) => this.with(peerId, () => {}),
    allow: ({ peerId, source, isAllowed }) =>
      this.with(peerId, (room, peer) => room.allow(peer, source, isAllowed)),
    leave: ({ peerId }) => {
      const room = this.rooms.get(this.roomOf.get(peerId) ?? "");
      const peer = room?.peers.get(peerId);
      if (room && peer) room.leave(peer);
      this.sweep(peerId);
    },
    startRecording: ({ roomId, recordingId, folder }) => {
      const room = this.rooms.get(roomId);
      if (!room) throw new SfuRefusal("no_peer", "Nobody is in this room.");
      room.startRecording(recordingId, folder);
    },
    stopRecording: async ({ roomId, recordingId }) => {
      const room = this.rooms.get(roomId);
      if (!room) throw new SfuRefusal("not_recording", "This recording does not run.");
      const tracks = await room.stopRecording(recordingId);
      if (room.isEmpty) this.rooms.delete(roomId);
      return tracks;
    },
  };

  async answer<N extends RequestName>(name: N, question: Question<N>): Promise<Answer<N>> {
    return this.handlers[name](question);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.rooms.values()].map((room) => room.close()));
    await this.links.close();
  }

  private with<T>(peerId: string, act: (room: Room, peer: Peer) => T): T {
    const room = this.rooms.get(this.roomOf.get(peerId) ?? "");
    const peer = room?.peers.get(peerId);
    if (!room || !peer) throw new SfuRefusal("no_peer", "This connection is not in a room any more.");
    return act(room, peer);
  }

  private sweep(peerId: string): void {
    const roomId = this.roomOf.get(peerId);
    this.roomOf.delete(peerId);
    if (roomId !== undefined && this.rooms.get(roomId)?.isEmpty) this.rooms.delete(roomId);
  }

  private checkPlace(roomId: string): void {
    const viewers = [...this.rooms.values()].reduce((sum, room) => sum + room.viewers, 0);
    if (viewers >= mostViewers || this.roomOf.size >= mostPeers) {
      throw new SfuRefusal(
        "room_full",
        `${this.roomOf.size} people are connected already, which is the most.`,
      );
    }
    this.checkLoad(this.rooms.get(roomId)?.publications ?? 0);
  }

  private checkForwards(room: Room, peer: Peer, tracks: number): void {
    const added = tracks - peer.publications.size;
    if (added > 0) this.checkLoad(added * (room.peers.size - 1));
  }

  private checkLoad(added: number): void {
    const present = [...this.rooms.values()].reduce((sum, room) => sum + room.forwards, 0);
    if (added > 0 && present + added > mostForwards) {
      throw new SfuRefusal("room_full", "Pictures and voices of so many people are more than can be sent.");
    }
  }
}
