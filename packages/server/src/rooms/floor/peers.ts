import { setTimeout as pause } from "node:timers/promises";
import type { ServerMessage } from "../protocol/messages.ts";
import type { Sfu, Source } from "../sfu/port.ts";
import { SfuRefusal } from "../sfu/refusal.ts";

export interface PeerParts {
  sfu: Sfu;
  roomId: string;
  /** Milliseconds. */
  retryAfter: number;
  /** Milliseconds in which one peer is set up anew at most once. */
  renewEvery: number;
  /** Sends to the connection with this id. */
  send(peerId: string, message: ServerMessage): void;
  /** What is not forwarded of whoever has this connection. */
  blocked(peerId: string): readonly Source[];
  onPeer(peerId: string, isHere: boolean): void;
  onFault(fault: unknown): void;
}

interface Peer {
  /** Resolves when the media process knows the peer, or the peer is gone. */
  ready: Promise<void>;
  isGone: boolean;
  renewedAt: number;
}

/** Those of one room whom the media process knows, or is to know as soon as it is there again. */
export interface Peers {
  /** Rejects with `code: "room_full"`; anything else is tried again in the background. */
  join(peerId: string): Promise<void>;
  has(peerId: string): boolean;
  ready(peerId: string): Promise<void>;
  /** Sets one peer's media up anew; nothing when that was done a moment ago. */
  renew(peerId: string): void;
  /** The same for all, because the media process knows nobody any more. */
  renewAll(): void;
  leave(peerId: string): void;
}

const isRefused = (fault: unknown, code: SfuRefusal["code"]): boolean =>
  fault instanceof SfuRefusal && fault.code === code;

export function createPeers(parts: PeerParts): Peers {
  const { sfu, onFault } = parts;
  const peers = new Map<string, Peer>();

  async function keepAsking(peerId: string, peer: Peer): Promise<void> {
    while (!peer.isGone) {
      try {
        return await ask(parts, peerId);
      } catch (fault) {
        if (!isRefused(fault, "restarting")) onFault(fault);
        // It came in after all, when its answer was too late for us.
        if (isRefused(fault, "already_exists")) await sfu.leave(peerId).catch(onFault);
      }
      await pause(parts.retryAfter, undefined, { ref: false });
    }
  }

  function setUpAnew(peerId: string, peer: Peer): void {
    if (peer.isGone) return;
    peer.renewedAt = performance.now();
    parts.send(peerId, { type: "renew" });
    peer.ready = keepAsking(peerId, peer);
  }

  function drop(peerId: string, peer: Peer): void {
    peer.isGone = true;
    peers.delete(peerId);
    parts.onPeer(peerId, false);
  }

  return {
    async join(peerId) {
      const peer: Peer = { ready: Promise.resolve(), isGone: false, renewedAt: Number.NEGATIVE_INFINITY };
      peers.set(peerId, peer);
      parts.onPeer(peerId, true);
      const asked = ask(parts, peerId);
      peer.ready = asked.catch(() => {});
      try {
        await asked;
      } catch (fault) {
        if (!isRefused(fault, "room_full")) {
          peer.ready = keepAsking(peerId, peer);
          return;
        }
        drop(peerId, peer);
        throw fault;
      }
    },
    has: (peerId) => peers.has(peerId),
    ready: async (peerId) => peers.get(peerId)?.ready,
    renew(peerId) {
      const peer = peers.get(peerId);
      if (!peer || performance.now() - peer.renewedAt < parts.renewEvery) return;
      peer.renewedAt = performance.now();
      const left = sfu.leave(peerId).catch(onFault);
      peer.ready = left.then(() => {
        setUpAnew(peerId, peer);
        return peer.isGone ? undefined : peer.ready;
      });
    },
    renewAll() {
      for (const [peerId, peer] of peers) setUpAnew(peerId, peer);
    },
    leave(peerId) {
      const peer = peers.get(peerId);
      if (!peer) return;
      drop(peerId, peer);
      // It may be on its way in.
      peer.ready.then(() => sfu.leave(peerId)).catch(onFault);
    },
  };
}

async function ask({ sfu, roomId, blocked }: PeerParts, peerId: string): Promise<void> {
  await sfu.join({ roomId, peerId, receives: true });
  for (const source of blocked(peerId)) await sfu.allow(peerId, source, false);
}
