import type { Static } from "typebox";
import type { Context } from "#database/context.ts";
import { appendAll, type NewEvent } from "#events/append.ts";
import type { EventType } from "#events/catalogue.ts";
import type { liveEvents } from "#events/types/live.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { admissionEvents, versionOfChange } from "./admissions.ts";
import { type SessionStatus, sessionAllows } from "./lifecycle.ts";
import { mayManage } from "./policy.ts";
import { findSession, lockSession, type SeenSession, type Session, updateSession } from "./store.ts";

const eventOf = {
  live: "live.session.started",
  ended: "live.session.ended",
  cancelled: "live.session.cancelled",
} as const satisfies Partial<Record<SessionStatus, string>>;

type Step = keyof typeof eventOf;

/** The session with its row locked, for those who may change it. */
export async function lockToManage({ tx, actor }: Context, id: string): Promise<Session> {
  const session = await lockSession(tx, actor.organizationId, id);
  if (!session) throw notFound("session");
  if (!mayManage(actor, session))
    throw refuse("forbidden", "it is another's, and your role is below Manager");
  return session;
}

/** Moves a session along its lifecycle. Refuses a step that the lifecycle does not have, repeating one included. */
export async function moveSession(context: Context, id: string, to: Step): Promise<SeenSession> {
  const { now } = context;
  const before = await lockToManage(context, id);
  if (!sessionAllows(before.status, to)) {
    throw refuse("session_not_open", `a session that is ${before.status} cannot become ${to}`);
  }
  const startedAt = to === "live" ? now : before.startedAt;
  const endedAt = to === "ended" ? now : before.endedAt;
  const calendarSequence = before.calendarSequence + (to === "cancelled" ? 1 : 0);
  const after = { ...before, status: to, startedAt, endedAt, calendarSequence };
  return saveSession(context, before, after, changeTo(to, after));
}

type Change = Pick<NewEvent<EventType>, "type" | "payload">;

function changeTo(to: Step, { id, calendarSequence }: Session): Change {
  if (to !== "cancelled") return { type: eventOf[to], payload: { sessionId: id } };
  return { type: eventOf[to], payload: { sessionId: id, sequence: calendarSequence } };
}

/** What an edit's event says; see events/types/live.ts. */
export type Edit = Static<(typeof liveEvents)["live.session.edited"]["payload"]>;

/** Writes what an operation made of a locked session, with its event and those of people who get a seat by it. */
export async function saveSession(
  context: Context,
  before: Session,
  after: Session,
  change: Change,
): Promise<SeenSession> {
  const { tx, actor, now } = context;
  const admission = await updateSession(tx, actor.organizationId, before, { ...after, updatedAt: now });
  appendAll(context, [
    { ...change, subjectId: before.id, version: versionOfChange(admission) },
    ...admissionEvents(before.id, admission),
  ]);
  return seeSession(context, before.id);
}

/** A session that is known to be there, as the caller sees it now. */
export async function seeSession({ tx, actor }: Context, id: string): Promise<SeenSession> {
  const session = await findSession(tx, actor.organizationId, id, actor.id);
  if (!session) throw new Error("the session just written is not there");
  return session;
}
