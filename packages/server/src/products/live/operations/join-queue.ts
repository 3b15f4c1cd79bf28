import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { queueEvent, requireLine, signalRoom } from "../queue.ts";
import { drawVersion, findPlace, insertPlace } from "../queue-store.ts";
import { requirePerson } from "../registrant.ts";
import { findRegistration } from "../registration-store.ts";
import { lockSession } from "../store.ts";
import { getQueue, type Queue } from "./get-queue.ts";

/** Joins the end of the line. Who is in it already stays where they are. */
export async function joinQueue(context: Context, id: string): Promise<Queue> {
  const { tx, actor, now } = context;
  const { organizationId, id: personId } = actor;
  await requirePerson(context, id);
  const session = await lockSession(tx, organizationId, id);
  if (!session) throw notFound("session");
  const registration = await findRegistration(tx, organizationId, id, personId);
  if (registration?.status !== "registered") {
    throw refuse("forbidden", "you have no seat in this session; register first");
  }
  requireLine(session, context);
  if ((await findPlace(tx, organizationId, id, personId)).status === "none") {
    const version = await drawVersion(tx, organizationId, id);
    await insertPlace(tx, organizationId, id, { personId, ticket: version, now });
    append(context, queueEvent("live.queue.joined", id, personId, version));
    await signalRoom(tx, organizationId, id);
  }
  return getQueue(context, id);
}
