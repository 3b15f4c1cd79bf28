import { whenViolated } from "#database/failures.ts";
import { type Page, type Paged, readPage } from "#database/page.ts";
import { join, raw, type Sql, sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import { refuse } from "#kernel/errors.ts";
import { type AgendaOf, type AgendaWindow, mostEntries } from "#notifications/agenda.ts";
import type { MentorshipStatus, SessionStatus } from "./lifecycle.ts";

export interface Participant {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  avatarUrl: string | null;
}

export interface Mentorship {
  id: string;
  coachId: string;
  teacherId: string;
  status: MentorshipStatus;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface Session {
  id: string;
  mentorshipId: string;
  scheduledAt: Date;
  durationMinutes: number;
  timezone: string;
  notes: string | null;
  status: SessionStatus;
  agoraChannel: string | null;
  cancelledAt: Date | null;
  cancelledBy: string | null;
  completedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  mentorship: Mentorship;
  coach: Participant;
  teacher: Participant;
}

/** Only what this person takes part in; null for those who see the whole organization. */
export type Viewer = string | null;

const mentorshipColumns = sql`
  m.id, m.coach_id as "coachId", m.teacher_id as "teacherId", m.status, m.version,
  m.created_at as "createdAt", m.updated_at as "updatedAt"`;

const person = (alias: Sql): Sql => sql`
  json_build_object('id', ${alias}.id, 'email', ${alias}.email, 'firstName', ${alias}.first_name,
    'lastName', ${alias}.last_name, 'avatarUrl', ${alias}.avatar_url)`;

const sessionColumns = sql`
  s.id, s.mentorship_id as "mentorshipId", s.scheduled_at as "scheduledAt",
  s.duration_minutes as "durationMinutes", s.timezone, s.notes, s.status, s.agora_channel as "agoraChannel",
  s.cancelled_at as "cancelledAt", s.cancelled_by as "cancelledBy", s.completed_at as "completedAt",
  s.version, s.created_at as "createdAt", s.updated_at as "updatedAt",
  json_build_object('id', m.id, 'coachId', m.coach_id, 'teacherId', m.teacher_id, 'status', m.status,
    'version', m.version, 'createdAt', m.created_at, 'updatedAt', m.updated_at) as mentorship,
  ${person(raw("c"))} as coach, ${person(raw("t"))} as teacher`;

const sessionTables = sql`
  mentorship_sessions s
  join mentorships m on m.organization_id = s.organization_id and m.id = s.mentorship_id
  join people c on c.id = m.coach_id
  join people t on t.id = m.teacher_id`;

/** JSON has no dates: those of the embedded mentorship come as text. */
function revive(row: Session): Session {
  const { mentorship } = row;
  const createdAt = new Date(mentorship.createdAt);
  const updatedAt = new Date(mentorship.updatedAt);
  return { ...row, mentorship: { ...mentorship, createdAt, updatedAt } };
}

export interface SessionFilter extends Page {
  viewer: Viewer;
  status?: SessionStatus;
  mentorshipId?: string;
  from?: Date;
  to?: Date;
}

/** One page of sessions with people and mentorship, and how many there are on all pages, in one statement. */
export async function listSessions(
  tx: Transaction,
  organizationId: string,
  filter: SessionFilter,
): Promise<Paged<Session>> {
  const { viewer, status, mentorshipId, from, to } = filter;
  const conditions = [sql`s.organization_id = ${organizationId}`];
  if (viewer) conditions.push(sql`(m.coach_id = ${viewer} or m.teacher_id = ${viewer})`);
  if (status) conditions.push(sql`s.status = ${status}`);
  if (mentorshipId) conditions.push(sql`s.mentorship_id = ${mentorshipId}`);
  if (from) conditions.push(sql`s.scheduled_at >= ${from}`);
  if (to) conditions.push(sql`s.scheduled_at <= ${to}`);
  const list = {
    columns: sessionColumns,
    tables: sessionTables,
    countedTables: sql`
      mentorship_sessions s
      join mentorships m on m.organization_id = s.organization_id and m.id = s.mentorship_id`,
    where: join(conditions, " and "),
    orderBy: sql`"scheduledAt", id`,
  };
  const { total, rows } = await readPage<Session>(tx, list, filter);
  return { total, rows: rows.map(revive) };
}

/** A person's sessions in a window, whichever seat is theirs, by start: at most `mostEntries`. */
export async function listOwnSessions(
  tx: Transaction,
  { organizationId, personId }: AgendaOf,
  { from, to, cancelledSince }: AgendaWindow,
): Promise<Session[]> {
  const rows = await tx.all<Session>(sql`
    select ${sessionColumns} from ${sessionTables}
    where s.organization_id = ${organizationId} and (m.coach_id = ${personId} or m.teacher_id = ${personId})
      and s.scheduled_at >= ${from} and s.scheduled_at < ${to}
      and (s.status <> 'cancelled' or s.cancelled_at >= ${cancelledSince})
    order by s.scheduled_at, s.id limit ${mostEntries}`);
  return rows.map(revive);
}

export async function findSession(
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<Session | null> {
  const row = await tx.first<Session>(sql`
    select ${sessionColumns} from ${sessionTables}
    where s.organization_id = ${organizationId} and s.id = ${id}`);
  return row && revive(row);
}

/**
 * The session with its row locked until the transaction ends, so that what is decided on it stays true. Its
 * mentorship is locked with it, as `lockMentorship` says: two moves to one time would deadlock otherwise.
 */
export async function lockSession(
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<Session | null> {
  const row = await tx.first<Session>(sql`
    select ${sessionColumns} from ${sessionTables}
    where s.organization_id = ${organizationId} and s.id = ${id} for no key update of s, m`);
  return row && revive(row);
}

export type NewSession = Omit<
  Session,
  "mentorship" | "coach" | "teacher" | "cancelledAt" | "cancelledBy" | "completedAt" | "version"
>;

/** Inserts a session. Refuses one under 15 minutes from another of its mentorship: the constraint settles any race. */
export async function insertSession(
  tx: Transaction,
  organizationId: string,
  session: NewSession,
): Promise<void> {
  await tx
    .all(sql`
      insert into mentorship_sessions (organization_id, id, mentorship_id, scheduled_at, duration_minutes, timezone,
        notes, status, agora_channel, version, created_at, updated_at)
      values (${organizationId}, ${session.id}, ${session.mentorshipId}, ${session.scheduledAt},
        ${session.durationMinutes}, ${session.timezone}, ${session.notes}, ${session.status},
        ${session.agoraChannel}, 1, ${session.createdAt}, ${session.updatedAt})`)
    .catch(refuseTooClose);
}

/** Writes a session that was `before`: compare-and-set on the version under which it was read. */
export async function updateSession(
  tx: Transaction,
  organizationId: string,
  before: Session,
  after: Session,
): Promise<void> {
  const rows = await tx
    .all<{ version: number }>(sql`
      update mentorship_sessions set
        scheduled_at = ${after.scheduledAt}, duration_minutes = ${after.durationMinutes},
        timezone = ${after.timezone}, notes = ${after.notes}, status = ${after.status},
        agora_channel = ${after.agoraChannel}, cancelled_at = ${after.cancelledAt},
        cancelled_by = ${after.cancelledBy}, completed_at = ${after.completedAt},
        version = ${after.version}, updated_at = ${after.updatedAt}
      where organization_id = ${organizationId} and id = ${before.id}
        and status = ${before.status} and version = ${before.version}
      returning version`)
    .catch(refuseTooClose);
  if (rows.length === 0)
    throw refuse("conflict", "the session was changed by somebody else at the same moment");
}

const refuseTooClose = whenViolated("mentorship_sessions_apart", () => refuse("session_too_close"));

/** The coach's sessions in other mentorships that overlap this one: at most ten, the earliest first. */
export const findOverlaps = (
  tx: Transaction,
  organizationId: string,
  session: Session,
): Promise<{ id: string; scheduledAt: Date }[]> => {
  const end = new Date(session.scheduledAt.getTime() + session.durationMinutes * 60_000);
  return tx.all(sql`
    select s.id, s.scheduled_at as "scheduledAt" from mentorships m
    join mentorship_sessions s on s.organization_id = m.organization_id and s.mentorship_id = m.id
    where m.organization_id = ${organizationId} and m.coach_id = ${session.mentorship.coachId}
      and m.id <> ${session.mentorshipId} and s.status in ('scheduled', 'confirmed')
      and s.scheduled_at < ${end} and s.scheduled_at > ${session.scheduledAt}::timestamptz - interval '480 minutes'
      and s.scheduled_at + make_interval(mins => s.duration_minutes) > ${session.scheduledAt}
    order by s.scheduled_at, s.id limit 10`);
};

/** One page of mentorships, newest first, with the total. */
export function listMentorships(
  tx: Transaction,
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
  tx: Transaction,
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
  tx: Transaction,
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
