import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";

/** Which of these addresses, as `emailKey` gives them, want no reminders of this organization. */
export async function findOptOuts(
  tx: Statements,
  organizationId: string,
  emailKeys: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.all<{ emailKey: string }>(sql`
    select email_key as "emailKey" from reminder_opt_outs
    where organization_id = ${organizationId} and email_key = any(${emailKeys}::text[])`);
  return new Set(rows.map((row) => row.emailKey));
}

export async function insertOptOut(
  tx: Transaction,
  organizationId: string,
  emailKey: string,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    insert into reminder_opt_outs (organization_id, email_key, created_at)
    values (${organizationId}, ${emailKey}, ${now}) on conflict do nothing`);
}

export async function deleteOptOut(tx: Transaction, organizationId: string, emailKey: string): Promise<void> {
  await tx.all(sql`
    delete from reminder_opt_outs where organization_id = ${organizationId} and email_key = ${emailKey}`);
}

/** The organization's name; null where there is none. */
export async function findOrganizationName(tx: Statements, organizationId: string): Promise<string | null> {
  const row = await tx.first<{ name: string }>(
    sql`select name from organizations where id = ${organizationId}`,
  );
  return row?.name ?? null;
}

/** A person's address; null where there is no such person. */
export async function findAddress(tx: Statements, personId: string): Promise<string | null> {
  const row = await tx.first<{ email: string }>(sql`select email from people where id = ${personId}`);
  return row?.email ?? null;
}
