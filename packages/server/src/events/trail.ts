import { join, sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import type { Position } from "#kernel/cursor.ts";
import type { Author } from "./append.ts";

/** An event as the audit trail shows it. Address and browser are null where there were none, or are redacted. */
export interface TrailEntry {
  id: string;
  type: string;
  subjectId: string;
  payload: object;
  occurredAt: Date;
  actorKind: Author["kind"];
  actorId: string | null;
  requestId: string | null;
  ip: string | null;
  userAgent: string | null;
}

export interface TrailFilter {
  actorId?: string;
  type?: string;
  subjectId?: string;
  /** At or after this instant. */
  from?: Date;
  /** At or before this instant. */
  to?: Date;
  /** Only what stands after this entry. */
  after?: Position;
  limit: number;
}

/** What happened in an organization, newest first. */
export function readTrail(
  tx: Statements,
  organizationId: string,
  filter: TrailFilter,
): Promise<TrailEntry[]> {
  const { actorId, type, subjectId, from, to, after, limit } = filter;
  const conditions = [sql`organization_id = ${organizationId}`];
  if (actorId) conditions.push(sql`actor_id = ${actorId}`);
  if (type) conditions.push(sql`type = ${type}`);
  if (subjectId) conditions.push(sql`subject_id = ${subjectId}`);
  if (from) conditions.push(sql`occurred_at >= ${from}`);
  if (to) conditions.push(sql`occurred_at <= ${to}`);
  if (after) conditions.push(sql`(occurred_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return tx.all<TrailEntry>(sql`
    select id, type, subject_id as "subjectId", payload, occurred_at as "occurredAt",
      actor_kind as "actorKind", actor_id as "actorId", request_id as "requestId", ip, user_agent as "userAgent"
    from events where ${join(conditions, " and ")}
    order by occurred_at desc, id desc limit ${limit}`);
}
