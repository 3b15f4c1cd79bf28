import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";

/** Forgets from where prospects made happen what happened to these subjects. What happened, and when, stays. */
export async function eraseOrigins(
  tx: Transaction,
  organizationId: string,
  subjectIds: readonly string[],
): Promise<void> {
  await tx.all(sql`
    update events set ip = null, user_agent = null
    where organization_id = ${organizationId} and subject_id = any(${subjectIds}::text[])
      and actor_kind = 'prospect'`);
}
