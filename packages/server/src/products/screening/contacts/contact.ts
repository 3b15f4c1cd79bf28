import type { PublicContext } from "#database/context.ts";
import type { Transaction } from "#database/tenancy.ts";
import { type Author, appendFor } from "#events/append.ts";
import type { ContactFacts } from "../questions.ts";
import {
  type Contact,
  deleteUnknown,
  fillContact,
  lockContactByEmail,
  lockContactByPhone,
  lockKeys,
} from "./store.ts";

/**
 * The contact whom a prospect's answers tell of: one who is known already, else the session's own. What is not known
 * of them yet is filled in. What is known stays, because anybody can claim an address or a number.
 */
export async function recogniseContact(
  context: PublicContext,
  organizationId: string,
  author: Author,
  ownId: string,
  facts: ContactFacts,
): Promise<string> {
  const { tx, now } = context;
  const known = await lockKnown(tx, organizationId, facts);
  const contactId = known?.id ?? ownId;
  const filled = await fillContact(tx, organizationId, contactId, facts, now);
  if (filled) {
    const { version } = filled;
    const event = { subjectId: contactId, version, payload: { contactId } };
    appendFor(context, organizationId, author, { type: "screening.contact.changed", ...event });
  }
  return contactId;
}

/**
 * Whoever gives an e-mail address is known by that alone. A number counts only where none is given: a household
 * shares one, and who claims another's number with an address of their own would be told what is decided on the other.
 */
async function lockKnown(
  tx: Transaction,
  organizationId: string,
  { email, phone, name }: ContactFacts,
): Promise<Contact | null> {
  await lockKeys(tx, organizationId, [{ email, phone }]);
  if (email !== null) return lockContactByEmail(tx, organizationId, email);
  return phone === null ? null : lockContactByPhone(tx, organizationId, { phone, name });
}

/**
 * Lets go of a session's own contact once the session is another's. One whom people have said something of, or given
 * a session, stays.
 */
export async function mergeContact(
  context: PublicContext,
  organizationId: string,
  author: Author,
  contactId: string,
  intoContactId: string,
): Promise<void> {
  if (!(await deleteUnknown(context.tx, organizationId, contactId))) return;
  const event = { subjectId: contactId, version: 2, payload: { contactId, intoContactId } };
  appendFor(context, organizationId, author, { type: "screening.contact.merged", ...event });
}
