import { join, type Sql, sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import { hours, plus } from "#kernel/clock.ts";
import type { Author } from "./append.ts";
import { findPosition } from "./log.ts";
import type { StoredEvent } from "./subscriber.ts";

/** An event as its organization reads it. */
export interface FeedEvent extends StoredEvent {
  actorKind: Author["kind"];
  actorId: string | null;
}

export interface FeedFilter {
  type?: string;
  subjectId?: string;
  /** At or after this instant. */
  from?: Date;
  /** At or before this instant. */
  to?: Date;
  /** Only what was placed after this event; null from the beginning. */
  after: string | null;
  limit: number;
}

export interface FeedPage {
  events: FeedEvent[];
  /** The event after which the next page begins; null while the organization has none. */
  last: string | null;
  hasMore: boolean;
}

const columns = sql`
  organization_id as "organizationId", id, type, subject_id as "subjectId", version, payload,
  occurred_at as "occurredAt", actor_kind as "actorKind", actor_id as "actorId"`;

/**
 * An organization's events in the order in which they became visible. Whoever goes on after `last` misses none and
 * sees none twice, whatever the filter: where it lets nothing more through, `last` is the newest event of all. Null
 * when there is no event `after`.
 */
export async function readFeed(
  tx: Statements,
  organizationId: string,
  filter: FeedFilter,
): Promise<FeedPage | null> {
  const { after, limit } = filter;
  const start = after === null ? 0 : await findPosition(tx, organizationId, after);
  if (start === null) return null;
  // Before the page is read: what is placed in between comes with the next one.
  const newest = await findNewest(tx, organizationId);
  if (!newest) return { events: [], last: null, hasMore: false };
  const [first, last] = await boundsOf(tx, organizationId, filter);
  const events = await tx.all<FeedEvent>(sql`
    select ${columns} from events
    where ${join(conditions(organizationId, filter), " and ")}
      and position > ${Math.max(start, first)} and position <= ${Math.min(newest.position, last)}
    order by position limit ${limit + 1}`);
  if (events.length <= limit) return { events, last: newest.id, hasMore: false };
  const page = events.slice(0, limit);
  return { events: page, last: page.at(-1)?.id ?? after, hasMore: true };
}

async function findNewest(
  tx: Statements,
  organizationId: string,
): Promise<{ id: string; position: number } | null> {
  const newest = await tx.first<{ id: string; position: string }>(sql`
    select id, position from events where organization_id = ${organizationId} and position is not null
    order by position desc limit 1`);
  return newest && { ...newest, position: Number(newest.position) };
}

/**
 * Between which positions a time lies: an event gets its position when its transaction has committed, which is not an
 * hour after it happened. So a page of last week's events does not read all that came before.
 */
async function boundsOf(
  tx: Statements,
  organizationId: string,
  { from, to }: FeedFilter,
): Promise<[first: number, last: number]> {
  const before =
    from &&
    (await findPlaced(
      tx,
      sql`
    select position from events where organization_id = ${organizationId} and position is not null
      and occurred_at < ${plus(from, -hours(1))}
    order by occurred_at desc, id desc limit 1`,
    ));
  const after =
    to &&
    (await findPlaced(
      tx,
      sql`
    select position from events where organization_id = ${organizationId} and position is not null
      and occurred_at > ${plus(to, hours(1))}
    order by occurred_at, id limit 1`,
    ));
  return [before ?? 0, after ?? Number.MAX_SAFE_INTEGER];
}

async function findPlaced(tx: Statements, statement: Sql): Promise<number | null> {
  const row = await tx.first<{ position: string }>(statement);
  return row && Number(row.position);
}

function conditions(organizationId: string, { type, subjectId, from, to }: FeedFilter): Sql[] {
  const all = [sql`organization_id = ${organizationId}`];
  if (type) all.push(sql`type = ${type}`);
  if (subjectId) all.push(sql`subject_id = ${subjectId}`);
  if (from) all.push(sql`occurred_at >= ${from}`);
  if (to) all.push(sql`occurred_at <= ${to}`);
  return all;
}

/** One event of an organization, also one that has no position yet. */
export const findEvent = (tx: Statements, organizationId: string, id: string): Promise<FeedEvent | null> =>
  tx.first(sql`select ${columns} from events where organization_id = ${organizationId} and id = ${id}`);
