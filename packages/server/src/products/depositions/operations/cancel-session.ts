import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { decidesCancelation, mayUse } from "../policy.ts";
import { lockRemoteSession, releaseSlug, type Session } from "../store.ts";
import { checkStep, saveSession } from "../transition.ts";

/**
 * Cancels a session and frees its slug, or asks for it where staff decide. Doing so again changes nothing and
 * tells nobody. `withoutEmail` undefined means: as it was asked for.
 */
export async function cancelSession(
  context: Context,
  remoteSessionId: string,
  withoutEmail: boolean | undefined,
): Promise<Session> {
  const { tx, actor } = context;
  const before = await lockRemoteSession(tx, actor.organizationId, remoteSessionId);
  if (!before) throw notFound("session");
  if (!mayUse(actor)) throw refuse("forbidden", "it takes the role Coach");
  if (before.state === "canceled") return before;
  checkStep(before.state, "canceled");
  const wish = { ...before, cancelWithoutEmail: withoutEmail ?? before.cancelWithoutEmail };
  if (!decidesCancelation(actor)) return requestCancelation(context, before, wish);
  await releaseSlug(tx, before.id);
  const session = await saveSession(context, before, { ...wish, state: "canceled" });
  return tell(context, "depositions.session.cancelled", session);
}

async function requestCancelation(context: Context, before: Session, wish: Session): Promise<Session> {
  if (before.cancelationRequestedAt) return before;
  const session = await saveSession(context, before, { ...wish, cancelationRequestedAt: context.now });
  return tell(context, "depositions.session.cancelation_requested", session);
}

async function tell(
  context: Context,
  type: "depositions.session.cancelled" | "depositions.session.cancelation_requested",
  session: Session,
): Promise<Session> {
  const { id, version, cancelWithoutEmail: withoutEmail } = session;
  await append(context, { type, subjectId: id, version, payload: { sessionId: id, withoutEmail } });
  return session;
}
