import type { Transaction } from "#database/tenancy.ts";
import { setTimer } from "#events/jobs.ts";
import { newId } from "#kernel/ids.ts";
import { isOccupied } from "./connections-store.ts";
import { entryWindow } from "./entry.ts";
import type { RoomRules } from "./parts.ts";
import { roomOf } from "./recognition.ts";
import { isToBeHeldAnew, wasBegunBefore } from "./reopening.ts";
import { findRoomOf, insertRoom, type RoomRow, reopenRoom, updateProvider } from "./rooms-store.ts";
import type { RoomSubject } from "./subject.ts";
import { tendTimer } from "./subscribers.ts";

/** The room of a session, made when it is first asked for, or to be held anew, with who does the media as the session says now. */
export async function ensureRoom(
  { grace }: Pick<RoomRules, "grace">,
  tx: Transaction,
  subject: RoomSubject,
  now: Date,
): Promise<RoomRow> {
  const { organizationId, product, sessionId } = subject;
  const there = await findRoomOf(tx, organizationId, product, sessionId);
  const isLeft = there !== null && wasBegunBefore(there, subject) && !(await isOccupied(tx, there));
  if (there && !isLeft && !isToBeHeldAnew(there, subject)) return withProvider(tx, there, subject);
  if (there) await reopenRoom(tx, there, now);
  else await insertRoom(tx, subject, newId(), now);
  const room = await findRoomOf(tx, organizationId, product, sessionId);
  if (!room) throw new Error("the room just made is not there");
  const { closesAt } = entryWindow(roomOf(room, subject), { now, grace, isOccupied: false });
  await setTimer(tx, tendTimer(organizationId, room.id), closesAt, now);
  return withProvider(tx, room, subject);
}

/** A provider's own name for the room stays where the session has none of its own. */
async function withProvider(tx: Transaction, room: RoomRow, subject: RoomSubject): Promise<RoomRow> {
  const { provider } = subject;
  const kept = provider === room.provider ? room.reference : null;
  const reference = subject.reference ?? kept;
  if (provider === room.provider && reference === room.reference) return room;
  await updateProvider(tx, room, { provider, reference });
  return { ...room, provider, reference };
}
