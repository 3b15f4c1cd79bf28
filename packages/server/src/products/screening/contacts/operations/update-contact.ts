import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayChangeContacts } from "../../policy.ts";
import type { UpdateContact } from "../schema.ts";
import {
  type Contact,
  findContact,
  lockContacts,
  lockKeys,
  updateContact as writeContact,
} from "../store.ts";

/** Puts right what is known of a contact; null forgets it. Setting what it is changes nothing. */
export async function updateContact(context: Context, id: string, update: UpdateContact): Promise<Contact> {
  const { tx, actor, now } = context;
  const { organizationId } = actor;
  if (!mayChangeContacts(actor)) throw refuse("forbidden", "it takes the role Coach");
  if (!(await findContact(tx, organizationId, id))) throw notFound("contact");
  // A session that finishes with the new address or number finds this contact, or this finds that session's.
  await lockKeys(tx, organizationId, [{ email: update.email ?? null, phone: update.phone ?? null }]);
  const [before] = await lockContacts(tx, organizationId, [id]);
  if (!before) throw notFound("contact");
  if (before.erasedAt) throw refuse("conflict", "the contact was erased");
  const after = { ...before, ...update, version: before.version + 1, updatedAt: now };
  if (factsOf(after) === factsOf(before)) return before;
  await writeContact(tx, organizationId, after);
  const event = { subjectId: id, version: after.version, payload: { contactId: id } };
  append(context, { type: "screening.contact.changed", ...event });
  return after;
}

const factsOf = ({ email, phone, name }: Contact): string => JSON.stringify([email, phone, name]);
