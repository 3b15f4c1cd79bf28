import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import { type SessionStatus, sessionAllows } from "./lifecycle.ts";
import { mayStep } from "./policy.ts";
import { type Session, updateSession } from "./store.ts";

const eventOf = {
  scheduled: "mentorship.session.reopened",
  confirmed: "mentorship.session.confirmed",
  cancelled: "mentorship.session.cancelled",
  completed: "mentorship.session.completed",
  missed: "mentorship.session.missed",
} as const satisfies Record<SessionStatus, string>;

/** The session in its next status. Refuses a step that the lifecycle, or the actor's role, does not have. */
export function inStatus({ actor, now }: Context, session: Session, to: SessionStatus): Session {
  if (!sessionAllows(session.status, to) || !mayStep(actor, session.status, to)) {
    throw refuse("refused_transition", `a ${session.status} session cannot become ${to}`);
  }
  const cancelled = { agoraChannel: null, cancelledAt: now, cancelledBy: actor.id };
  return {
    ...session,
    status: to,
    ...(to === "cancelled" ? cancelled : {}),
    completedAt: to === "completed" ? now : null,
  };
}

/** Writes what an operation made of a locked session, and appends one event for each thing that changed. */
export async function saveSession(context: Context, before: Session, after: Session): Promise<Session> {
  const { tx, actor, now } = context;
  const ids = { sessionId: before.id, mentorshipId: before.mentorshipId };
  const [from, to] = [before.scheduledAt.toISOString(), after.scheduledAt.toISOString()];
  const moved = from !== to;
  const edited = (["durationMinutes", "timezone", "notes"] as const).some(
    (name) => before[name] !== after[name],
  );
  const stepped = before.status !== after.status;
  if (!moved && !edited && !stepped) return before;
  // A version for each event, so that the events of one session have an order among themselves too.
  const version = before.version + [moved, edited, stepped].filter(Boolean).length;
  const saved = { ...after, updatedAt: now, version };
  await updateSession(tx, actor.organizationId, before, saved);
  const { id: subjectId } = saved;
  let next = before.version;
  if (moved) {
    const type = "mentorship.session.rescheduled";
    await append(context, { type, subjectId, version: ++next, payload: { ...ids, from, to } });
  }
  if (edited) {
    await append(context, { type: "mentorship.session.edited", subjectId, version: ++next, payload: ids });
  }
  if (stepped)
    await append(context, { type: eventOf[after.status], subjectId, version: ++next, payload: ids });
  return saved;
}
