import type { Context } from "#database/context.ts";
import { hasScope, isAtLeast } from "#kernel/actor.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { requireParticipant } from "../hosting.ts";
import { keyOf } from "../key.ts";
import { type RoomParts, roomsOf } from "../parts.ts";
import { findRoomOf, lockRoom } from "../rooms-store.ts";
import { findIn } from "../visitor.ts";
import { putOut } from "./remove-participant.ts";

/** Puts somebody out of a room for good, for its hosts and for Manager and up, wherever they are. */
export async function removeByRequest(
  parts: Pick<RoomParts, "products">,
  context: Context,
  pathId: string,
  participantId: string,
): Promise<void> {
  const { tx, actor, now, origin } = context;
  const { organizationId } = actor;
  const subject = await findIn(parts, context, organizationId, pathId);
  if (!subject) throw notFound("session");
  const { product, sessionId } = subject;
  if (!hasScope(actor, `${product}:write`)) {
    throw refuse("insufficient_scope", `it needs the scope ${product}:write`);
  }
  const { role } = await roomsOf(parts, product).recognise(tx, subject, actor);
  if (role !== "host" && !isAtLeast(actor, "Manager")) {
    throw refuse("forbidden", "it is for hosts, and for Manager and up");
  }
  const room = await findRoomOf(tx, organizationId, product, sessionId);
  const row = room && (await lockRoom(tx, organizationId, room.id));
  if (!row) throw notFound("participant");
  const { key } = await requireParticipant(tx, row, participantId);
  if (key === keyOf.person(actor.id)) throw refuse("forbidden", "nobody removes themselves");
  await putOut(tx, row, { participantId, by: null, author: actor, origin }, now);
}
