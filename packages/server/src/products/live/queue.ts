import type { Context, ReadContext } from "#database/context.ts";
import type { Transaction } from "#database/tenancy.ts";
import { appendByServer, type NewEvent } from "#events/append.ts";
import type { Job } from "#events/subscriber.ts";
import { minutes, plus } from "#kernel/clock.ts";
import { refuse } from "#kernel/errors.ts";
import { early } from "#rooms/entry.ts";
import { signal } from "#rooms/record.ts";
import { findRoomOf } from "#rooms/rooms-store.ts";
import { mayManage } from "./policy.ts";
import { findHost, type Session } from "./store.ts";
import { tasks } from "./subscribers.ts";

/** How long somebody who was called has to come, in milliseconds. */
export const turnLasts = minutes(3);

/** How often somebody may be called in vain; then they are out of the line, and may join it again. */
export const mostMissed = 2;

/** Refuses a session that has no line, or none at this moment. */
export function requireLine({ kind, status, scheduledAt }: Session, { now }: Pick<Context, "now">): void {
  if (kind !== "office_hours") throw refuse("session_not_open", "only office hours have a line");
  if (status === "live") return;
  if (status !== "scheduled") throw refuse("session_not_open", `it is ${status}`);
  const opensAt = plus(scheduledAt, -early);
  if (now < opensAt) throw refuse("session_not_open", `the line opens at ${opensAt.toISOString()}`);
}

/** Whether the caller is the session's host, or manages it. */
export const isHost = async ({ tx, actor }: ReadContext, session: Session): Promise<boolean> =>
  mayManage(actor, session) || (await findHost(tx, actor.organizationId, session)) === actor.id;

/** Has the session's room ask anew who may enter, once the transaction has committed. */
export async function signalRoom(tx: Transaction, organizationId: string, sessionId: string): Promise<void> {
  const room = await findRoomOf(tx, organizationId, "live", sessionId);
  if (room) signal(tx, room);
}

/** The timer at which the turn of somebody who did not come is over. */
export const turnTimer = (organizationId: string, sessionId: string, personId: string): Job => ({
  task: tasks.endTurn,
  key: `${tasks.endTurn}:${sessionId}:${personId}`,
  payload: { organizationId, sessionId, personId },
});

type QueueEvent = "live.queue.joined" | "live.queue.left" | "live.queue.called" | "live.queue.missed";

/** An event of the line, under the version that its change drew. */
export const queueEvent = (
  type: QueueEvent,
  sessionId: string,
  personId: string,
  version: number,
): NewEvent<QueueEvent> => ({ type, subjectId: sessionId, version, payload: { sessionId, personId } });

/** The same where the server did it by itself. */
export const appendQueueEvent = (
  work: { tx: Transaction; organizationId: string; now: Date },
  event: NewEvent<QueueEvent>,
): void => appendByServer({ ...work, task: tasks.endTurn }, [event]);
