import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import { atLeast, memberRoles } from "#kernel/roles.ts";

/** From now on, and how far ahead one looks. */
interface Window {
  now: Date;
  until: Date;
}

/** Organizations, of all, with sessions that wait for a review and expire within a window, by id; at most `limit`. */
export async function findOrganizationsWaiting(
  tx: Statements,
  { now, until }: Window,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select distinct organization_id as id from screening_sessions
    where noted_state = 'waiting' and expires_at > ${now} and expires_at <= ${until}
      and (${after}::uuid is null or organization_id > ${after}::uuid)
    order by organization_id limit ${limit}`);
  return rows.map((row) => row.id);
}

/** How many sessions of an organization wait for a review and expire within a window, and when the first does. */
export async function countWaiting(
  tx: Statements,
  organizationId: string,
  { now, until }: Window,
): Promise<{ many: number; firstExpiresAt: Date } | null> {
  const row = await tx.first<{ many: number; firstExpiresAt: Date | null }>(sql`
    select count(*)::int as many, min(expires_at) as "firstExpiresAt" from screening_sessions
    where organization_id = ${organizationId} and noted_state = 'waiting'
      and expires_at > ${now} and expires_at <= ${until}`);
  return row?.firstExpiresAt ? { many: row.many, firstExpiresAt: row.firstExpiresAt } : null;
}

/** Those who see to it that reviews are made. */
const overseers = memberRoles.filter((role) => atLeast(role, "Manager"));

/** The Managers and up of an organization, by id; at most `limit`. */
export async function findOverseerIds(
  tx: Statements,
  organizationId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select person_id as id from members
    where organization_id = ${organizationId} and role = any(${overseers}::text[])
      and (${after}::text is null or person_id > ${after})
    order by person_id limit ${limit}`);
  return rows.map((row) => row.id);
}
