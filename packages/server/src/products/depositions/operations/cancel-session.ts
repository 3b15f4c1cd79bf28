import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { decidesCancelation, mayUse } from "../policy.ts";
import { lockRemoteSession, lockSession, releaseSlug, type Session } from "../store.ts";
import { checkStep, saveSession } from "../transition.ts";

/**
 * Cancels the session with this remote_session_id and frees its slug, or asks for it where staff decide. Doing so
 * again changes nothing and tells nobody. `withoutEmail` undefined means: as it was asked for.
 */
export async function cancelSession(
  context: Context,
  remoteSessionId: string,
  withoutEmail: boolean | undefined,
): Promise<Session> {
  const { tx, actor } = context;
  return cancel(context, await lockRemoteSession(tx, actor.organizationId, remoteSessionId), withoutEmail);
}

/** The same by the request's id, which a request that waits has alone: that one is withdrawn. */
export async function cancelRequest(
  context: Context,
  id: string,
  withoutEmail: boolean | undefined,
): Promise<Session> {
  const { tx, actor } = context;
  return cancel(context, await lockSession(tx, actor.organizationId, id), withoutEmail);
}

async function cancel(
  context: Context,
  before: Session | null,
  withoutEmail: boolean | undefined,
): Promise<Session> {
  if (!before) throw notFound("session");
  if (!mayUse(context.actor)) throw refuse("forbidden", "it takes the role Coach");
  if (before.state === "canceled") return before;
  checkStep(before.state, "canceled");
  if (before.state === "initial") return withdraw(context, before);
  const wish = { ...before, cancelWithoutEmail: withoutEmail ?? before.cancelWithoutEmail };
  if (!decidesCancelation(context.actor)) return requestCancelation(context, before, wish);
  await releaseSlug(context.tx, before.id);
  const session = await saveSession(context, before, { ...wish, state: "canceled" });
  return tell(context, "depositions.session.cancelled", session);
}

/** Nobody has decided or been invited yet, so nobody needs to be asked. */
async function withdraw(context: Context, before: Session): Promise<Session> {
  const session = await saveSession(context, before, { ...before, state: "canceled" });
  const { id, version } = session;
  const event = { subjectId: id, version, payload: { sessionId: id } };
  append(context, { type: "depositions.session.withdrawn", ...event });
  return session;
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
  append(context, { type, subjectId: id, version, payload: { sessionId: id, withoutEmail } });
  return session;
}
