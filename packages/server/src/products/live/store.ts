import { whenViolated } from "#database/failures.ts";
import { join, type Sql, sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { Position } from "#kernel/cursor.ts";
import { refuse } from "#kernel/errors.ts";
import { openStatuses, type RegistrationStatus, type SessionKind, type SessionStatus } from "./lifecycle.ts";

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
  s.waitlisted_count as "waitlistedCount", s.version, s.created_at as "createdAt", s.updated_at as "updatedAt"`;

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
  tx: Transaction,
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

/** The hash is what the index holds; the text itself settles collisions. */
const sameText = (column: Sql, hash: Sql, text: string): Sql =>
  sql`(${hash} = hashtextextended(${text}, 0) and ${column} = ${text})`;

export const findSession = (
  tx: Transaction,
  organizationId: string,
  id: string,
  viewer: string,
): Promise<SeenSession | null> =>
  tx.first(sql`
    select ${seenColumns(viewer)} from live_sessions s
    where s.organization_id = ${organizationId} and s.id = ${id}`);

/**
 * The session with its row locked until the transaction ends, so that what is decided on it stays true: every
 * change of its registrations locks this row as well.
 */
export const lockSession = (tx: Transaction, organizationId: string, id: string): Promise<Session | null> =>
  tx.first(sql`
    select ${sessionColumns} from live_sessions s
    where s.organization_id = ${organizationId} and s.id = ${id} for no key update`);

export async function insertSession(
  tx: Transaction,
  organizationId: string,
  session: Session,
): Promise<void> {
  await tx.all(sql`
    insert into live_sessions (organization_id, id, created_by, host_id, brand_id, title, kind, category,
      scheduled_at, status, max_participants, metadata, registered_count, waitlisted_count, version,
      created_at, updated_at)
    values (${organizationId}, ${session.id}, ${session.createdBy}, ${session.hostId}, ${session.brandId},
      ${session.title}, ${session.kind}, ${session.category}, ${session.scheduledAt}, ${session.status},
      ${session.maxParticipants}, ${JSON.stringify(session.metadata)}, ${session.registeredCount},
      ${session.waitlistedCount}, ${session.version}, ${session.createdAt}, ${session.updatedAt})`);
}

/**
 * The first of the waiting list get a seat, in their order, as many as `seats` says: the common table
 * expressions `admitted` and, in one row, `admission`. The caller holds the session's row lock. An array rather
 * than a join, so that the planner looks these people up by key whatever it thinks of their number.
 */
const admit = (organizationId: string, sessionId: string, seats: Sql): Sql => sql`
  admitted as (
    update live_registrations set status = 'registered'
    where organization_id = ${organizationId} and session_id = ${sessionId} and person_id = any(array(
      select person_id from live_registrations
      where organization_id = ${organizationId} and session_id = ${sessionId} and status = 'waitlisted'
      order by ticket limit ${seats}))
    returning person_id, ticket
  ), admission as (
    select count(*)::int as count, coalesce(array_agg(person_id order by ticket), '{}') as people from admitted
  )`;

/** What changed beside what was asked for: who got a seat, in order, and the session's version and count since. */
export interface Admission {
  admitted: string[];
  registeredCount: number;
  version: number;
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
      updated_at = ${after.updatedAt}
    from admission
    where s.organization_id = ${organizationId} and s.id = ${before.id}
      and s.status = ${before.status} and s.version = ${before.version}
    returning admission.people as admitted, s.registered_count as "registeredCount", s.version`);
  if (!row) throw refuse("conflict", "the session was changed by somebody else at the same moment");
  return row;
}

export interface Registration {
  sessionId: string;
  status: RegistrationStatus | "none";
  /** The place in the waiting list, from 1; null for those who do not wait. */
  position: number | null;
  registeredCount: number;
}

