import type { Context } from "#database/context.ts";
import { appendAll, type NewEvent } from "#events/append.ts";
import type { EventType } from "#events/catalogue.ts";
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
  const changes = changesOf(before, after);
  if (changes.length === 0) return before;
  // A version for each event, so that the events of one session have an order among themselves too.
  const saved = { ...after, updatedAt: now, version: before.version + changes.length };
  await updateSession(tx, actor.organizationId, before, saved);
  appendAll(
    context,
    changes.map((change, n) => ({ ...change, subjectId: saved.id, version: before.version + n + 1 })),
  );
  return saved;
}

type Change = Pick<NewEvent<EventType>, "type" | "payload">;

function changesOf(before: Session, after: Session): Change[] {
  const ids = { sessionId: before.id, mentorshipId: before.mentorshipId };
  const [from, to] = [before.scheduledAt.toISOString(), after.scheduledAt.toISOString()];
  const changed = (["durationMinutes", "timezone", "notes"] as const).filter(
    (name) => before[name] !== after[name],
  );
  const changes: Change[] = [];
  if (from !== to) changes.push({ type: "mentorship.session.rescheduled", payload: { ...ids, from, to } });
  if (changed.length > 0) changes.push({ type: "mentorship.session.edited", payload: { ...ids, changed } });
  if (before.status !== after.status) changes.push({ type: eventOf[after.status], payload: ids });
  return changes;
}
