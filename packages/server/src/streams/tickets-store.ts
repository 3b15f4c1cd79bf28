import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";

interface Ticket {
  secretHash: string;
  /** Encrypted. */
  credentials: string;
  expiresAt: Date;
}

export async function insertTicket(
  tx: Transaction,
  organizationId: string,
  { secretHash, credentials, expiresAt }: Ticket,
): Promise<void> {
  await tx.all(sql`
    insert into stream_tickets (organization_id, secret_hash, credentials, expires_at)
    values (${organizationId}, ${secretHash}, ${credentials}, ${expiresAt})`);
}

/** The encrypted credential of a ticket that nobody has used yet, or null. */
export async function findTicket(
  tx: Statements,
  organizationId: string,
  secretHash: string,
  now: Date,
): Promise<string | null> {
  const row = await tx.first<{ credentials: string }>(sql`
    select credentials from stream_tickets
    where organization_id = ${organizationId} and secret_hash = ${secretHash} and expires_at > ${now}`);
  return row?.credentials ?? null;
}

/** Takes a ticket away and answers its encrypted credential, or null: of several who come at once, one gets it. */
export async function takeTicket(
  tx: Transaction,
  organizationId: string,
  secretHash: string,
  now: Date,
): Promise<string | null> {
  const row = await tx.first<{ credentials: string }>(sql`
    delete from stream_tickets
    where organization_id = ${organizationId} and secret_hash = ${secretHash} and expires_at > ${now}
    returning credentials`);
  return row?.credentials ?? null;
}

/** Deletes the tickets of all organizations that nobody used in time. */
export async function purgeTickets(tx: Transaction, now: Date): Promise<void> {
  await tx.all(sql`delete from stream_tickets where expires_at <= ${now}`);
}
