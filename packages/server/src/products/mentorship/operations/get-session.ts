import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayView } from "../policy.ts";
import { findSession, type Session } from "../store.ts";

/** One session, for those who may see it. */
export async function getSession({ tx, actor }: ReadContext, id: string): Promise<Session> {
  const session = await findSession(tx, actor.organizationId, id);
  if (!session) throw notFound("session");
  if (!mayView(actor, session.mentorship)) throw refuse("forbidden", "you take no part in this mentorship");
  return session;
}
