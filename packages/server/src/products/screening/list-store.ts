import { countOf } from "#database/counts.ts";
import { countRows, type Page, type Paged, readPage, upTo } from "#database/page.ts";
import { join, raw, type Sql, sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import type { Position } from "#kernel/cursor.ts";
import {
  type QueueState,
  type ReviewStatus,
  runningStates,
  type SessionStatus,
  statesOf,
} from "./lifecycle.ts";
import { type Session, sessionColumns } from "./store.ts";

export interface SessionFilter {
  contactId?: string;
  workflowTemplateId?: string;
  status?: SessionStatus;
  reviewStatus?: ReviewStatus;
}

/** One page of sessions as of `now`, newest first, and how many there are on all pages, in one statement. */
export function listSessions(
  tx: Statements,
  organizationId: string,
  filter: SessionFilter & Page,
  now: Date,
): Promise<Paged<Session>> {
  const list = {
    columns: sessionColumns(now),
    tables: findSessions(organizationId, filter, now, { limit: upTo(filter) }),
    orderBy: sql`"createdAt" desc, id`,
    total: count(organizationId, filter, now),
  };
  return readPage(tx, list, filter);
}

/** The first sessions `s` of this organization, newest first, that a filter asks for as of `now`. */
export function findSessions(
  organizationId: string,
  filter: SessionFilter,
  now: Date,
  { after, limit }: { after?: Position | null; limit: Sql },
): Sql {
  const conditions = [matches(organizationId, filter)];
  if (after)
    conditions.push(sql`s.created_at <= ${after.at} and (s.created_at < ${after.at} or s.id > ${after.id})`);
  const first = { where: join(conditions, " and "), orderBy: sql`s.created_at desc, s.id`, limit };
  const states = statesOf(filter);
  return states ? inStates(states, now, first) : sql`(${select(first)}) s`;
}

function matches(organizationId: string, { contactId, workflowTemplateId }: SessionFilter): Sql {
  const conditions = [sql`s.organization_id = ${organizationId}`];
  if (contactId) conditions.push(sql`s.contact_id = ${contactId}`);
  if (workflowTemplateId) conditions.push(sql`s.workflow_template_id = ${workflowTemplateId}`);
  return join(conditions, " and ");
}

/** The first sessions `s`, in an order, for which a condition holds. */
interface First {
  where: Sql;
  orderBy: Sql;
  /** A clause. */
  limit: Sql;
}

export const select = ({ where, orderBy, limit }: First): Sql =>
  sql`select s.* from screening_sessions s where ${where} order by ${orderBy} ${limit}`;

/**
 * The first sessions `s` of each of these states as of `now`: those that are noted in it, by an index in their order,
 * and the few whose time is over and nobody has noted it, all of them. PostgreSQL puts them together in the order.
 */
export function inStates(states: readonly QueueState[], now: Date, { where, ...first }: First): Sql {
  const lists = states.map(
    (state) => sql`(${select({ ...first, where: sql`${where} and ${asOf(state, now)}` })})`,
  );
  const others = states.includes("expired") ? overdue(now) : sql`false`;
  lists.push(sql`select s.* from screening_sessions s where ${where} and ${others}`);
  return sql`(${join(lists, " union all ")}) s`;
}

/** Noted in a state, and still in it as of `now`. */
const asOf = (state: QueueState, now: Date): Sql =>
  runningStates.some((running) => running === state)
    ? sql`${noted([state])} and s.expires_at > ${now}`
    : noted([state]);

/** Whose time is over by now though it is not noted; of these states, where some are given. */
export const overdue = (now: Date, states: readonly QueueState[] = runningStates): Sql =>
  sql`${noted(states)} and s.expires_at <= ${now}`;

/** Constants in the text, so that PostgreSQL knows which partial index holds them, and how many there are. */
const noted = (states: readonly QueueState[]): Sql =>
  sql`s.noted_state in (${join(states.map((state) => raw(`'${state}'`)))})`;

/**
 * Those of one contact are few. All others are known by the states in which they are noted, from which and to which
 * those move whose time is over by now.
 */
function count(organizationId: string, filter: SessionFilter, now: Date): Sql {
  const sessions = sql`screening_sessions s`;
  const where = matches(organizationId, filter);
  const states = statesOf(filter);
  if (filter.contactId) {
    return countRows(
      states ? inStates(states, now, { where, orderBy: sql`s.id`, limit: sql`` }) : sessions,
      where,
    );
  }
  const parts = filter.workflowTemplateId && sql`array[${filter.workflowTemplateId}::uuid]`;
  const known = countOf({ organizationId, list: "screening", parts: parts || undefined, states });
  if (!states) return known;
  const over = (of: readonly QueueState[]) => countRows(sessions, sql`${where} and ${overdue(now, of)}`);
  const within = runningStates.filter((state) => states.includes(state));
  const others = runningStates.filter((state) => !states.includes(state));
  if (!states.includes("expired")) return within.length > 0 ? sql`(${known} - ${over(within)})` : known;
  return others.length > 0 ? sql`(${known} + ${over(others)})` : known;
}
