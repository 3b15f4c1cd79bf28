import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import { type SessionState, sessionAllows } from "./lifecycle.ts";
import { replaceInvites, type Session, updateSession } from "./store.ts";

/** Refuses a step that the lifecycle does not have. */
export function checkStep(from: SessionState, to: SessionState): void {
  if (!sessionAllows(from, to))
    throw refuse("refused_transition", `a session that is ${from} cannot become ${to}`);
}

/** Writes what an operation made of a locked session, as its next version. Which event tells of it, the caller knows. */
export async function saveSession(context: Context, before: Session, after: Session): Promise<Session> {
  const saved = { ...after, updatedAt: context.now, version: before.version + 1 };
  await updateSession(context.tx, context.actor.organizationId, before, saved);
  return saved;
}

/** Writes an update of a locked session and appends one event for each thing that changed. */
export async function saveUpdate(context: Context, before: Session, after: Session): Promise<Session> {
  const [from, to] = [before.startsAt.toISOString(), after.startsAt.toISOString()];
  const moved = from !== to;
  const worded = (["startDate", "startTime", "timeZone"] as const).some(
    (name) => before[name] !== after[name],
  );
  const edited = before.title !== after.title || (worded && !moved);
  const reinvited = listOf(before) !== listOf(after);
  if (!moved && !edited && !reinvited && before.notice === after.notice) return before;
  const saved = await saveSession(context, before, after);
  const subject = { subjectId: saved.id, version: saved.version };
  const payload = { sessionId: saved.id };
  if (moved) {
    const type = "depositions.session.rescheduled";
    append(context, { ...subject, type, payload: { ...payload, from, to } });
  }
  if (edited) append(context, { ...subject, type: "depositions.session.edited", payload });
  if (reinvited) {
    await replaceInvites(context.tx, context.actor.organizationId, saved, context.now);
    const type = "depositions.session.invites_changed";
    const [added, removed] = [idsOnlyIn(after, before), idsOnlyIn(before, after)];
    const changed = idsOfOtherAccess(before, after);
    append(context, { ...subject, type, payload: { ...payload, added, removed, changed } });
  }
  return saved;
}

const listOf = ({ invites }: Session): string =>
  invites.map(({ id, email, accessLevel }) => [id, email, accessLevel].join(" ")).join();

function idsOnlyIn(one: Session, other: Session): string[] {
  const known = new Set(other.invites.map(({ id }) => id));
  return one.invites.map(({ id }) => id).filter((id) => !known.has(id));
}

function idsOfOtherAccess(before: Session, after: Session): string[] {
  const accessOf = new Map(before.invites.map(({ id, accessLevel }) => [id, accessLevel]));
  return after.invites
    .filter(({ id, accessLevel }) => accessOf.has(id) && accessOf.get(id) !== accessLevel)
    .map(({ id }) => id);
}
