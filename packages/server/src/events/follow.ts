import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { EventType } from "./catalogue.ts";

/** An event as whoever follows its subject sees it. */
export interface FollowedEvent {
  id: string;
  type: EventType;
  version: number;
  payload: unknown;
  occurredAt: Date;
  /** Who did it; null for the server itself. */
  actorId: string | null;
}

interface Following {
  organizationId: string;
  /** Who follows, such as `mentorship.notices`: each has a place of its own. */
  follower: string;
  subjectId: string;
}

/** Events in one transaction. */
const batchSize = 100;

/**
 * Hands on the events of one subject that this follower has not seen, in their order, and remembers how far it has
 * come, all in the transaction: each event once, however often and wherever jobs for it run. Its row's lock lets
 * one at a time follow a subject. Says whether there may be more.
 */
export async function follow(
  tx: Transaction,
  { organizationId, follower, subjectId }: Following,
  handle: (events: FollowedEvent[]) => Promise<void>,
): Promise<boolean> {
  const cursor = await tx.first<{ position: string }>(sql`
    insert into event_cursors (organization_id, follower, subject_id, position)
    values (${organizationId}, ${follower}, ${subjectId}, 0)
    on conflict (organization_id, follower, subject_id) do update set position = event_cursors.position
    returning position`);
  const events = await tx.all<FollowedEvent & { position: string }>(sql`
    select id, type, version, payload, occurred_at as "occurredAt", actor_id as "actorId", position
    from events
    where organization_id = ${organizationId} and subject_id = ${subjectId} and position > ${cursor?.position ?? "0"}
    order by position limit ${batchSize}`);
  const last = events.at(-1);
  if (!last) return false;
  await handle(events);
  await tx.all(sql`
    update event_cursors set position = ${last.position}
    where organization_id = ${organizationId} and follower = ${follower} and subject_id = ${subjectId}`);
  return events.length === batchSize;
}

/** A subject's events of some types up to and with one of its versions, in their order: what made it what it was. */
export const readHistory = (
  tx: Transaction,
  { organizationId, subjectId }: Pick<Following, "organizationId" | "subjectId">,
  types: readonly EventType[],
  version: number,
): Promise<Pick<FollowedEvent, "type" | "version" | "payload">[]> =>
  tx.all(sql`
    select type, version, payload from events
    where organization_id = ${organizationId} and subject_id = ${subjectId} and type = any(${types}::text[])
      and version <= ${version} and position is not null
    order by position`);
