import { whenViolated } from "#database/failures.ts";
import { type Page, type Paged, readPage } from "#database/page.ts";
import { join, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import { refuse } from "#kernel/errors.ts";
import type { MemberRole } from "#kernel/roles.ts";

export interface Member {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  avatarUrl: string | null;
  role: MemberRole;
  joinedAt: Date;
}

const columns = sql`
  m.person_id as id, p.email, p.first_name as "firstName", p.last_name as "lastName", p.avatar_url as "avatarUrl",
  m.role, m.created_at as "joinedAt"`;

/** One page of an organization's members, the first joined first, with how many there are. */
export function listMembers(
  tx: Statements,
  organizationId: string,
  { role, ...page }: Page & { role?: MemberRole },
): Promise<Paged<Member>> {
  const conditions = [sql`m.organization_id = ${organizationId}`];
  if (role) conditions.push(sql`m.role = ${role}`);
  const list = {
    columns,
    tables: sql`members m join people p on p.id = m.person_id`,
    countedTables: sql`members m`,
    where: join(conditions, " and "),
    orderBy: sql`"joinedAt", id`,
  };
  return readPage(tx, list, page);
}

export const findMember = (
  tx: Statements,
  organizationId: string,
  personId: string,
): Promise<Member | null> =>
  tx.first<Member>(sql`
    select ${columns} from members m join people p on p.id = m.person_id
    where m.organization_id = ${organizationId} and m.person_id = ${personId}`);

export const findMemberByEmail = (
  tx: Statements,
  organizationId: string,
  email: string,
): Promise<Member | null> =>
  tx.first<Member>(sql`
    select ${columns} from people p join members m on m.organization_id = ${organizationId} and m.person_id = p.id
    where lower(p.email) = lower(${email})`);

/** How many administrators there are, up to two: enough to know whether one may go. */
export async function countAdministrators(tx: Statements, organizationId: string): Promise<number> {
  const rows = await tx.all(sql`
    select from members where organization_id = ${organizationId} and role = 'OrganizationAdmin' limit 2`);
  return rows.length;
}

/** Adds a member. Refuses with `already_exists` when the person is one. */
export async function insertMember(
  tx: Transaction,
  organizationId: string,
  member: { personId: string; role: MemberRole },
  now: Date,
): Promise<void> {
  const { personId, role } = member;
  await tx
    .all(sql`
      insert into members (organization_id, person_id, role, created_at)
      values (${organizationId}, ${personId}, ${role}, ${now})`)
    .catch(whenViolated("members_pkey", () => refuse("already_exists", "the person is a member already")));
}

/** Changes a member's role: compare-and-set. False when the role is no longer `from`. */
export async function updateRole(
  tx: Transaction,
  organizationId: string,
  personId: string,
  { from, to }: { from: MemberRole; to: MemberRole },
): Promise<boolean> {
  const row = await tx.first(sql`
    update members set role = ${to}
    where organization_id = ${organizationId} and person_id = ${personId} and role = ${from}
    returning person_id`);
  return row !== null;
}

export async function deleteMember(tx: Transaction, organizationId: string, personId: string): Promise<void> {
  await tx.all(sql`
    delete from members where organization_id = ${organizationId} and person_id = ${personId}`);
}
