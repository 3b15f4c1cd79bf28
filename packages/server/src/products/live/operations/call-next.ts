import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { setTimer } from "#events/jobs.ts";
import { plus } from "#kernel/clock.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { keyOf } from "#rooms/key.ts";
import { readPresence } from "#rooms/presence-store.ts";
import { findRoomOf } from "#rooms/rooms-store.ts";
import { isHost, queueEvent, requireLine, signalRoom, turnLasts, turnTimer } from "../queue.ts";
import { callFirst, deletePlace, drawVersion, listCalled } from "../queue-store.ts";
import { lockSession } from "../store.ts";
import { getQueue, type Queue } from "./get-queue.ts";

/**
 * Calls in the first of the line. The session's row lock puts hosts, and clicks, one after another, so that each calls
 * somebody else and nobody is called twice. Whoever was called before, came, and has left has had their turn.
 */
export async function callNext(context: Context, id: string): Promise<Queue & { called: string | null }> {
  const { tx, actor, now } = context;
  const { organizationId } = actor;
  const session = await lockSession(tx, organizationId, id);
  if (!session) throw notFound("session");
  if (!(await isHost(context, session))) {
    throw refuse("forbidden", "its host calls people in, or who manages it");
  }
  requireLine(session, context);
  await endTurns(context, id);
  const called = await callFirst(tx, organizationId, id, now);
  if (called !== null) {
    const version = await drawVersion(tx, organizationId, id);
    append(context, queueEvent("live.queue.called", id, called, version));
    await setTimer(tx, turnTimer(organizationId, id, called), plus(now, turnLasts), now);
    await signalRoom(tx, organizationId, id);
  }
  return { ...(await getQueue(context, id)), called };
}

async function endTurns(context: Context, id: string): Promise<void> {
  const { tx, actor } = context;
  const room = await findRoomOf(tx, actor.organizationId, "live", id);
  if (!room) return;
  for (const { personId, calledAt } of await listCalled(tx, actor.organizationId, id)) {
    const { came, isThere } = await readPresence(tx, room, keyOf.person(personId), calledAt);
    if (!came || isThere) continue;
    await deletePlace(tx, actor.organizationId, id, personId);
    const version = await drawVersion(tx, actor.organizationId, id);
    append(context, queueEvent("live.queue.left", id, personId, version));
  }
}
