import { join, type Sql, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { Position } from "#kernel/cursor.ts";
import type { ChannelName, EffectState, Outcome } from "./effect.ts";

/** An effect as inspection shows it: never what it says, but for its title. */
export interface InspectedEffect {
  id: string;
  channel: ChannelName;
  kind: string;
  eventId: string | null;
  recipient: string;
  subjectId: string;
  address: string | null;
  /** The subject line of an e-mail, the title of a push; null where the content is sealed or gone. */
  title: string | null;
  state: EffectState;
  attempts: number;
  outcome: string | null;
  dueAt: Date;
  createdAt: Date;
  updatedAt: Date;
}

export interface InspectedAttempt {
  attempt: number;
  startedAt: Date;
  milliseconds: number;
  result: Outcome["result"];
  status: number | null;
  detail: string | null;
}

export interface EffectFilter {
  state?: EffectState;
  channel?: ChannelName;
  kind?: string;
  eventId?: string;
  recipient?: string;
  subjectId?: string;
  /** Planned at or after this instant. */
  from?: Date;
  /** Planned at or before this instant. */
  to?: Date;
}

const columns = sql`
  id, channel, kind, event_id as "eventId", recipient, subject_id as "subjectId", address, state, attempts, outcome,
  due_at as "dueAt", created_at as "createdAt", updated_at as "updatedAt",
  case when channel <> 'webhook' and not sealed then content::json ->> 'title' end as title`;

// Words of the statement, not values: an index that holds one state alone is used where the statement says it.
const inState: Record<EffectState, Sql> = {
  waiting: sql`state = 'waiting'`,
  delivered: sql`state = 'delivered'`,
  failed: sql`state = 'failed'`,
  dropped: sql`state = 'dropped'`,
};

function conditions(organizationId: string, filter: EffectFilter): Sql[] {
  const { state, channel, kind, eventId, recipient, subjectId, from, to } = filter;
  const all = [sql`organization_id = ${organizationId}`];
  if (state) all.push(inState[state]);
  if (channel) all.push(sql`channel = ${channel}`);
  if (kind) all.push(sql`kind = ${kind}`);
  if (eventId) all.push(sql`event_id = ${eventId}`);
  if (recipient) all.push(sql`recipient = ${recipient}`);
  if (subjectId) all.push(sql`subject_id = ${subjectId}`);
  if (from) all.push(sql`created_at >= ${from}`);
  if (to) all.push(sql`created_at <= ${to}`);
  return all;
}

/** An organization's effects, newest first. */
export function listEffects(
  tx: Statements,
  organizationId: string,
  filter: EffectFilter & { after?: Position; limit: number },
): Promise<InspectedEffect[]> {
  const { after, limit } = filter;
  const all = conditions(organizationId, filter);
  if (after) all.push(sql`(created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return tx.all(sql`
    select ${columns} from effects where ${join(all, " and ")} order by created_at desc, id desc limit ${limit}`);
}

export const findEffect = (
  tx: Statements,
  organizationId: string,
  id: string,
): Promise<InspectedEffect | null> =>
  tx.first(sql`select ${columns} from effects where organization_id = ${organizationId} and id = ${id}`);

/** The last attempts at an effect, at most `limit`, newest first. */
export const listAttempts = (
  tx: Statements,
  organizationId: string,
  effectId: string,
  limit: number,
): Promise<InspectedAttempt[]> =>
  tx.all(sql`
    select attempt, started_at as "startedAt", milliseconds, result, status, detail from effect_attempts
    where organization_id = ${organizationId} and effect_id = ${effectId}
    order by attempt desc limit ${limit}`);

interface LockedEffect {
  channel: ChannelName;
  recipient: string;
  state: EffectState;
  hasContent: boolean;
  isTaken: boolean;
}

/** Locks an effect, and says whether it can be sent again and whether a job is at work on it. */
export const lockEffect = (
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<LockedEffect | null> =>
  tx.first(sql`
    select channel, recipient, state, content is not null as "hasContent", taken_by is not null as "isTaken"
    from effects
    where organization_id = ${organizationId} and id = ${id} for no key update`);

/** Of a channel, the recipients that are switched on. */
export interface Open {
  channel: string;
  recipients: readonly string[];
}

/** Failed effects that can be sent again, those planned first first: at most `limit`. */
export const findRetryable = async (
  tx: Statements,
  organizationId: string,
  { open, limit, ...filter }: Omit<EffectFilter, "state"> & { open: readonly Open[]; limit: number },
): Promise<string[]> => {
  const all = [...conditions(organizationId, { ...filter, state: "failed" }), sql`content is not null`];
  for (const { channel, recipients } of open)
    all.push(sql`(channel <> ${channel} or recipient = any(${recipients}::text[]))`);
  const rows = await tx.all<{ id: string }>(sql`
    select id from effects where ${join(all, " and ")} order by created_at, id limit ${limit}`);
  return rows.map(({ id }) => id);
};
