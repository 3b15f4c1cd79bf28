import type { Transaction } from "#database/tenancy.ts";
import { badInput } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { cleanNotes } from "#kernel/text.ts";
import type { KeptMessage, Room } from "../book.ts";
import { requireParticipant } from "../hosting.ts";
import { insertMessage } from "../messages-store.ts";

/** Keeps what somebody wrote to all who are in the room. Refuses (400) what is no text, or too long. */
export async function keepMessage(
  tx: Transaction,
  place: Pick<Room, "organizationId" | "id">,
  participantId: string,
  text: string,
  now: Date,
): Promise<KeptMessage> {
  const { name } = await requireParticipant(tx, place, participantId);
  const clean = cleanNotes(text);
  if (!clean.ok) throw badInput("invalid_request", [{ pointer: "/text", detail: clean.reason }]);
  const message = { id: newId(), participantId, text: clean.text, sentAt: now };
  await insertMessage(tx, place, message);
  return { ...message, name };
}
