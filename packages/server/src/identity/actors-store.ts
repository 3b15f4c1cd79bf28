import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import type { Actor } from "#kernel/actor.ts";

/**
 * People as they act in an organization at this moment, by their ids: its members, and our staff. For what the server
 * asks on behalf of somebody who showed their credential a while ago.
 */
export async function findActors(
  tx: Statements,
  organizationId: string,
  personIds: readonly string[],
): Promise<Map<string, Actor>> {
  const rows = await tx.all<Pick<Actor, "id" | "role" | "plan" | "selfService">>(sql`
    select p.id, case when p.platform_admin then 'PlatformAdmin' else m.role end as role,
      o.plan, o.self_service as "selfService"
    from people p
    join organizations o on o.id = ${organizationId}
    left join members m on m.organization_id = o.id and m.person_id = p.id
    where p.id = any(${personIds}::text[]) and (p.platform_admin or m.role is not null)`);
  return new Map(rows.map((row) => [row.id, { ...row, kind: "person", organizationId, scopes: null }]));
}
