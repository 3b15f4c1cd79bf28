import type { Transaction } from "#database/tenancy.ts";
import type { Room, RoomBook } from "../book.ts";
import { isOccupied } from "../connections-store.ts";
import { entryWindow } from "../entry.ts";
import { findParticipants } from "../participants-store.ts";
import { type RoomRules, readSubject } from "../parts.ts";
import { recogniseAgain, roomOf } from "../recognition.ts";
import { findRoom } from "../rooms-store.ts";

type Reconsidered = Awaited<ReturnType<RoomBook["reconsider"]>>;

/**
 * Who of these may still be in the room, and how. A room stays while people are in it, whatever was planned; a lobby
 * alone does not keep it open.
 */
export async function reconsider(
  rules: RoomRules,
  tx: Transaction,
  { organizationId, id }: Pick<Room, "organizationId" | "id">,
  participantIds: readonly string[],
  now: Date,
): Promise<Reconsidered> {
  const row = await findRoom(tx, organizationId, id);
  const subject = row && (await readSubject(rules, tx, row));
  if (!row || !subject) return { room: null, why: "canceled", entries: new Map() };
  const room = roomOf(row, subject);
  const { state } = room.subject;
  if (state === "canceled") return { room: null, why: "canceled", entries: new Map() };
  if (state === "over") return { room: null, why: "ended", entries: new Map() };
  const circumstances = { now, grace: rules.grace, isOccupied: await isOccupied(tx, row) };
  if (!circumstances.isOccupied && entryWindow(room, circumstances).state === "over") {
    return { room: null, why: null, entries: new Map() };
  }
  const rows = await findParticipants(tx, row, participantIds);
  return { room, why: null, entries: await recogniseAgain(rules, tx, room, rows) };
}
