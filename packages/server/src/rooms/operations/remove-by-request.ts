import type { Context } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { requireHosted, requireParticipant } from "../hosting.ts";
import { keyOf } from "../key.ts";
import type { RoomParts } from "../parts.ts";
import { findRoomOf, lockRoom } from "../rooms-store.ts";
import { putOut } from "./remove-participant.ts";

/** Puts somebody out of a room for good, for its hosts and for Manager and up, wherever they are. */
export async function removeByRequest(
  parts: Pick<RoomParts, "products">,
  context: Context,
  pathId: string,
  participantId: string,
): Promise<void> {
  const { tx, actor, now, origin } = context;
  const { organizationId, product, sessionId } = await requireHosted(parts, context, pathId, "write");
  const room = await findRoomOf(tx, organizationId, product, sessionId);
  const row = room && (await lockRoom(tx, organizationId, room.id));
  if (!row) throw notFound("participant");
  const { key } = await requireParticipant(tx, row, participantId);
  if (key === keyOf.person(actor.id)) throw refuse("forbidden", "nobody removes themselves");
  await putOut(tx, row, { participantId, by: null, author: actor, origin }, now);
}
