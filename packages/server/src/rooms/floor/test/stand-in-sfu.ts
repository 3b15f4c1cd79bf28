import type { Sfu, SfuEvent } from "../../sfu/port.ts";
import { SfuRefusal } from "../../sfu/refusal.ts";

/** A media process without media, for tests of the running room alone. */
export interface StandInSfu extends Sfu {
  peers: Set<string>;
  /** What is not forwarded, as `peer source`. */
  blocked: Set<string>;
  /** How many peers it takes. */
  room: number;
  emit(event: SfuEvent): void;
  /** Dies, and restarts when told. */
  die(): void;
  restart(): void;
}

export function createStandInSfu(): StandInSfu {
  const listeners: ((event: SfuEvent) => void)[] = [];
  let isDown = false;
  let negotiation = 0;
  const need = (peerId: string) => {
    if (!sfu.peers.has(peerId)) throw new SfuRefusal("no_peer", "there is no such peer");
  };
  const sfu: StandInSfu = {
    peers: new Set(),
    blocked: new Set(),
    room: Number.POSITIVE_INFINITY,
    async join({ peerId }) {
      if (isDown) throw new SfuRefusal("restarting", "the media process restarts");
      if (sfu.peers.size >= sfu.room) throw new SfuRefusal("room_full", "the room is full");
      sfu.peers.add(peerId);
      negotiation += 1;
      sfu.emit({ type: "offer", peerId, negotiation, sdp: "offer", tracks: [] });
    },
    receive: async (peerId) => need(peerId),
    async publish(peerId, { tracks }) {
      need(peerId);
      for (const other of sfu.peers) {
        if (other === peerId) continue;
        negotiation += 1;
        const given = tracks.map(({ mid, source }) => ({ mid, source, from: peerId }));
        sfu.emit({ type: "offer", peerId: other, negotiation, sdp: "offer", tracks: given });
      }
      return { sdp: "answer" };
    },
    answer: async (peerId) => need(peerId),
    addCandidate: async (peerId) => need(peerId),
    async allow(peerId, source, isAllowed) {
      if (isAllowed) sfu.blocked.delete(`${peerId} ${source}`);
      else sfu.blocked.add(`${peerId} ${source}`);
    },
    async leave(peerId) {
      sfu.peers.delete(peerId);
    },
    startRecording: async () => {},
    stopRecording: async () => [],
    iceServers: () => [{ urls: ["stun:stun.example"] }],
    onEvent: (listener) => listeners.push(listener),
    close: async () => {},
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    die() {
      isDown = true;
      sfu.peers.clear();
      sfu.emit({ type: "died" });
    },
    restart() {
      isDown = false;
    },
  };
  return sfu;
}
