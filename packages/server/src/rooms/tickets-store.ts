import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";

export interface TicketRow {
  organizationId: string;
  id: string;
  roomId: string;
  participantId: string;
  expiresAt: Date;
}

export async function insertTicket(tx: Transaction, ticket: TicketRow): Promise<void> {
  await tx.all(sql`
    insert into room_tickets (organization_id, id, room_id, participant_id, expires_at)
    values (${ticket.organizationId}, ${ticket.id}, ${ticket.roomId}, ${ticket.participantId}, ${ticket.expiresAt})`);
}

/** Takes a ticket: of several who show the same one, the first. False when it is used, revoked or too old. */
export async function useTicket(
  tx: Transaction,
  { organizationId, id, roomId, participantId }: Omit<TicketRow, "expiresAt">,
  now: Date,
): Promise<boolean> {
  const row = await tx.first(sql`
    update room_tickets set used_at = ${now}
    where organization_id = ${organizationId} and id = ${id} and room_id = ${roomId}
      and participant_id = ${participantId} and used_at is null and revoked_at is null and expires_at > ${now}
    returning id`);
  return row !== null;
}

export async function revokeTickets(
  tx: Transaction,
  { organizationId, roomId, participantId }: Pick<TicketRow, "organizationId" | "roomId" | "participantId">,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    update room_tickets set revoked_at = ${now}
    where organization_id = ${organizationId} and room_id = ${roomId} and participant_id = ${participantId}
      and revoked_at is null`);
}

/** Forgets tickets that were too old before this moment, of all organizations. */
export async function purgeTickets(tx: Transaction, before: Date): Promise<void> {
  await tx.all(sql`delete from room_tickets where expires_at < ${before}`);
}
