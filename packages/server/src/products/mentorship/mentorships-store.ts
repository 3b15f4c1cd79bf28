import { type Page, type Paged, readPage } from "#database/page.ts";
import { join, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { MentorshipStatus } from "./lifecycle.ts";

export interface Mentorship {
  id: string;
  coachId: string;
  teacherId: string;
  status: MentorshipStatus;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** Only what this person takes part in; null for those who see the whole organization. */
export type Viewer = string | null;

const mentorshipColumns = sql`
  m.id, m.coach_id as "coachId", m.teacher_id as "teacherId", m.status, m.version,
  m.created_at as "createdAt", m.updated_at as "updatedAt"`;

/** One page of mentorships, newest first, with the total. */
export function listMentorships(
  tx: Statements,
  organizationId: string,
  { viewer, status, ...page }: Page & { viewer: Viewer; status?: MentorshipStatus },
): Promise<Paged<Mentorship>> {
  const conditions = [sql`m.organization_id = ${organizationId}`];
  if (viewer) conditions.push(sql`(m.coach_id = ${viewer} or m.teacher_id = ${viewer})`);
  if (status) conditions.push(sql`m.status = ${status}`);
  const list = {
    columns: mentorshipColumns,
    tables: sql`mentorships m`,
    where: join(conditions, " and "),
    orderBy: sql`"createdAt" desc, id`,
  };
  return readPage(tx, list, page);
}

export const findMentorship = (
  tx: Statements,
  organizationId: string,
  id: string,
): Promise<Mentorship | null> =>
  tx.first<Mentorship>(sql`
    select ${mentorshipColumns} from mentorships m where m.organization_id = ${organizationId} and m.id = ${id}`);

/**
 * The mentorship with its row locked: it stays as it is, and the sessions of one mentorship are scheduled one
 * after another. Without this, two colliding inserts could deadlock on the exclusion constraint.
 */
export const lockMentorship = (
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<Mentorship | null> =>
  tx.first<Mentorship>(sql`
    select ${mentorshipColumns} from mentorships m
    where m.organization_id = ${organizationId} and m.id = ${id} for no key update`);

/** Which of these people are members, and with which role. */
export const findMembers = (
  tx: Statements,
  organizationId: string,
  ids: readonly string[],
): Promise<{ id: string; role: string }[]> =>
  tx.all(sql`
    select person_id as id, role from members
    where organization_id = ${organizationId} and person_id = any(${ids}::text[])`);

export async function insertMentorship(
  tx: Transaction,
  organizationId: string,
  mentorship: Mentorship,
): Promise<void> {
  const { id, coachId, teacherId, status, version, createdAt, updatedAt } = mentorship;
  await tx.all(sql`
    insert into mentorships
      (organization_id, id, coach_id, teacher_id, status, version, created_at, updated_at)
    values (${organizationId}, ${id}, ${coachId}, ${teacherId}, ${status}, ${version}, ${createdAt}, ${updatedAt})`);
}

/** Moves a mentorship to another status: compare-and-set. */
export const updateMentorship = (
  tx: Transaction,
  organizationId: string,
  before: Mentorship,
  status: MentorshipStatus,
  now: Date,
): Promise<Mentorship | null> =>
  tx.first<Mentorship>(sql`
    update mentorships m set status = ${status}, version = m.version + 1, updated_at = ${now}
    where m.organization_id = ${organizationId} and m.id = ${before.id} and m.status = ${before.status}
    returning ${mentorshipColumns}`);
