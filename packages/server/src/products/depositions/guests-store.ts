import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import { findSession, type Invite, type Session } from "./store.ts";

/** Everybody who was ever invited to a session, in the order of its list. */
export const findEverInvited = (
  tx: Statements,
  organizationId: string,
  sessionId: number,
): Promise<Invite[]> =>
  tx.all<Invite>(sql`
    select id, email, access_level as "accessLevel", wants_host as "wantsHost" from deposition_invites
    where organization_id = ${organizationId} and deposition_id = ${sessionId}
    order by position, id`);

/** The members to whom these addresses, given in lower case, belong. */
export async function findMemberIds(
  tx: Statements,
  organizationId: string,
  emails: readonly string[],
): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select p.id from members m join people p on p.id = m.person_id
    where m.organization_id = ${organizationId} and lower(p.email) = any(${emails}::text[])`);
  return rows.map((row) => row.id);
}

/** Which of these people may know of the organization's sessions: its members and our staff. */
export async function findInsiderIds(
  tx: Statements,
  organizationId: string,
  personIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select p.id from people p
    where p.id = any(${personIds}::text[]) and (p.platform_admin or exists (
      select from members m where m.organization_id = ${organizationId} and m.person_id = p.id))`);
  return rows.map((row) => row.id);
}

/** The operator's own people. They belong to no organization. */
export async function findStaffIds(tx: Statements): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`select id from people where platform_admin order by id`);
  return rows.map((row) => row.id);
}

/** The session with this remote_session_id; of cancelled ones that had it, the newest. */
export const findRemoteSession = async (
  tx: Statements,
  organizationId: string,
  remoteSessionId: string,
): Promise<Session | null> => {
  const row = await tx.first<{ id: string }>(sql`
    select id::text from depositions
    where organization_id = ${organizationId} and remote_session_id = ${remoteSessionId}
    order by (state = 'canceled'), created_at desc, id desc limit 1`);
  return row && findSession(tx, organizationId, row.id);
};

/** Whose invitation it is, in a transaction that is bound to no organization. */
export async function organizationOfInvite(tx: Statements, id: string): Promise<string | null> {
  const row = await tx.first<{ organizationId: string }>(sql`
    select organization_id as "organizationId" from deposition_invites where id = ${id} and removed_at is null`);
  return row?.organizationId ?? null;
}
