import type { Transaction } from "#database/tenancy.ts";
import { refuse } from "#kernel/errors.ts";
import type { Room } from "../book.ts";
import { lockAsHost, requireParticipant } from "../hosting.ts";
import { authorOf } from "../key.ts";
import { markAdmitted } from "../participants-store.ts";
import type { RoomRules } from "../parts.ts";
import { recordBy, signal } from "../record.ts";

/** A host lets somebody in who waits, now and whenever they come again. Refuses (409) who was removed. */
export async function admit(
  rules: RoomRules,
  tx: Transaction,
  place: Pick<Room, "organizationId" | "id">,
  participantId: string,
  by: string,
  now: Date,
): Promise<void> {
  const { row, host } = await lockAsHost(rules, tx, place, by);
  const { removedAt } = await requireParticipant(tx, row, participantId);
  if (removedAt) throw refuse("conflict", "they were removed from the room");
  if (!(await markAdmitted(tx, row, participantId, by, now))) return;
  const happening = { type: "rooms.participant.admitted", more: { participantId } } as const;
  await recordBy(tx, row, authorOf(host.key), happening, now);
  signal(tx, row);
}
