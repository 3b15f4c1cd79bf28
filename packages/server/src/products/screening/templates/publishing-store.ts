import { createHash } from "node:crypto";
import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";

/**
 * How many workflow templates of an organization are published. Nobody else asks until the transaction ends, so that
 * two who publish at once do not both find room for one more.
 */
export async function lockPublished(tx: Statements, organizationId: string): Promise<number> {
  const name = JSON.stringify(["published templates", organizationId]);
  const lock = createHash("sha256").update(name).digest().readBigInt64BE();
  await tx.all(sql`select pg_advisory_xact_lock(${lock}::bigint)`);
  const row = await tx.first<{ published: number }>(sql`
    select count(*)::int as published from workflow_templates
    where organization_id = ${organizationId} and status = 'published'`);
  return row?.published ?? 0;
}
