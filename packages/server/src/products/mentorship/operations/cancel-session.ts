import type { Context } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayCancel } from "../policy.ts";
import { lockSession, type Session } from "../store.ts";
import { inStatus, saveSession } from "../transition.ts";

/** Cancels a session and releases its channel. Cancelling again changes nothing and tells nobody. */
export async function cancelSession(context: Context, id: string): Promise<Session> {
  const { tx, actor } = context;
  const session = await lockSession(tx, actor.organizationId, id);
  if (!session) throw notFound("session");
  if (!mayCancel(actor, session.mentorship))
    throw refuse("forbidden", "it is another coach's, or your role is below Coach");
  if (session.status === "cancelled") return session;
  return saveSession(context, session, inStatus(context, session, "cancelled"));
}
