import type { ReadContext } from "#database/context.ts";
import { notFound } from "#kernel/errors.ts";
import { findSession, type SeenSession } from "../store.ts";

/** One session; every member of the organization sees it. */
export async function getSession({ tx, actor }: ReadContext, id: string): Promise<SeenSession> {
  const session = await findSession(tx, actor.organizationId, id, actor.id);
  if (!session) throw notFound("session");
  return session;
}
