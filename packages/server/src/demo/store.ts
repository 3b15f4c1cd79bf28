import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";

/** Whether the database holds nothing yet: the demo never comes between anybody's own data. */
export async function isEmpty(tx: Statements): Promise<boolean> {
  const row = await tx.first<{ empty: boolean }>(sql`
    select not exists (select from organizations) and not exists (select from people) as empty`);
  return row?.empty ?? false;
}

export async function hasOrganization(tx: Statements, id: string): Promise<boolean> {
  return (await tx.first(sql`select id from organizations where id = ${id}`)) !== null;
}

/** Moves a screening session into the past by so many milliseconds. */
export async function moveScreening(
  tx: Transaction,
  organizationId: string,
  id: string,
  by: number,
): Promise<void> {
  await tx.all(sql`
    update screening_sessions set
      created_at = created_at - make_interval(secs => ${by / 1000}),
      updated_at = updated_at - make_interval(secs => ${by / 1000}),
      completed_at = completed_at - make_interval(secs => ${by / 1000}),
      reviewed_at = reviewed_at - make_interval(secs => ${by / 1000}),
      expires_at = expires_at - make_interval(secs => ${by / 1000})
    where organization_id = ${organizationId} and id = ${id}`);
}
