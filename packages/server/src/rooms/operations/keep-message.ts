import type { Transaction } from "#database/tenancy.ts";
import { newId } from "#kernel/ids.ts";
import type { KeptMessage, Room } from "../book.ts";
import { requireParticipant } from "../hosting.ts";
import { insertMessage } from "../messages-store.ts";

/** Keeps what somebody wrote to all who are in the room: text that was cleaned. */
export async function keepMessage(
  tx: Transaction,
  place: Pick<Room, "organizationId" | "id">,
  participantId: string,
  text: string,
  now: Date,
): Promise<KeptMessage> {
  const { name } = await requireParticipant(tx, place, participantId);
  const message = { id: newId(), participantId, text, sentAt: now };
  await insertMessage(tx, place, message);
  return { ...message, name };
}
