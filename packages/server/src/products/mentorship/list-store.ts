import { countOf } from "#database/counts.ts";
import {
  countRows,
  cut,
  ownWithin,
  type Page,
  type Paged,
  readCut,
  upTo,
  type Window,
  within,
} from "#database/page.ts";
import { join, type Sql, sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import { type AgendaOf, type AgendaWindow, mostEntries } from "#notifications/agenda.ts";
import type { SessionStatus } from "./lifecycle.ts";
import type { Viewer } from "./mentorships-store.ts";
import { type Session, type SessionRow, seats, sessionColumns, toSession } from "./store.ts";

export interface SessionFilter extends Page, Window {
  viewer: Viewer;
  status?: SessionStatus;
  mentorshipId?: string;
}

/** The mentorship of a seat, where a person's own are gone through one by one. */
const ofSeat = sql`seat.mentorship_id`;

/** One page of sessions with people and mentorship, and how many there are on all pages, in one statement. */
export async function listSessions(
  tx: Statements,
  organizationId: string,
  filter: SessionFilter,
): Promise<Paged<Session>> {
  const found = filter.viewer ? findOwn(organizationId, filter, filter.viewer) : find(organizationId, filter);
  const { total, rows } = await readCut<SessionRow>(tx, {
    rows: sql`select ${sessionColumns} from ${found} ${seats}`,
    total: count(organizationId, filter),
    orderBy: sql`"scheduledAt", id`,
  });
  return { total, rows: rows.map(toSession) };
}

/** A person's sessions in a window, whichever seat is theirs, by start: at most `mostEntries`. */
export async function listOwnSessions(
  tx: Statements,
  { organizationId, personId: viewer }: AgendaOf,
  { from, to, cancelledSince }: AgendaWindow,
): Promise<Session[]> {
  const filter = { viewer, from, before: to, limit: mostEntries, offset: 0 };
  const isWanted = sql`(s.status <> 'cancelled' or s.cancelled_at >= ${cancelledSince})`;
  const rows = await tx.all<SessionRow>(sql`
    select ${sessionColumns} from ${findOwn(organizationId, filter, viewer, isWanted)} ${seats}
    order by s.scheduled_at, s.id`);
  return rows.map(toSession);
}

/** The sessions `s` of a page, cut out before anything is joined to them: each filter has an index in their order. */
function find(organizationId: string, filter: SessionFilter): Sql {
  const sessions = sql`
    select s.* from mentorship_sessions s where ${conditions(organizationId, filter)}
    order by s.scheduled_at, s.id`;
  return sql`(${cut(sessions, filter)}) s`;
}

/**
 * The same of one person: the first sessions of each of their mentorships, put in order. What that costs grows with
 * their own mentorships, and with how far the page lies behind the first.
 */
function findOwn(
  organizationId: string,
  filter: SessionFilter,
  viewer: string,
  isWanted: Sql = sql`true`,
): Sql {
  const own = sql`
    select own.id from unnest(${ownMentorships(organizationId, filter, viewer)}) as seat (mentorship_id)
    cross join lateral (
      select s.id, s.scheduled_at from mentorship_sessions s
      where ${conditions(organizationId, filter, ofSeat)} and ${isWanted}
      order by s.scheduled_at, s.id ${upTo(filter)}
    ) own
    order by own.scheduled_at, own.id`;
  return sql`(${cut(own, filter)}) found
    join mentorship_sessions s on s.organization_id = ${organizationId} and s.id = found.id`;
}

/** A window is counted row by row, from an index alone; everything else is known. */
function count(organizationId: string, filter: SessionFilter): Sql {
  const { viewer, mentorshipId, status, from, to } = filter;
  const own = viewer ? ownMentorships(organizationId, filter, viewer) : undefined;
  if (from || to) {
    if (!own) return countRows(sql`mentorship_sessions s`, conditions(organizationId, filter));
    const ofEach = sql`select from mentorship_sessions s where ${conditions(organizationId, filter, ofSeat)}`;
    return countRows(sql`unnest(${own}) as seat (mentorship_id) cross join lateral (${ofEach}) s`, sql`true`);
  }
  const parts = own ?? (mentorshipId ? sql`array[${mentorshipId}::uuid]` : undefined);
  return countOf({ organizationId, list: "mentorship", parts, states: status && [status] });
}

/** Of one mentorship, where it is known which. */
function conditions(
  organizationId: string,
  { status, mentorshipId, ...window }: SessionFilter,
  mentorship: Sql | null = mentorshipId === undefined ? null : sql`${mentorshipId}::uuid`,
): Sql {
  const all = [sql`s.organization_id = ${organizationId}`];
  if (status) all.push(sql`s.status = ${status}`);
  const at = sql`s.scheduled_at`;
  all.push(mentorship ? ownWithin(sql`s.mentorship_id`, mentorship, at, window) : within(at, window));
  return join(all, " and ");
}

/** The mentorships in which somebody has a seat, as an array; of one that is asked for, that alone. */
const ownMentorships = (organizationId: string, { mentorshipId }: SessionFilter, viewer: string): Sql => sql`
  array(select m.id from mentorships m
    where m.organization_id = ${organizationId} and (m.coach_id = ${viewer} or m.teacher_id = ${viewer})
      ${mentorshipId ? sql`and m.id = ${mentorshipId}` : sql``})`;
