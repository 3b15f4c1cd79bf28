import type { GuestContext } from "#database/context.ts";
import { plus } from "#kernel/clock.ts";
import { badInput, Refusal, refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { isOccupied } from "../connections-store.ts";
import { requireOpen } from "../doors.ts";
import { ensureRoom } from "../ensure-room.ts";
import { readKey } from "../key.ts";
import { isLegible } from "../legible.ts";
import { bookParticipant, findParticipantByKey, type ParticipantRow } from "../participants-store.ts";
import type { RoomParts } from "../parts.ts";
import { findPutOut, roomOf } from "../recognition.ts";
import type { RoomRow } from "../rooms-store.ts";
import type { Entrant } from "../subject.ts";
import { signTicket, ticketLifetime } from "../tickets.ts";
import { insertTicket } from "../tickets-store.ts";
import { findVisitor, type Shown } from "../visitor.ts";

export interface IssuedTicket {
  ticket: string;
  expiresAt: Date;
  socketUrl: string;
  participantId: string;
  provider: RoomRow["provider"];
}

/**
 * A ticket with which somebody comes into a room, or waits in its lobby, once within a minute. Refuses with
 * `room_not_open`, `room_over` and `room_canceled` outside the session's time, and with `room_removed` whom a host has
 * put out.
 */
export async function issueTicket(
  parts: RoomParts,
  context: GuestContext,
  shown: Shown & { name: string | null },
): Promise<IssuedTicket> {
  const { tx, now, actor } = context;
  if (actor?.kind === "key" && shown.invitationId === null) {
    throw refuse("forbidden", "a room is entered by people, not by an API key");
  }
  const { subject, entrant } = await findVisitor(parts, context, shown);
  const { organizationId } = subject;
  const row = await ensureRoom(parts, tx, subject, now);
  const room = roomOf(row, subject);
  requireOpen(room, { now, grace: parts.grace, isOccupied: await isOccupied(tx, row) });
  const participant = await book(context, row, entrant, shown.name);
  const isPutOut = await findPutOut(tx, row, [entrant]);
  if (participant.removedAt || isPutOut(entrant)) throw new Refusal("room_removed");
  const expiresAt = plus(now, ticketLifetime);
  const ticket = { organizationId, id: newId(), roomId: row.id, participantId: participant.id, expiresAt };
  await insertTicket(tx, ticket);
  return {
    ticket: await signTicket(parts.vault, ticket),
    expiresAt,
    socketUrl: await parts.socketUrlOf(tx, room),
    participantId: participant.id,
    provider: row.provider,
  };
}

/** A member goes by the name of their account; a guest by the one that they give, or are known by. */
async function book(
  { tx, now }: GuestContext,
  row: RoomRow,
  { key, name: known, role }: Entrant,
  given: string | null,
): Promise<ParticipantRow> {
  const isMember = readKey(key).personId !== null;
  if (!isMember && given !== null && !isLegible(given)) {
    throw badInput("invalid_request", [{ pointer: "/name", detail: "must be one that others can read" }]);
  }
  const own = isMember ? known : (given ?? known);
  const name = own ?? given ?? (await findParticipantByKey(tx, row, key))?.name;
  if (!name) throw badInput("invalid_request", [{ pointer: "/name", detail: "is needed: nobody knows it" }]);
  return bookParticipant(tx, row, { id: newId(), key, name, role, now });
}
