import type { Clock } from "#kernel/clock.ts";
import type { BookedParticipant, KeptMessage, Room, RoomBook } from "../book.ts";
import type { ServerMessage } from "../protocol/messages.ts";
import type { RoomRecorder } from "../recording/port.ts";
import type { Sfu } from "../sfu/port.ts";
import type { Connection } from "./connection.ts";
import type { Diary } from "./diary.ts";
import { createMedia, type Media } from "./media.ts";
import { blockedSources } from "./rules.ts";
import { emptyRoom, type RoomState, type Say, type Step } from "./state.ts";
import type { FloorTimes } from "./times.ts";

/** A reaction, as whoever else wants to know of it hears. */
export type OnReaction = (reaction: { room: Room; key: string; emoji: string; at: Date }) => Promise<void>;

/** What all running rooms of a process share. */
export interface FloorParts {
  book: RoomBook;
  sfu: Sfu;
  recorder: RoomRecorder;
  clock: Clock;
  times: FloorTimes;
  /** What may be sent as a reaction. */
  reactions: readonly string[];
  onReaction: OnReaction;
  onFault(fault: unknown): void;
}

/** Somebody who is connected: in the room, in the lobby, or on the way in. */
interface Connected {
  connection: Connection;
  participant: BookedParticipant;
  /** What their media said before they were welcomed; null from then on. */
  early: ServerMessage[] | null;
  /** Nobody lets them in a second time. */
  isLetIn: boolean;
}

/** A room that runs in this process: its state, and what its state is kept in step with. */
export interface Core {
  readonly parts: FloorParts;
  readonly diary: Diary;
  readonly media: Media;
  readonly connected: Map<string, Connected>;
  readonly chat: KeptMessage[];
  /** Of those who are away, until they count as gone. */
  readonly away: Map<string, NodeJS.Timeout>;
  room: Room;
  state: RoomState;
  /** Hosts were told last that these have not agreed. */
  toldMissing: string;
  isStopping: boolean;
  isClosed: boolean;
  /** Adopts what came of something, and tells everybody whom it concerns. */
  take(step: Step): void;
  send(id: string, message: ServerMessage): void;
  /** Nobody is in it any more, nor in its lobby; its recording may still be ending. */
  onClosed(recordingEnded: Promise<void>): void;
}

interface CoreParts {
  parts: FloorParts;
  diary: Diary;
  room: Room;
  chat: KeptMessage[];
  onPeer(peerId: string, isHere: boolean): void;
  onClosed(recordingEnded: Promise<void>): void;
}

export function createCore({ parts, diary, room, chat, onPeer, onClosed }: CoreParts): Core {
  const core: Core = {
    ...{ parts, diary, room, chat, onClosed },
    connected: new Map(),
    away: new Map(),
    media: createMedia({
      sfu: parts.sfu,
      roomId: room.id,
      retryAfter: parts.times.retryAfter,
      renewEvery: parts.times.renewEvery,
      send: (peerId, message) => sendOfMedia(core, peerId, message),
      blocked(peerId) {
        const participant = core.connected.get(peerId)?.participant;
        const person = core.state.people.get(participant?.id ?? "");
        // Before they are in, and when they come back, what the book says of them counts.
        if (person?.connectionId === peerId) return blockedSources(person);
        return blockedSources({ speaks: participant?.speaks ?? false, isMuted: false });
      },
      personOf: (peerId) => core.connected.get(peerId)?.participant.id ?? null,
      onPeer,
      onFault: parts.onFault,
    }),
    state: emptyRoom,
    toldMissing: "",
    isStopping: false,
    isClosed: false,
    take({ state, says }) {
      core.state = state;
      for (const say of says) deliver(core, say);
    },
    send: (id, message) => deliver(core, { to: { id }, message }),
  };
  return core;
}

/** Where somebody's present connection is. */
export function connectionOf(core: Core, id: string): Connection | undefined {
  const connectionId = core.state.people.get(id)?.connectionId ?? core.state.lobby.get(id)?.connectionId;
  return connectionId ? core.connected.get(connectionId)?.connection : undefined;
}

/** Ends a connection for this room: whatever comes over it from now on is nothing to it. */
export function forget(core: Core, connectionId: string): void {
  core.media.leave(connectionId);
  core.connected.delete(connectionId);
}

function deliver(core: Core, { to, except, message }: Say): void {
  const text = JSON.stringify(message);
  if (typeof to === "object") {
    connectionOf(core, to.id)?.sendText(text);
    return;
  }
  for (const { id, role, isElsewhere } of core.state.people.values()) {
    const isMeant = to === "hosts" ? role === "host" : !isElsewhere;
    if (isMeant && id !== except) connectionOf(core, id)?.sendText(text);
  }
}

/** Nothing comes before the welcome. */
function sendOfMedia({ connected }: Core, peerId: string, message: ServerMessage): void {
  const found = connected.get(peerId);
  if (found?.early) found.early.push(message);
  else found?.connection.send(message);
}
