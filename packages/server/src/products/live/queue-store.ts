import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";

const queueStatuses = ["waiting", "called"] as const;

/** Somebody's place in the line of office hours. */
export interface Place {
  status: (typeof queueStatuses)[number] | "none";
  /** From 1; null for who does not wait. */
  position: number | null;
  calledAt: Date | null;
}

/** Somebody in the line, as hosts see it. */
export interface Waiting extends Place {
  personId: string;
  name: string;
  joinedAt: Date;
}

const nowhere: Place = { status: "none", position: null, calledAt: null };

export const findPlace = async (
  tx: Statements,
  organizationId: string,
  sessionId: string,
  personId: string,
): Promise<Place> =>
  (await tx.first<Place>(sql`
    select q.status, q.called_at as "calledAt", case when q.status = 'waiting' then (
        select count(*)::int from live_queue w
        where w.organization_id = q.organization_id and w.session_id = q.session_id
          and w.status = 'waiting' and w.ticket <= q.ticket
      ) end as position
    from live_queue q
    where q.organization_id = ${organizationId} and q.session_id = ${sessionId} and q.person_id = ${personId}`)) ??
  nowhere;

/** Those who were called, then those who wait in their order: at most `limit`. */
export const listQueue = (
  tx: Statements,
  organizationId: string,
  sessionId: string,
  limit: number,
): Promise<Waiting[]> =>
  tx.all(sql`
    select q.person_id as "personId", p.first_name || ' ' || p.last_name as name, q.status,
      q.called_at as "calledAt", q.joined_at as "joinedAt",
      case when q.status = 'waiting' then
        row_number() over (partition by q.status order by q.ticket)::int end as position
    from live_queue q join people p on p.id = q.person_id
    where q.organization_id = ${organizationId} and q.session_id = ${sessionId}
    order by q.status, q.ticket limit ${limit}`);

export async function countWaiting(
  tx: Statements,
  organizationId: string,
  sessionId: string,
): Promise<number> {
  const row = await tx.first<{ count: number }>(sql`
    select count(*)::int as count from live_queue
    where organization_id = ${organizationId} and session_id = ${sessionId} and status = 'waiting'`);
  return row?.count ?? 0;
}

/** Draws a version of a locked session, for an event of its line and for a place in it. */
export async function drawVersion(
  tx: Transaction,
  organizationId: string,
  sessionId: string,
): Promise<number> {
  const row = await tx.first<{ version: number }>(sql`
    update live_sessions set version = version + 1
    where organization_id = ${organizationId} and id = ${sessionId} returning version`);
  if (!row) throw new Error("the locked session is not there");
  return row.version;
}

export async function insertPlace(
  tx: Transaction,
  organizationId: string,
  sessionId: string,
  { personId, ticket, now }: { personId: string; ticket: number; now: Date },
): Promise<void> {
  await tx.all(sql`
    insert into live_queue (organization_id, session_id, person_id, status, ticket, missed, joined_at)
    values (${organizationId}, ${sessionId}, ${personId}, 'waiting', ${ticket}, 0, ${now})`);
}

/** Says whether they were in it. */
export const deletePlace = async (
  tx: Transaction,
  organizationId: string,
  sessionId: string,
  personId: string,
): Promise<boolean> =>
  (await tx.first(sql`
    delete from live_queue
    where organization_id = ${organizationId} and session_id = ${sessionId} and person_id = ${personId}
    returning person_id`)) !== null;

/** Calls the first of those who wait; null when nobody does. The session's row is locked. */
export async function callFirst(
  tx: Transaction,
  organizationId: string,
  sessionId: string,
  now: Date,
): Promise<string | null> {
  const row = await tx.first<{ personId: string }>(sql`
    update live_queue set status = 'called', called_at = ${now}
    where organization_id = ${organizationId} and session_id = ${sessionId} and status = 'waiting'
      and ticket = (
        select min(ticket) from live_queue
        where organization_id = ${organizationId} and session_id = ${sessionId} and status = 'waiting')
    returning person_id as "personId"`);
  return row?.personId ?? null;
}

/** Those who were called, when, and how often they were called in vain before. */
export const listCalled = (
  tx: Statements,
  organizationId: string,
  sessionId: string,
): Promise<{ personId: string; calledAt: Date; missed: number }[]> =>
  tx.all(sql`
    select person_id as "personId", called_at as "calledAt", missed from live_queue
    where organization_id = ${organizationId} and session_id = ${sessionId} and status = 'called'
    order by called_at, person_id`);

/** Puts who did not come at the end of the line. */
export async function sendToEnd(
  tx: Transaction,
  organizationId: string,
  sessionId: string,
  personId: string,
  ticket: number,
): Promise<void> {
  await tx.all(sql`
    update live_queue set status = 'waiting', called_at = null, ticket = ${ticket}, missed = missed + 1
    where organization_id = ${organizationId} and session_id = ${sessionId} and person_id = ${personId}`);
}
