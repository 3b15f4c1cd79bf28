import type { ReadContext } from "#database/context.ts";
import { notFound } from "#kernel/errors.ts";
import { requirePerson } from "../registrant.ts";
import { findRegistration, type Registration } from "../registration-store.ts";

/** The caller's own seat or place in line. */
export async function getRegistration(context: ReadContext, sessionId: string): Promise<Registration> {
  const { tx, actor } = context;
  await requirePerson(context, sessionId);
  const registration = await findRegistration(tx, actor.organizationId, sessionId, actor.id);
  if (!registration) throw notFound("session");
  return registration;
}
