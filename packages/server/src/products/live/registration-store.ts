import { whenViolated } from "#database/failures.ts";
import { type Sql, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import { refuse } from "#kernel/errors.ts";
import { openStatuses, type RegistrationStatus, type SessionStatus } from "./lifecycle.ts";

/**
 * The first of the waiting list get a seat, in their order, as many as `seats` says: the common table
 * expressions `admitted` and, in one row, `admission`. The caller holds the session's row lock. An array rather
 * than a join, so that the planner looks these people up by key whatever it thinks of their number.
 */
export const admit = (organizationId: string, sessionId: string, seats: Sql): Sql => sql`
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

/** What changed beside what was asked for: who got a seat, in order, and how the session stands since. */
export interface Admission {
  admitted: string[];
  registeredCount: number;
  version: number;
  calendarSequence: number;
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
  tx: Statements,
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

/** Which of these people have a seat in the session. */
export async function findSeated(
  tx: Statements,
  organizationId: string,
  sessionId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.all<{ id: string }>(sql`
    select person_id as id from live_registrations
    where organization_id = ${organizationId} and session_id = ${sessionId} and status = 'registered'
      and person_id = any(${personIds}::text[])`);
  return new Set(rows.map(({ id }) => id));
}

/** A seat or a place in line that was just taken. */
export interface Claim {
  sessionId: string;
  status: RegistrationStatus;
  registeredCount: number;
  waitlistedCount: number;
  version: number;
  calendarSequence: number;
}

/** How a session and the caller's registration in it stood when a claim began that came to nothing. */
export interface Unclaimed {
  sessionStatus: SessionStatus;
  status: RegistrationStatus | "none";
  /** There was a seat or a place in line then: what stands against it came about while the claim waited. */
  isOutdated: boolean;
}

/**
 * Takes a seat for a person or, with `waitlist`, a place in line. Null when there is no such session; when it is not
 * open, or full, what was to be seen of it. Refuses a person who is in it already: the primary key settles any race.
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
): Promise<Claim | Unclaimed | null> {
  const isClaimable = sql`(status = any(${openStatuses}::text[])
    and (registered_count < max_participants or ${waitlist}))`;
  const row = await tx
    .first<{ claim: Claim | null; unclaimed: Unclaimed | null }>(sql`
      with session as (
        update live_sessions set version = version + 1,
          registered_count = registered_count + (registered_count < max_participants)::int,
          waitlisted_count = waitlisted_count + (registered_count = max_participants)::int
        where organization_id = ${organizationId} and id = ${sessionId} and ${isClaimable}
        returning id, version, calendar_sequence, registered_count, waitlisted_count
      ), entry as (
        insert into live_registrations (organization_id, session_id, person_id, status, ticket, created_at)
        -- Nobody waits beside a free seat: where somebody waits now, this person does.
        select ${organizationId}, id, ${personId},
          case when waitlisted_count = 0 then 'registered' else 'waitlisted' end, version, ${now}
        from session returning status
      )
      select json_build_object('sessionId', id, 'status', entry.status, 'registeredCount', registered_count,
        'waitlistedCount', waitlisted_count, 'version', version, 'calendarSequence', calendar_sequence) as claim,
        null as unclaimed
      from session, entry
      union all
      select null, json_build_object('sessionStatus', status, 'isOutdated', ${isClaimable}, 'status', coalesce((
        select r.status from live_registrations r
        where r.organization_id = ${organizationId} and r.session_id = ${sessionId} and r.person_id = ${personId}
      ), 'none'))
      from live_sessions
      where organization_id = ${organizationId} and id = ${sessionId} and not exists (select from session)`)
    .catch(whenViolated("live_registrations_pkey", () => refuse("already_registered")));
  return row && (row.claim ?? row.unclaimed);
}

/** What was given up, and what changed by it. */
export interface Release extends Admission {
  status: RegistrationStatus;
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
): Promise<Release | null> =>
  tx.first(sql`
    with gone as (
      delete from live_registrations
      where organization_id = ${organizationId} and session_id = ${sessionId} and person_id = ${personId}
      returning status
    ), ${admit(organizationId, sessionId, sql`(select count(*) from gone where status = 'registered')`)}
    update live_sessions s set
      registered_count = s.registered_count - (gone.status = 'registered')::int + admission.count,
      waitlisted_count = s.waitlisted_count - (gone.status = 'waitlisted')::int - admission.count,
      version = s.version + 1 + admission.count,
      calendar_sequence = s.calendar_sequence + (gone.status = 'registered')::int
    from gone, admission where s.organization_id = ${organizationId} and s.id = ${sessionId}
    returning gone.status, admission.people as admitted, s.registered_count as "registeredCount", s.version,
      s.calendar_sequence as "calendarSequence"`);

/** Somebody who has a seat or waits. */
export interface Registrant {
  personId: string;
  status: RegistrationStatus;
}

/** Who has a seat or waits and came before a version of the session, by id after `after`: at most `limit`. */
export const listRegistrants = (
  tx: Statements,
  organizationId: string,
  sessionId: string,
  { before, after, limit }: { before: number; after: string; limit: number },
): Promise<Registrant[]> =>
  tx.all(sql`
    select person_id as "personId", status from live_registrations
    where organization_id = ${organizationId} and session_id = ${sessionId} and person_id > ${after}
      and ticket < ${before}
    order by person_id limit ${limit}`);

/**
 * The sessions that are not over in which a person has a seat or waits though they are no longer a member: who
 * came back meanwhile keeps what they have. Ordered by id, so that two who are removed at once lock in one order.
 */
export async function findSeatsOfFormer(
  tx: Statements,
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
