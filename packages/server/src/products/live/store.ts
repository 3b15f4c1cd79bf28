import { ownWithin, upTo } from "#database/page.ts";
import { join, type Sql, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { Position } from "#kernel/cursor.ts";
import { refuse } from "#kernel/errors.ts";
import { type AgendaOf, type AgendaWindow, mostEntries } from "#notifications/agenda.ts";
import { openStatuses, type SessionKind, type SessionStatus } from "./lifecycle.ts";
import { type Admission, admit } from "./registration-store.ts";

export interface Session {
  id: string;
  /** The person or API key that created it. */
  createdBy: string;
  hostId: string;
  brandId: string;
  title: string;
  kind: SessionKind;
  category: string | null;
  scheduledAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  status: SessionStatus;
  streamCallId: string | null;
  maxParticipants: number;
  recordingUrl: string | null;
  metadata: Record<string, unknown>;
  registeredCount: number;
  waitlistedCount: number;
  version: number;
  /** SEQUENCE of its calendar entry: how often it was moved, cancelled, or taken from somebody's calendar. */
  calendarSequence: number;
  createdAt: Date;
  updatedAt: Date;
}

/** A session as one caller sees it. */
export interface SeenSession extends Session {
  isRegistered: boolean;
}

const sessionColumns = sql`
  s.id, s.created_by as "createdBy", s.host_id as "hostId", s.brand_id as "brandId", s.title, s.kind, s.category,
  s.scheduled_at as "scheduledAt", s.started_at as "startedAt", s.ended_at as "endedAt", s.status,
  s.stream_call_id as "streamCallId", s.max_participants as "maxParticipants",
  s.recording_url as "recordingUrl", s.metadata, s.registered_count as "registeredCount",
  s.waitlisted_count as "waitlistedCount", s.version,
  s.calendar_sequence as "calendarSequence", s.created_at as "createdAt", s.updated_at as "updatedAt"`;

const seenColumns = (viewer: string): Sql => sql`
  ${sessionColumns}, exists (
    select from live_registrations r
    where r.organization_id = s.organization_id and r.session_id = s.id
      and r.person_id = ${viewer} and r.status = 'registered'
  ) as "isRegistered"`;

export interface SessionFilter {
  /** Whose registrations the sessions are seen with. */
  viewer: string;
  status?: SessionStatus;
  kind?: SessionKind;
  category?: string;
  hostId?: string;
  brandId?: string;
  /** Scheduled at or between these instants. */
  within?: { from: Date; to: Date };
  /** Scheduled at or after this instant and still open; with `isUpcoming: false` all the others. */
  upcoming?: { from: Date; isUpcoming: boolean };
  /** The last session of the page before. */
  after?: Position;
  limit: number;
}

/** At most `limit` sessions in the order of their start, then id. */
export const listSessions = (
  tx: Statements,
  organizationId: string,
  filter: SessionFilter,
): Promise<SeenSession[]> => {
  const { viewer, status, kind, category, hostId, brandId, within, upcoming, after } = filter;
  const conditions = [sql`s.organization_id = ${organizationId}`];
  if (status) conditions.push(sql`s.status = ${status}`);
  if (kind) conditions.push(sql`s.kind = ${kind}`);
  if (category) conditions.push(sameText(sql`s.category`, sql`s.category_hash`, category));
  if (hostId) conditions.push(sameText(sql`s.host_id`, sql`s.host_hash`, hostId));
  if (brandId) conditions.push(sameText(sql`s.brand_id`, sql`s.brand_hash`, brandId));
  if (within) conditions.push(sql`s.scheduled_at between ${within.from} and ${within.to}`);
  if (upcoming) {
    const isUpcoming = sql`(s.scheduled_at >= ${upcoming.from} and s.status = any(${openStatuses}::text[]))`;
    conditions.push(upcoming.isUpcoming ? isUpcoming : sql`not ${isUpcoming}`);
  }
  if (after) conditions.push(sql`(s.scheduled_at, s.id) > (${after.at}, ${after.id}::uuid)`);
  return tx.all(sql`
    select ${seenColumns(viewer)} from live_sessions s where ${join(conditions, " and ")}
    order by s.scheduled_at, s.id limit ${filter.limit}`);
};

/** Sessions in a window in which a person has a seat, or which are theirs, by start: at most `mostEntries`. */
export const listOwnSessions = (
  tx: Statements,
  { organizationId, personId }: AgendaOf,
  { from, to, cancelledSince }: AgendaWindow,
): Promise<Session[]> => {
  const within = (column: Sql, value: Sql) => sql`
    organization_id = ${organizationId} and ${ownWithin(column, value, sql`scheduled_at`, { from, before: to })}
      and (status <> 'cancelled' or updated_at >= ${cancelledSince})`;
  const first = sql`order by scheduled_at, id ${upTo({ limit: mostEntries, offset: 0 })}`;
  return tx.all(sql`
    select ${sessionColumns} from (
      select session_id as id from live_registrations
      where organization_id = ${organizationId} and person_id = ${personId} and status = 'registered'
      union
      (select id from live_sessions where ${within(sql`created_by`, sql`${personId}`)} ${first})
      union
      (select id from live_sessions
        where ${within(sql`host_hash`, sql`hashtextextended(${personId}, 0)`)} and host_id = ${personId} ${first})
    ) own
    cross join lateral (select * from live_sessions where ${within(sql`id`, sql`own.id`)} offset 0) s
    order by s.scheduled_at, s.id limit ${mostEntries}`);
};

/** The hash is what the index holds; the text itself settles collisions. */
const sameText = (column: Sql, hash: Sql, text: string): Sql =>
  sql`(${hash} = hashtextextended(${text}, 0) and ${column} = ${text})`;

export const findSession = (
  tx: Statements,
  organizationId: string,
  id: string,
  viewer: string,
): Promise<SeenSession | null> =>
  tx.first(sql`
    select ${seenColumns(viewer)} from live_sessions s
    where s.organization_id = ${organizationId} and s.id = ${id}`);

/** The session as it is, for what the server does by itself. */
export const readSession = (tx: Statements, organizationId: string, id: string): Promise<Session | null> =>
  tx.first(sql`
    select ${sessionColumns} from live_sessions s where s.organization_id = ${organizationId} and s.id = ${id}`);

/**
 * The session with its row locked until the transaction ends, so that what is decided on it stays true: every
 * change of its registrations locks this row as well.
 */
export const lockSession = (tx: Transaction, organizationId: string, id: string): Promise<Session | null> =>
  tx.first(sql`
    select ${sessionColumns} from live_sessions s
    where s.organization_id = ${organizationId} and s.id = ${id} for no key update`);

/**
 * Who hosts a session: the member whose id `hostId` is, else its creator. Null when the creator is an API key, or is
 * nobody of the organization any more.
 */
export async function findHost(
  tx: Statements,
  organizationId: string,
  { hostId, createdBy }: Pick<Session, "hostId" | "createdBy">,
): Promise<string | null> {
  const row = await tx.first<{ id: string }>(sql`
    select p.id from people p
    left join members m on m.organization_id = ${organizationId} and m.person_id = p.id
    where p.id = any(${[hostId, createdBy]}::text[])
      and (m.person_id is not null or (p.id = ${createdBy} and p.platform_admin))
    order by p.id = ${hostId} desc limit 1`);
  return row?.id ?? null;
}

export async function insertSession(
  tx: Transaction,
  organizationId: string,
  session: Session,
): Promise<void> {
  await tx.all(sql`
    insert into live_sessions (organization_id, id, created_by, host_id, brand_id, title, kind, category,
      scheduled_at, status, max_participants, metadata, registered_count, waitlisted_count, version,
      calendar_sequence, created_at, updated_at)
    values (${organizationId}, ${session.id}, ${session.createdBy}, ${session.hostId}, ${session.brandId},
      ${session.title}, ${session.kind}, ${session.category}, ${session.scheduledAt}, ${session.status},
      ${session.maxParticipants}, ${JSON.stringify(session.metadata)}, ${session.registeredCount},
      ${session.waitlistedCount}, ${session.version}, ${session.calendarSequence}, ${session.createdAt},
      ${session.updatedAt})`);
}

/**
 * Writes a session that was `before`, compare-and-set on the version under which it was read, and gives new
 * seats to those who wait. The change draws one version, and each admitted person another.
 */
export async function updateSession(
  tx: Transaction,
  organizationId: string,
  before: Session,
  after: Session,
): Promise<Admission> {
  const seats = Math.max(0, after.maxParticipants - before.registeredCount);
  const row = await tx.first<Admission>(sql`
    with ${admit(organizationId, before.id, sql`${seats}`)}
    update live_sessions s set
      host_id = ${after.hostId}, brand_id = ${after.brandId}, title = ${after.title}, category = ${after.category},
      scheduled_at = ${after.scheduledAt}, started_at = ${after.startedAt}, ended_at = ${after.endedAt},
      status = ${after.status}, max_participants = ${after.maxParticipants},
      metadata = ${JSON.stringify(after.metadata)}, registered_count = s.registered_count + admission.count,
      waitlisted_count = s.waitlisted_count - admission.count, version = s.version + 1 + admission.count,
      calendar_sequence = ${after.calendarSequence}, updated_at = ${after.updatedAt}
    from admission
    where s.organization_id = ${organizationId} and s.id = ${before.id}
      and s.status = ${before.status} and s.version = ${before.version}
    returning admission.people as admitted, s.registered_count as "registeredCount", s.version,
      s.calendar_sequence as "calendarSequence"`);
  if (!row) throw refuse("conflict", "the session was changed by somebody else at the same moment");
  return row;
}
