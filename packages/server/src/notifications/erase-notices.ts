import type { Transaction } from "#database/tenancy.ts";
import { redactEffects } from "#effects/store.ts";
import { deleteCapturedMails } from "./captured-mails-store.ts";

interface Addressee {
  contactId: string;
  /** All mails to the contact, and not only those about these sessions. */
  contactErased: boolean;
  sessionIds: readonly string[];
}

/**
 * Blots out mails to a contact, in whatever state they are, and says how many. What waits is not sent any more. Who was
 * merged into the contact is found by what their mails were about.
 */
export async function eraseNotices(
  tx: Transaction,
  organizationId: string,
  { contactId, contactErased, sessionIds }: Addressee,
  now: Date,
): Promise<number> {
  const ids = await redactEffects(
    tx,
    { organizationId, channel: "email", recipient: contactErased ? `contact:${contactId}` : null },
    { subjectIds: sessionIds, recipientsLike: "contact:" },
    now,
  );
  await deleteCapturedMails(tx, organizationId, ids);
  return ids.length;
}
