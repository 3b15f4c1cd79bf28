import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayUse } from "../policy.ts";
import { findSession, type Session } from "../store.ts";

/** One session or request. */
export async function getSession({ tx, actor }: ReadContext, id: string): Promise<Session> {
  const session = await findSession(tx, actor.organizationId, id);
  if (!session) throw notFound("session");
  if (!mayUse(actor)) throw refuse("forbidden", "it takes the role Coach");
  return session;
}
