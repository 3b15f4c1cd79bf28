import type { Transaction } from "#database/tenancy.ts";
import { refuse } from "#kernel/errors.ts";
import type { Entry } from "../book.ts";
import { isOccupied } from "../connections-store.ts";
import { requireOpen } from "../doors.ts";
import { findParticipants } from "../participants-store.ts";
import { type RoomRules, readSubject } from "../parts.ts";
import { recogniseAgain, roomOf } from "../recognition.ts";
import { findRoom } from "../rooms-store.ts";
import { type TicketRow, useTicket } from "../tickets-store.ts";

/**
 * Takes a ticket, once: of several who show the same one, the first gets in. Who it is for is asked anew, so that it is
 * worth nothing to somebody who may not enter any more. Refuses (401) one that is used, revoked or too old.
 */
export async function redeemTicket(
  rules: RoomRules,
  tx: Transaction,
  ticket: Omit<TicketRow, "expiresAt">,
  now: Date,
): Promise<Entry> {
  const { organizationId, roomId, participantId } = ticket;
  if (!(await useTicket(tx, ticket, now))) throw badTicket();
  const row = await findRoom(tx, organizationId, roomId);
  const subject = row && (await readSubject(rules, tx, row));
  if (!row || !subject) throw badTicket();
  const room = roomOf(row, subject);
  requireOpen(room, { now, grace: rules.grace, isOccupied: await isOccupied(tx, row) });
  const entries = await recogniseAgain(rules, tx, room, await findParticipants(tx, row, [participantId]));
  const entry = entries.get(participantId);
  if (!entry) throw badTicket();
  return { room, ...entry, connectionId: ticket.id };
}

/** One answer, whichever it is. */
export const badTicket = () =>
  refuse("unauthenticated", "the ticket was used, revoked, is too old, or was never made");
