import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";

/** A push that its service has taken, and of which it says later what became of it. */
export interface Ticket {
  organizationId: string;
  effectId: string;
  ticket: string;
  deviceId: string;
  sentAt: Date;
}

/** Keeps a ticket until its receipt is there. An effect that was sent once more has the newest only. */
export async function upsertTicket(tx: Transaction, ticket: Ticket, dueAt: Date): Promise<void> {
  const { organizationId, effectId, ticket: text, deviceId, sentAt } = ticket;
  await tx.all(sql`
    insert into push_tickets (organization_id, effect_id, ticket, device_id, sent_at, due_at)
    values (${organizationId}, ${effectId}, ${text}, ${deviceId}, ${sentAt}, ${dueAt})
    on conflict (organization_id, effect_id) do update set
      ticket = excluded.ticket, device_id = excluded.device_id, sent_at = excluded.sent_at, due_at = excluded.due_at`);
}

/** Tickets of all organizations whose receipts are to be asked for. */
export const findDueTickets = (tx: Statements, now: Date, limit: number): Promise<Ticket[]> =>
  tx.all<Ticket>(sql`
    select organization_id as "organizationId", effect_id as "effectId", ticket, device_id as "deviceId",
      sent_at as "sentAt"
    from push_tickets where due_at <= ${now} order by due_at limit ${limit}`);

/** Deletes those of these tickets that are still there, and says which they were. */
export const deleteTickets = (tx: Transaction, tickets: readonly Ticket[]): Promise<Ticket[]> =>
  tx.all<Ticket>(sql`
    delete from push_tickets t
    using unnest(${tickets.map((one) => one.organizationId)}::uuid[], ${tickets.map((one) => one.effectId)}::uuid[],
      ${tickets.map((one) => one.ticket)}::text[]) as over (organization_id, effect_id, ticket)
    where t.organization_id = over.organization_id and t.effect_id = over.effect_id and t.ticket = over.ticket
    returning t.organization_id as "organizationId", t.effect_id as "effectId", t.ticket, t.device_id as "deviceId",
      t.sent_at as "sentAt"`);

/** Lets these tickets be asked for again later. */
export async function postponeTickets(
  tx: Transaction,
  tickets: readonly Ticket[],
  dueAt: Date,
): Promise<void> {
  await tx.all(sql`
    update push_tickets t set due_at = ${dueAt}
    from unnest(${tickets.map((one) => one.organizationId)}::uuid[], ${tickets.map((one) => one.effectId)}::uuid[])
      as early (organization_id, effect_id)
    where t.organization_id = early.organization_id and t.effect_id = early.effect_id`);
}
