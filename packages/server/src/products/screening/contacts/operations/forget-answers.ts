import { deleteAnswersAbout } from "#database/idempotency.ts";
import type { Transaction } from "#database/tenancy.ts";
import { findSessionIds } from "../erasure-store.ts";

/**
 * Deletes what was answered to requests with an Idempotency-Key about an erased contact and their sessions. Answers to
 * prospects belong to no organization, so this is no part of the erasure's own transaction, and follows it.
 */
export async function forgetAnswers(
  tx: Transaction,
  { organizationId, contactId }: { organizationId: string; contactId: string },
): Promise<void> {
  const sessionIds = await findSessionIds(tx, organizationId, contactId);
  await deleteAnswersAbout(tx, [contactId, ...sessionIds]);
}
