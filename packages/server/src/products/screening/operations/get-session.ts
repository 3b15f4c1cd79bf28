import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayView } from "../policy.ts";
import { findSession, type Session } from "../store.ts";

/** One session as of now. */
export async function getSession({ tx, actor, now }: ReadContext, id: string): Promise<Session> {
  if (!mayView(actor)) throw refuse("forbidden", "it takes the role Coach");
  const session = await findSession(tx, actor.organizationId, id, now);
  if (!session) throw notFound("session");
  return session;
}
