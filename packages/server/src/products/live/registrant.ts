import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayRegister } from "./policy.ts";
import { findRegistration } from "./registration-store.ts";

/** Refuses an API key where only a person can stand; a session that is not there comes first. */
export async function requirePerson({ tx, actor }: ReadContext, sessionId: string): Promise<void> {
  if (mayRegister(actor)) return;
  if (!(await findRegistration(tx, actor.organizationId, sessionId, actor.id))) throw notFound("session");
  throw refuse("forbidden", "registering is for people, not for an API key");
}
