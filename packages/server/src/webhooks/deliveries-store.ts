import { join, type Sql, sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import type { EffectState } from "#effects/effect.ts";
import type { Position } from "#kernel/cursor.ts";
import { recipientOf } from "./planned.ts";

/** A message to one endpoint: an effect, as those who look after the endpoint see it. */
export interface Delivery {
  id: string;
  type: string;
  eventId: string | null;
  subjectId: string;
  state: EffectState;
  attempts: number;
  /** When it is tried next, while it waits. */
  dueAt: Date;
  outcome: string | null;
  createdAt: Date;
  updatedAt: Date;
}

const columns = sql`
  id, kind as type, event_id as "eventId", subject_id as "subjectId", state, attempts, due_at as "dueAt", outcome,
  created_at as "createdAt", updated_at as "updatedAt"`;

export interface DeliveryFilter {
  states?: readonly EffectState[];
  type?: string;
  /** Planned at or after this instant. */
  from?: Date;
  /** Planned at or before this instant. */
  to?: Date;
}

const where = (organizationId: string, endpointId: string, filter: DeliveryFilter): Sql[] => {
  const { states, type, from, to } = filter;
  const conditions = [
    sql`organization_id = ${organizationId} and channel = 'webhook' and recipient = ${recipientOf(endpointId)}`,
  ];
  if (states) conditions.push(sql`state = any(${states}::text[])`);
  if (type) conditions.push(sql`kind = ${type}`);
  if (from) conditions.push(sql`created_at >= ${from}`);
  if (to) conditions.push(sql`created_at <= ${to}`);
  return conditions;
};

/** An endpoint's deliveries, newest first. */
export function listDeliveries(
  tx: Statements,
  organizationId: string,
  endpointId: string,
  { after, limit, ...filter }: DeliveryFilter & { after?: Position; limit: number },
): Promise<Delivery[]> {
  const conditions = where(organizationId, endpointId, filter);
  if (after) conditions.push(sql`(created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return tx.all(sql`
    select ${columns} from effects where ${join(conditions, " and ")}
    order by created_at desc, id desc limit ${limit}`);
}

/** One of an endpoint's deliveries, with what was or will be sent; null of that where it is not kept. */
export const findDelivery = (
  tx: Statements,
  organizationId: string,
  endpointId: string,
  id: string,
): Promise<(Delivery & { content: string | null }) | null> =>
  tx.first(sql`
    select ${columns}, content from effects
    where ${join(where(organizationId, endpointId, {}), " and ")} and id = ${id}`);

export interface Attempt {
  attempt: number;
  startedAt: Date;
  milliseconds: number;
  result: string;
  status: number | null;
  detail: string | null;
}

/** The attempts at a delivery, the first one first. */
export const listAttempts = (tx: Statements, organizationId: string, id: string): Promise<Attempt[]> =>
  tx.all(sql`
    select attempt, started_at as "startedAt", milliseconds, result, status, detail from effect_attempts
    where organization_id = ${organizationId} and effect_id = ${id} order by attempt`);

/** How many deliveries there are; beyond `limit` it does not count on. */
export async function countDeliveries(
  tx: Statements,
  organizationId: string,
  endpointId: string,
  filter: DeliveryFilter,
  limit: number,
): Promise<number> {
  const row = await tx.first<{ count: number }>(sql`
    select count(*)::int as count from (
      select from effects where ${join(where(organizationId, endpointId, filter), " and ")} limit ${limit}
    ) as counted`);
  return row?.count ?? 0;
}

/** Deliveries in the order in which they were planned, after the one that has a place in it. */
export function findInOrder(
  tx: Statements,
  organizationId: string,
  endpointId: string,
  { after, limit, ...filter }: DeliveryFilter & { after?: string; limit: number },
): Promise<{ id: string; place: string }[]> {
  const conditions = where(organizationId, endpointId, filter);
  if (after) conditions.push(sql`sequence > ${after}`);
  return tx.all(sql`
    select id, sequence as place from effects where ${join(conditions, " and ")}
    order by sequence limit ${limit}`);
}
