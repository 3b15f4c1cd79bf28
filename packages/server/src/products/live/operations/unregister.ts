import type { Context } from "#database/context.ts";
import { appendAll } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { releaseEvents } from "../admissions.ts";
import { isOpen } from "../lifecycle.ts";
import { requirePerson } from "../registrant.ts";
import { findRegistration, type Registration, releaseSeat } from "../registration-store.ts";
import { lockSession } from "../store.ts";

/** Gives up the caller's seat or place in line. The first in line gets the seat in the same transaction. */
export async function unregister(context: Context, id: string): Promise<Registration> {
  const { tx, actor } = context;
  await requirePerson(context, id);
  const session = await lockSession(tx, actor.organizationId, id);
  if (!session) throw notFound("session");
  if (!isOpen(session.status)) {
    const registration = await findRegistration(tx, actor.organizationId, id, actor.id);
    if (registration?.status === "none") throw notFound("registration");
    throw refuse("session_not_open", `it is ${session.status}`);
  }
  const release = await releaseSeat(tx, actor.organizationId, id, actor.id);
  if (!release) throw notFound("registration");
  appendAll(context, releaseEvents(session.id, actor.id, release));
  return {
    sessionId: session.id,
    status: "none",
    position: null,
    registeredCount: release.registeredCount,
  };
}
