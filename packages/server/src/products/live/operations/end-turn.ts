import type { Transaction } from "#database/tenancy.ts";
import { setTimer } from "#events/jobs.ts";
import { plus } from "#kernel/clock.ts";
import { keyOf } from "#rooms/key.ts";
import { readPresence } from "#rooms/presence-store.ts";
import { findRoomOf } from "#rooms/rooms-store.ts";
import { isOpen } from "../lifecycle.ts";
import { appendQueueEvent, mostMissed, queueEvent, signalRoom, turnLasts, turnTimer } from "../queue.ts";
import { deletePlace, drawVersion, listCalled, sendToEnd } from "../queue-store.ts";
import { lockSession } from "../store.ts";
import type { SessionWork } from "../subscribers.ts";

/** Ends the turn of somebody who was called and did not come: the first time to the end of the line, then out of it. */
export async function endTurn(
  tx: Transaction,
  { organizationId, sessionId, now }: SessionWork,
  personId: string,
): Promise<void> {
  const session = await lockSession(tx, organizationId, sessionId);
  const turn = (await listCalled(tx, organizationId, sessionId)).find(
    (called) => called.personId === personId,
  );
  if (!session || !turn || !isOpen(session.status)) return;
  const dueAt = plus(turn.calledAt, turnLasts);
  if (now < dueAt) return setTimer(tx, turnTimer(organizationId, sessionId, personId), dueAt, now);
  const room = await findRoomOf(tx, organizationId, "live", sessionId);
  if (room && (await readPresence(tx, room, keyOf.person(personId), turn.calledAt)).came) return;
  const version = await drawVersion(tx, organizationId, sessionId);
  const isOut = turn.missed + 1 >= mostMissed;
  if (isOut) await deletePlace(tx, organizationId, sessionId, personId);
  else await sendToEnd(tx, organizationId, sessionId, personId, version);
  const type = isOut ? "live.queue.left" : "live.queue.missed";
  appendQueueEvent({ tx, organizationId, now }, queueEvent(type, sessionId, personId, version));
  await signalRoom(tx, organizationId, sessionId);
}