/** The session's id and status, and the person's registration in it, `none` included. */
export const findRegistration = (
  tx: Transaction,
  organizationId: string,
  sessionId: string,
  personId: string,
): Promise<(Registration & { sessionStatus: SessionStatus }) | null> =>
  tx.first(sql`
    select s.id as "sessionId", s.status as "sessionStatus", s.registered_count as "registeredCount",
      coalesce(r.status, 'none') as status,
      case when r.status = 'waitlisted' then (
        select count(*)::int from live_registrations w
        where w.organization_id = s.organization_id and w.session_id = s.id
          and w.status = 'waitlisted' and w.ticket <= r.ticket
      ) end as position
    from live_sessions s
    left join live_registrations r
      on r.organization_id = s.organization_id and r.session_id = s.id and r.person_id = ${personId}
    where s.organization_id = ${organizationId} and s.id = ${sessionId}`);

/** A seat or a place in line that was just taken. */
export interface Claim {
  sessionId: string;
  status: RegistrationStatus;
  registeredCount: number;
  waitlistedCount: number;
  version: number;
}

/**
 * Takes a seat for a person or, with `waitlist`, a place in line. Null when there is no such session, or it is
 * not open, or full. Refuses a person who is in it already: the primary key settles any race.
 *
 * All who want a seat stand in line for the session's row, so one statement locks, decides and writes. It must
 * begin with this update: where that had to wait, PostgreSQL computes it anew from the newest row, while the rest
 * of the statement would see the older state. Constraints are checked before the wait as well, so the update has
 * to make a valid row of the older one too; setting counts that were decided elsewhere would not.
 */
export async function claimSeat(
  tx: Transaction,
  organizationId: string,
  sessionId: string,
  { personId, waitlist, now }: { personId: string; waitlist: boolean; now: Date },
): Promise<Claim | null> {
  return tx
    .first<Claim>(sql`
      with session as (
        update live_sessions set version = version + 1,
          registered_count = registered_count + (registered_count < max_participants)::int,
          waitlisted_count = waitlisted_count + (registered_count = max_participants)::int
        where organization_id = ${organizationId} and id = ${sessionId} and status = any(${openStatuses}::text[])
          and (registered_count < max_participants or ${waitlist})
        returning id, version, registered_count, waitlisted_count
      ), entry as (
        insert into live_registrations (organization_id, session_id, person_id, status, ticket, created_at)
        -- Nobody waits beside a free seat: where somebody waits now, this person does.
        select ${organizationId}, id, ${personId},
          case when waitlisted_count = 0 then 'registered' else 'waitlisted' end, version, ${now}
        from session returning status
      )
      select id as "sessionId", entry.status, registered_count as "registeredCount",
        waitlisted_count as "waitlistedCount", version
      from session, entry`)
    .catch(whenViolated("live_registrations_pkey", () => refuse("already_registered")));
}

/**
 * Gives up a person's seat, which the first in line gets, or place in line. Null when there was none. The
 * caller holds the session's row lock, taken by an earlier statement: this one must see who is in line now.
 */
export const releaseSeat = (
  tx: Transaction,
  organizationId: string,
  sessionId: string,
  personId: string,
): Promise<Admission | null> =>
  tx.first(sql`
    with gone as (
      delete from live_registrations
      where organization_id = ${organizationId} and session_id = ${sessionId} and person_id = ${personId}
      returning status
    ), ${admit(organizationId, sessionId, sql`(select count(*) from gone where status = 'registered')`)}
    update live_sessions s set
      registered_count = s.registered_count - (gone.status = 'registered')::int + admission.count,
      waitlisted_count = s.waitlisted_count - (gone.status = 'waitlisted')::int - admission.count,
      version = s.version + 1 + admission.count
    from gone, admission where s.organization_id = ${organizationId} and s.id = ${sessionId}
    returning admission.people as admitted, s.registered_count as "registeredCount", s.version`);

/**
 * The sessions that are not over in which a person has a seat or waits though they are no longer a member: who
 * came back meanwhile keeps what they have. Ordered by id, so that two who are removed at once lock in one order.
 */
export async function findSeatsOfFormer(
  tx: Transaction,
  organizationId: string,
  personId: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select s.id from live_registrations r
    join live_sessions s on s.organization_id = r.organization_id and s.id = r.session_id
    where r.organization_id = ${organizationId} and r.person_id = ${personId}
      and s.status = any(${openStatuses}::text[])
      and not exists (select from members where organization_id = ${organizationId} and person_id = ${personId})
    order by s.id limit ${limit}`);
  return rows.map((row) => row.id);
}
