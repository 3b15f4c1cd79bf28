import type { Static } from "typebox";
import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { catalogue, EventType } from "./catalogue.ts";

/** An event as whoever follows its subject sees it, with the payload of its type. */
export type FollowedEvent = {
  [Type in EventType]: { type: Type; payload: Static<(typeof catalogue)[Type]["payload"]> };
}[EventType] & {
  id: string;
  version: number;
  occurredAt: Date;
  /** Who did it; null for the server itself. */
  actorId: string | null;
  /** What came of one request has one id; of the server's own work, it is the task's name. */
  requestId: string | null;
};

const columns = sql`
  id, type, version, payload, occurred_at as "occurredAt", actor_id as "actorId", request_id as "requestId"`;

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
export const follow = (
  tx: Transaction,
  following: Following,
  handle: (events: FollowedEvent[]) => Promise<void>,
): Promise<boolean> =>
  followInSteps(tx, following, async (events) => {
    await handle(events);
    return { handled: events.length, rest: null };
  });

/** How far a follower came with the events that it was given. */
export interface Step {
  /** So many of them, from the first, are done. */
  handled: number;
  /** Where it goes on with the next one, in its own words; null at that one's beginning. */
  rest: string | null;
}

/**
 * The same for who has more to do for one event than one transaction should hold: it may leave off before the end,
 * or in the middle of an event, and gets what it left with the `rest` that it gave. Later events wait for it.
 */
export async function followInSteps(
  tx: Transaction,
  following: Following,
  handle: (events: FollowedEvent[], rest: string | null) => Promise<Step>,
): Promise<boolean> {
  const { organizationId, follower, subjectId } = following;
  const cursor = await lockFollower(tx, following);
  const page = await tx.all<FollowedEvent & { position: string }>(sql`
    select ${columns}, position
    from events
    where organization_id = ${organizationId} and subject_id = ${subjectId} and position > ${cursor.position}
    order by position limit ${batchSize}`);
  const isFull = page.length === batchSize;
  const events = isFull ? withoutTornAct(page) : page;
  if (events.length === 0) return false;
  const { handled, rest } = await handle(events, cursor.rest);
  tx.last(sql`
    update event_cursors set position = ${events[handled - 1]?.position ?? cursor.position}, rest = ${rest}
    where organization_id = ${organizationId} and follower = ${follower} and subject_id = ${subjectId}`);
  return handled < events.length || isFull;
}

/** A page up to where its last request begins, which may go on in the next one; all of it where it is one request's. */
function withoutTornAct<Event extends FollowedEvent>(page: Event[]): Event[] {
  const last = page.at(-1)?.requestId;
  const end = page.findLastIndex((event) => event.requestId !== last) + 1;
  return end === 0 ? page : page.slice(0, end);
}

/**
 * Keeps a follower from going on with a subject until the transaction ends, and says how far it has come. One that is
 * new to the subject begins after what had happened before there were followers.
 */
export async function lockFollower(
  tx: Transaction,
  { organizationId, follower, subjectId }: Following,
): Promise<{ position: string; rest: string | null }> {
  const cursor = await tx.first<{ position: string; rest: string | null }>(sql`
    insert into event_cursors (organization_id, follower, subject_id, position)
    select ${organizationId}, ${follower}, ${subjectId}, before_followers from event_positions
    on conflict (organization_id, follower, subject_id) do update set position = event_cursors.position
    returning position, rest`);
  return cursor ?? { position: "0", rest: null };
}

/** The highest version that there can be. */
const latest = 2_147_483_647;

/**
 * A subject's events of some types up to and with one of its versions, in their order: what made it what it was.
 * Those that were committed and have no position yet are among them, so that they agree with the rows.
 */
export const readHistory = (
  tx: Statements,
  { organizationId, subjectId }: Pick<Following, "organizationId" | "subjectId">,
  types: readonly EventType[],
  version = latest,
): Promise<FollowedEvent[]> =>
  tx.all(sql`
    select ${columns}
    from events
    where organization_id = ${organizationId} and subject_id = ${subjectId} and type = any(${types}::text[])
      and version <= ${version}
    order by sequence`);

/** The same of several subjects, all that there is of each, by subject. */
export async function readHistories(
  tx: Statements,
  organizationId: string,
  subjectIds: readonly (string | number)[],
  types: readonly EventType[],
): Promise<Map<string, FollowedEvent[]>> {
  const events = await tx.all<FollowedEvent & { subjectId: string }>(sql`
    select ${columns}, subject_id as "subjectId"
    from events
    where organization_id = ${organizationId} and subject_id = any(${subjectIds.map(String)}::text[])
      and type = any(${types}::text[])
    order by sequence`);
  return Map.groupBy(events, ({ subjectId }) => subjectId);
}
