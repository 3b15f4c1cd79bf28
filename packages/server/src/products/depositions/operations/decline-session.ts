import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { isStaff } from "../policy.ts";
import { lockSession, type Session } from "../store.ts";
import { saveSession } from "../transition.ts";

/** Declines what is asked for: a session, which is cancelled, or its cancelation, so that it stays. */
export async function declineSession(context: Context, id: string, reason: string): Promise<Session> {
  const { tx, actor } = context;
  const before = await lockSession(tx, actor.organizationId, id);
  if (!before) throw notFound("session");
  if (!isStaff(actor)) throw refuse("forbidden", "it takes the role PlatformAdmin");
  const asksCancelation = before.cancelationRequestedAt !== null && !isOver(before);
  if (before.state !== "initial" && !asksCancelation) {
    throw refuse("refused_transition", `nothing is asked for: the session is ${before.state}`);
  }
  const after: Session = asksCancelation
    ? { ...before, cancelationRequestedAt: null, cancelWithoutEmail: false, notice: reason }
    : { ...before, state: "canceled", notice: reason };
  const session = await saveSession(context, before, after);
  const type = asksCancelation ? "depositions.session.cancelation_declined" : "depositions.session.declined";
  const { version } = session;
  append(context, { type, subjectId: session.id, version, payload: { sessionId: session.id } });
  return session;
}

const isOver = ({ state }: Session): boolean => state === "completed" || state === "canceled";
