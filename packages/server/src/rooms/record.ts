import type { Transaction } from "#database/tenancy.ts";
import { type Author, appendByServer, appendFor, type NewEvent } from "#events/append.ts";
import type { roomEvents } from "#events/types/rooms.ts";
import type { Origin } from "#kernel/actor.ts";
import { type RoomSignal, roomsChannel } from "./book.ts";
import { drawVersions, type RoomRow } from "./rooms-store.ts";

/** What happens in a room has no request of its own. */
const task = "rooms";
const fromRoom: Origin = { requestId: task, ip: null, userAgent: null };

type RoomEventType = keyof typeof roomEvents;

/** What an event says beside which room it is about. */
export interface Happening {
  type: RoomEventType;
  more?:
    | { participantId: string; connectionId?: string; at?: string }
    | { recordingId: string; number: number };
}

/** Appends events of a locked room, which nobody in particular made happen, in their order. */
export async function record(
  tx: Transaction,
  room: RoomRow,
  happenings: readonly Happening[],
  now: Date,
): Promise<void> {
  if (happenings.length === 0) return;
  const { organizationId } = room;
  appendByServer({ tx, organizationId, now, task }, await eventsOf(tx, room, happenings));
}

/** Appends an event of a locked room that somebody made happen, in the room or by a request. */
export async function recordBy(
  tx: Transaction,
  room: RoomRow,
  author: Author,
  happening: Happening,
  now: Date,
  origin: Origin = fromRoom,
): Promise<void> {
  const [event] = await eventsOf(tx, room, [happening]);
  if (event) appendFor({ tx, now, origin }, room.organizationId, author, event);
}

async function eventsOf(
  tx: Transaction,
  room: RoomRow,
  happenings: readonly Happening[],
): Promise<NewEvent<RoomEventType>[]> {
  const before = await drawVersions(tx, room, happenings.length);
  const { id: roomId, product, sessionId } = room;
  return happenings.map(({ type, more }, n) => ({
    type,
    subjectId: roomId,
    version: before + n + 1,
    payload: { roomId, product, sessionId, ...more } as never,
  }));
}

/** Has every process ask anew who may be in the room, once the transaction has committed. */
export function signal(
  tx: Transaction,
  { id, organizationId }: Pick<RoomRow, "id" | "organizationId">,
): void {
  const message: RoomSignal = { roomId: id, organizationId, what: "reconsider" };
  tx.signal(roomsChannel, JSON.stringify(message));
}
