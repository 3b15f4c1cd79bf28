import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { badInput, notFound, refuse } from "#kernel/errors.ts";
import { mayManageContacts } from "../../policy.ts";
import type { MergeContact } from "../schema.ts";
import {
  type Contact,
  deleteContact,
  fillContact,
  findContact,
  lockContacts,
  lockKeys,
  lockSessionsOf,
  moveSessions,
} from "../store.ts";

/**
 * Makes two contacts one: the sessions of the first become the other's, whose gaps are filled with what was known of
 * the first. What is known of the other stays.
 */
export async function mergeContact(context: Context, id: string, { into }: MergeContact): Promise<Contact> {
  const { tx, actor, now } = context;
  const { organizationId } = actor;
  if (!mayManageContacts(actor)) throw refuse("forbidden", "it takes the role Manager");
  const intoId = into.toLowerCase();
  if (id.toLowerCase() === intoId) {
    throw badInput("unprocessable", [{ pointer: "/into", detail: "is the contact itself" }]);
  }
  const [from, other] = await lockBoth(context, id.toLowerCase(), intoId);
  if (from.erasedAt || other.erasedAt) throw refuse("conflict", "one of the two was erased");
  await moveSessions(tx, organizationId, { from: from.id, into: other.id }, now);
  await deleteContact(tx, organizationId, from.id);
  const filled = await fillContact(tx, organizationId, other.id, from, now);
  append(context, {
    type: "screening.contact.merged",
    subjectId: from.id,
    version: from.version + 1,
    payload: { contactId: from.id, intoContactId: other.id },
  });
  if (!filled) return other;
  const event = { subjectId: filled.id, version: filled.version, payload: { contactId: filled.id } };
  append(context, { type: "screening.contact.changed", ...event });
  return filled;
}

/** In the order in which a session that finishes locks the same: sessions, addresses and numbers, contacts. */
async function lockBoth(
  { tx, actor: { organizationId } }: Context,
  id: string,
  intoId: string,
): Promise<[Contact, Contact]> {
  const known = [await findContact(tx, organizationId, id), await findContact(tx, organizationId, intoId)];
  await lockSessionsOf(tx, organizationId, [id, intoId]);
  await lockKeys(
    tx,
    organizationId,
    known.filter((contact) => contact !== null),
  );
  const locked = await lockContacts(tx, organizationId, [id, intoId]);
  const from = locked.find((contact) => contact.id === id);
  const other = locked.find((contact) => contact.id === intoId);
  if (!from) throw notFound("contact");
  if (!other) throw notFound("contact to merge into");
  return [from, other];
}
