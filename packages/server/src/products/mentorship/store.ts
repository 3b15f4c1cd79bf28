import { whenViolated } from "#database/failures.ts";
import { raw, type Sql, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import { refuse } from "#kernel/errors.ts";
import type { MentorshipStatus, SessionStatus } from "./lifecycle.ts";
import type { Mentorship } from "./mentorships-store.ts";

export interface Participant {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  avatarUrl: string | null;
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

const person = (alias: "coach" | "teacher"): Sql =>
  raw(`${alias}.email as "${alias}Email", ${alias}.first_name as "${alias}FirstName",
    ${alias}.last_name as "${alias}LastName", ${alias}.avatar_url as "${alias}AvatarUrl"`);

/** Plain columns: objects that PostgreSQL builds cost twice as much, on both sides. */
const pairColumns = sql`
  m.coach_id as "coachId", m.teacher_id as "teacherId", m.status as "mentorshipStatus",
  m.version as "mentorshipVersion", m.created_at as "mentorshipCreatedAt", m.updated_at as "mentorshipUpdatedAt",
  ${person("coach")}, ${person("teacher")}`;

export const sessionColumns = sql`
  s.id, s.mentorship_id as "mentorshipId", s.scheduled_at as "scheduledAt",
  s.duration_minutes as "durationMinutes", s.timezone, s.notes, s.status, s.agora_channel as "agoraChannel",
  s.cancelled_at as "cancelledAt", s.cancelled_by as "cancelledBy", s.completed_at as "completedAt",
  s.version, s.created_at as "createdAt", s.updated_at as "updatedAt",
  ${pairColumns}`;

const people = sql`join people coach on coach.id = m.coach_id join people teacher on teacher.id = m.teacher_id`;

/** What is joined to the sessions `s`. */
export const seats = sql`
  join mentorships m on m.organization_id = s.organization_id and m.id = s.mentorship_id ${people}`;

const sessionTables = sql`mentorship_sessions s ${seats}`;

type PersonColumns<Seat extends string> = Record<`${Seat}${"Email" | "FirstName" | "LastName"}`, string> &
  Record<`${Seat}AvatarUrl`, string | null>;

interface PairColumns extends PersonColumns<"coach">, PersonColumns<"teacher"> {
  coachId: string;
  teacherId: string;
  mentorshipStatus: MentorshipStatus;
  mentorshipVersion: number;
  mentorshipCreatedAt: Date;
  mentorshipUpdatedAt: Date;
}

/** A row of `sessionColumns`. */
export type SessionRow = Omit<Session, "mentorship" | "coach" | "teacher"> & PairColumns;

export const toSession = (row: SessionRow): Session => ({
  id: row.id,
  mentorshipId: row.mentorshipId,
  scheduledAt: row.scheduledAt,
  durationMinutes: row.durationMinutes,
  timezone: row.timezone,
  notes: row.notes,
  status: row.status,
  agoraChannel: row.agoraChannel,
  cancelledAt: row.cancelledAt,
  cancelledBy: row.cancelledBy,
  completedAt: row.completedAt,
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  ...pairOf(row),
});

const pairOf = (
  row: PairColumns & { mentorshipId: string },
): Pick<Session, "mentorship" | "coach" | "teacher"> => ({
  mentorship: {
    id: row.mentorshipId,
    coachId: row.coachId,
    teacherId: row.teacherId,
    status: row.mentorshipStatus,
    version: row.mentorshipVersion,
    createdAt: row.mentorshipCreatedAt,
    updatedAt: row.mentorshipUpdatedAt,
  },
  coach: {
    id: row.coachId,
    email: row.coachEmail,
    firstName: row.coachFirstName,
    lastName: row.coachLastName,
    avatarUrl: row.coachAvatarUrl,
  },
  teacher: {
    id: row.teacherId,
    email: row.teacherEmail,
    firstName: row.teacherFirstName,
    lastName: row.teacherLastName,
    avatarUrl: row.teacherAvatarUrl,
  },
});

export async function findSession(
  tx: Statements,
  organizationId: string,
  id: string,
): Promise<Session | null> {
  const row = await tx.first<SessionRow>(sql`
    select ${sessionColumns} from ${sessionTables}
    where s.organization_id = ${organizationId} and s.id = ${id}`);
  return row && toSession(row);
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
  const row = await tx.first<SessionRow>(sql`
    select ${sessionColumns} from ${sessionTables}
    where s.organization_id = ${organizationId} and s.id = ${id} for no key update of s, m`);
  return row && toSession(row);
}

/** Inserts a session. Refuses one under 15 minutes from another of its mentorship: the constraint settles any race. */
export async function insertSession(
  tx: Transaction,
  organizationId: string,
  session: Omit<Session, "mentorship" | "coach" | "teacher">,
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

/** Sessions in other mentorships of the same coach that overlap this one: at most ten, the earliest first. */
export const findOverlaps = (
  tx: Statements,
  organizationId: string,
  session: Pick<Session, "mentorshipId" | "scheduledAt" | "durationMinutes">,
): Promise<{ id: string; scheduledAt: Date }[]> => {
  const end = new Date(session.scheduledAt.getTime() + session.durationMinutes * 60_000);
  // Each mentorship's are looked up by their start, whatever the planner knows of the table: it would read them all.
  return tx.all(sql`
    select s.id, s.scheduled_at as "scheduledAt" from mentorships own
    join mentorships m on m.organization_id = own.organization_id and m.coach_id = own.coach_id and m.id <> own.id
    cross join lateral (
      select id, scheduled_at from mentorship_sessions
      where organization_id = m.organization_id and mentorship_id = m.id and status in ('scheduled', 'confirmed')
        and scheduled_at < ${end} and scheduled_at > ${session.scheduledAt}::timestamptz - interval '480 minutes'
        and scheduled_at + make_interval(mins => duration_minutes) > ${session.scheduledAt}
      order by scheduled_at, id limit 10
    ) as s
    where own.organization_id = ${organizationId} and own.id = ${session.mentorshipId}
    order by s.scheduled_at, s.id limit 10`);
};

/** A mentorship and its two people, locked as `lockMentorship` does it. */
export async function lockPair(
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<Pick<Session, "mentorship" | "coach" | "teacher"> | null> {
  const row = await tx.first<PairColumns & { mentorshipId: string }>(sql`
    select m.id as "mentorshipId", ${pairColumns} from mentorships m ${people}
    where m.organization_id = ${organizationId} and m.id = ${id} for no key update of m`);
  return row && pairOf(row);
}
