import type { Transaction } from "#database/tenancy.ts";
import type { Room } from "../book.ts";
import { lockAsHost, requireParticipant } from "../hosting.ts";
import { authorOf } from "../key.ts";
import type { RoomRules } from "../parts.ts";
import { recordBy } from "../record.ts";

/** A host sends somebody away who waits. They may ask again, so nothing is kept but that it happened. */
export async function refuseEntry(
  rules: RoomRules,
  tx: Transaction,
  place: Pick<Room, "organizationId" | "id">,
  participantId: string,
  by: string,
  now: Date,
): Promise<void> {
  const { row, host } = await lockAsHost(rules, tx, place, by);
  await requireParticipant(tx, row, participantId);
  const happening = { type: "rooms.participant.refused", more: { participantId } } as const;
  await recordBy(tx, row, authorOf(host.key), happening, now);
}
