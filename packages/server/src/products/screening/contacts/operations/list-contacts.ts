import type { ReadContext } from "#database/context.ts";
import type { Paged } from "#database/page.ts";
import { refuse } from "#kernel/errors.ts";
import { type NumberedPage, pageFor } from "../../page.ts";
import { mayView } from "../../policy.ts";
import type { ListContacts } from "../schema.ts";
import { type Contact, listContacts as findContacts } from "../store.ts";

/** One page of the organization's contacts, and how many there are in all. */
export async function listContacts(
  { tx, actor }: ReadContext,
  query: ListContacts,
): Promise<Paged<Contact> & { page: NumberedPage }> {
  if (!mayView(actor)) throw refuse("forbidden", "it takes the role Coach");
  const page = pageFor(actor, query);
  const { email, phone, q } = query;
  return { page, ...(await findContacts(tx, actor.organizationId, { ...page, email, phone, q })) };
}
