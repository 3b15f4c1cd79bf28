import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";

/** Which of these addresses, as `emailKey` gives them, want no reminders of this organization. */
export async function findOptOuts(
  tx: Transaction,
  organizationId: string,
  emailKeys: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.all<{ emailKey: string }>(sql`
    select email_key as "emailKey" from reminder_opt_outs
    where organization_id = ${organizationId} and email_key = any(${emailKeys}::text[])`);
  return new Set(rows.map((row) => row.emailKey));
}
