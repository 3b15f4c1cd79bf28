import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import { overdue } from "./list-store.ts";

/**
 * Notes, in all organizations, that the time of sessions is over which was over by an instant: at most `limit`, and none
 * that somebody is busy with. Says how many there were.
 */
export async function noteExpired(
  tx: Transaction,
  { by, limit }: { by: Date; limit: number },
): Promise<number> {
  const rows = await tx.all(sql`
    with over as (
      select s.organization_id, s.id from organizations o
      cross join lateral (
        select s.organization_id, s.id from screening_sessions s
        where s.organization_id = o.id and ${overdue(by)}
        order by s.expires_at limit ${limit} for no key update skip locked
      ) s
      limit ${limit}
    )
    update screening_sessions s set expiry_noted = true from over
    where s.organization_id = over.organization_id and s.id = over.id
    returning s.id`);
  return rows.length;
}
