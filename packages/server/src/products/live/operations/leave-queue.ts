import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { clearTimer } from "#events/jobs.ts";
import { notFound } from "#kernel/errors.ts";
import { queueEvent, signalRoom, turnTimer } from "../queue.ts";
import { deletePlace, drawVersion } from "../queue-store.ts";
import { requirePerson } from "../registrant.ts";
import { lockSession } from "../store.ts";
import { getQueue, type Queue } from "./get-queue.ts";

/** Leaves the line, or gives up one's turn. Who is not in it changes nothing. */
export async function leaveQueue(context: Context, id: string): Promise<Queue> {
  const { tx, actor } = context;
  const { organizationId, id: personId } = actor;
  await requirePerson(context, id);
  if (!(await lockSession(tx, organizationId, id))) throw notFound("session");
  if (await deletePlace(tx, organizationId, id, personId)) {
    const version = await drawVersion(tx, organizationId, id);
    append(context, queueEvent("live.queue.left", id, personId, version));
    await clearTimer(tx, turnTimer(organizationId, id, personId).key);
    await signalRoom(tx, organizationId, id);
  }
  return getQueue(context, id);
}
