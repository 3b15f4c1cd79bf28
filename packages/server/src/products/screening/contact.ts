import type { PublicContext } from "#database/context.ts";
import { type Author, appendFor } from "#events/append.ts";
import { deleteContact, fillContact, findContactByEmail } from "./contact-store.ts";
import type { ContactFacts } from "./questions.ts";

/**
 * The contact whom a prospect's answers tell of: the one who has the e-mail address already, else the session's
 * own. What is not known of them yet is filled in. What is known stays, because anybody can claim an address.
 */
export async function recogniseContact(
  context: PublicContext,
  organizationId: string,
  author: Author,
  ownId: string,
  facts: ContactFacts,
): Promise<string> {
  const { tx, now } = context;
  const known = facts.email === null ? null : await findContactByEmail(tx, organizationId, facts.email);
  const contactId = known?.id ?? ownId;
  const filled = await fillContact(tx, organizationId, contactId, facts, now);
  if (filled) {
    const { version } = filled;
    const event = { subjectId: contactId, version, payload: { contactId } };
    await appendFor(context, organizationId, author, { type: "screening.contact.changed", ...event });
  }
  return contactId;
}

/** Lets go of a session's own contact once the session is another's. */
export async function mergeContact(
  context: PublicContext,
  organizationId: string,
  author: Author,
  contactId: string,
  intoContactId: string,
): Promise<void> {
  await deleteContact(context.tx, organizationId, contactId);
  const event = { subjectId: contactId, version: 2, payload: { contactId, intoContactId } };
  await appendFor(context, organizationId, author, { type: "screening.contact.merged", ...event });
}
