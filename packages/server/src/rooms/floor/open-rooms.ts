import { setTimeout as pause } from "node:timers/promises";
import type { Room } from "../book.ts";
import type { SfuEvent } from "../sfu/port.ts";
import type { FloorParts } from "./core.ts";
import { createDiary } from "./diary.ts";
import type { Abandoned } from "./lease-store.ts";
import type { Leases } from "./leases.ts";
import { createRunningRoom, type RunningRoom } from "./running-room.ts";

/** Makes the leases of this process; `onAbandoned` sees to rooms that another process held and died with. */
export type MakeLeases = (onAbandoned: (abandoned: Abandoned) => Promise<void>) => Leases;

/** The rooms that are open in this process, from the first who comes to the last who goes. */
export interface OpenRooms {
  /** The room, opened where it is not; null when another process holds it. */
  open(room: Room): Promise<RunningRoom | null>;
  reconsider(roomId: string): void;
  reconsiderAll(): void;
  /** How often something changed so far, in whatever room. */
  changes(): number;
  heard(event: SfuEvent): void;
  lostRecording(roomId: string): void;
  count(): { rooms: number; people: number };
  stop(): Promise<void>;
}

/** Milliseconds that a stop waits for the database, so that what happened is written down. */
const patience = 5_000;

export function createOpenRooms(parts: FloorParts & { leases: MakeLeases }): OpenRooms {
  const { book, recorder, times, onFault } = parts;
  const rooms = new Map<string, RunningRoom>();
  const opening = new Map<string, Promise<RunningRoom | null>>();
  const closing = new Map<string, Promise<unknown>>();
  const roomOfPeer = new Map<string, RunningRoom>();
  const diary = createDiary({ book, retryAfter: times.retryAfter, onFault });
  const leases = parts.leases(async ({ room, open, seenAt }) => {
    for (const connectionId of open) diary.note(room, { kind: "left", at: seenAt, connectionId });
    await diary.written(room);
    await recorder.interrupted(room);
  });
  let isStopped = false;

  async function make(room: Room): Promise<RunningRoom | null> {
    await closing.get(room.id);
    if (isStopped || !(await leases.take(room))) return null;
    await recorder.interrupted(room);
    const chat = await book.readChat(room);
    const made = createRunningRoom({
      ...{ floor: parts, diary, room, chat },
      onPeer: (peerId, isHere) => (isHere ? roomOfPeer.set(peerId, made) : roomOfPeer.delete(peerId)),
      onClosed: (recordingEnded) => letGo(room, recordingEnded),
    });
    rooms.set(room.id, made);
    return made;
  }

  /** The next to come opens it anew, wherever that is. */
  function letGo(room: Room, recordingEnded: Promise<void>): void {
    rooms.delete(room.id);
    const gone = recordingEnded
      .catch(onFault)
      .then(() => diary.written(room))
      .then(() => leases.release(room))
      .catch(onFault)
      .finally(() => closing.delete(room.id));
    closing.set(room.id, gone);
  }

  leases.start({
    rooms: () => [...rooms.keys()],
    lost: (roomId) => void rooms.get(roomId)?.close("restart").catch(onFault),
  });

  return {
    async open(room) {
      const known = rooms.get(room.id) ?? opening.get(room.id);
      if (known) return known;
      const making = make(room).finally(() => opening.delete(room.id));
      opening.set(room.id, making);
      return making;
    },
    ...overAll(rooms, roomOfPeer),
    async stop() {
      isStopped = true;
      await Promise.allSettled(opening.values());
      for (const room of rooms.values()) room.close("restart").catch(onFault);
      await Promise.race([Promise.all(closing.values()), pause(patience, undefined, { ref: false })]);
      diary.close();
      await leases.stop();
    },
  };
}

function overAll(rooms: Map<string, RunningRoom>, roomOfPeer: Map<string, RunningRoom>) {
  let changes = 0;
  return {
    reconsider(roomId: string) {
      changes += 1;
      rooms.get(roomId)?.reconsider();
    },
    reconsiderAll() {
      changes += 1;
      for (const room of rooms.values()) room.reconsider();
    },
    changes: () => changes,
    heard(event: SfuEvent) {
      if (event.type !== "died") return roomOfPeer.get(event.peerId)?.heard(event);
      for (const room of rooms.values()) room.heard(event);
    },
    lostRecording: (roomId: string) => rooms.get(roomId)?.lostRecording(),
    count: () => ({
      rooms: rooms.size,
      people: Array.from(rooms.values()).reduce((sum, room) => sum + room.people(), 0),
    }),
  };
}
