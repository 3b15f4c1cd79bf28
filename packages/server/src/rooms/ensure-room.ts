import type { Transaction } from "#database/tenancy.ts";
import { setTimer } from "#events/jobs.ts";
import { newId } from "#kernel/ids.ts";
import { entryWindow } from "./entry.ts";
import type { RoomRules } from "./parts.ts";
import { roomOf } from "./recognition.ts";
import { findRoomOf, insertRoom, type RoomRow, updateProvider } from "./rooms-store.ts";
import type { RoomSubject } from "./subject.ts";
import { tendTimer } from "./subscribers.ts";

/** The room of a session, made when it is first asked for, with who does the media as the session says now. */
export async function ensureRoom(
  { grace }: Pick<RoomRules, "grace">,
  tx: Transaction,
  subject: RoomSubject,
  now: Date,
): Promise<RoomRow> {
  const { organizationId, product, sessionId } = subject;
  const there = await findRoomOf(tx, organizationId, product, sessionId);
  if (there) return withProvider(tx, there, subject);
  await insertRoom(tx, subject, newId(), now);
  const made = await findRoomOf(tx, organizationId, product, sessionId);
  if (!made) throw new Error("the room just made is not there");
  const { closesAt } = entryWindow(roomOf(made, subject), { now, grace, isOccupied: false });
  await setTimer(tx, tendTimer(organizationId, made.id), closesAt, now);
  return made;
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
