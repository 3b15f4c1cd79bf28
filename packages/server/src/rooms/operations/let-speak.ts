import type { Transaction } from "#database/tenancy.ts";
import type { Room } from "../book.ts";
import { lockAsHost, requireParticipant } from "../hosting.ts";
import { setMaySpeak } from "../participants-store.ts";
import type { RoomRules } from "../parts.ts";
import { signal } from "../record.ts";

/** A host lets a viewer speak, or no longer. */
export async function letSpeak(
  rules: RoomRules,
  tx: Transaction,
  place: Pick<Room, "organizationId" | "id">,
  participantId: string,
  isAllowed: boolean,
  by: string,
): Promise<void> {
  const { row } = await lockAsHost(rules, tx, place, by);
  await requireParticipant(tx, row, participantId);
  await setMaySpeak(tx, row, participantId, isAllowed);
  signal(tx, row);
}
