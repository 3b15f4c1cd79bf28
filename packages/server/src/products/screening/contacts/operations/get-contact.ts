import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayView } from "../../policy.ts";
import { type Contact, findContact } from "../store.ts";

/** One contact. */
export async function getContact({ tx, actor }: ReadContext, id: string): Promise<Contact> {
  if (!mayView(actor)) throw refuse("forbidden", "it takes the role Coach");
  const contact = await findContact(tx, actor.organizationId, id);
  if (!contact) throw notFound("contact");
  return contact;
}
