import type { Context } from "#database/context.ts";
import { appendAll } from "#events/append.ts";
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
  const after = { ...before, status: to, startedAt, endedAt };
  return saveSession(context, before, after, { type: eventOf[to], payload: { sessionId: before.id } });
}

type Change =
  | { type: (typeof eventOf)[Step]; payload: { sessionId: string } }
  | { type: "live.session.edited"; payload: { sessionId: string; changed: string[] } };

/** Writes what an operation made of a locked session, with its event and those of people who get a seat by it. */
export async function saveSession(
  context: Context,
  before: Session,
  after: Session,
  change: Change,
): Promise<SeenSession> {
  const { tx, actor, now } = context;
  const admission = await updateSession(tx, actor.organizationId, before, { ...after, updatedAt: now });
  await appendAll(context, [
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
