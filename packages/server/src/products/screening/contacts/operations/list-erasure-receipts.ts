import type { ReadContext } from "#database/context.ts";
import type { Paged } from "#database/page.ts";
import { refuse } from "#kernel/errors.ts";
import { type NumberedPage, pageFor } from "../../page.ts";
import { mayManageContacts } from "../../policy.ts";
import type { ListReceipts } from "../erasure-schema.ts";
import { type ErasureReceipt, listReceipts } from "../erasure-store.ts";

/** One page of the organization's receipts, and how many there are in all. */
export async function listErasureReceipts(
  { tx, actor }: ReadContext,
  query: ListReceipts,
): Promise<Paged<ErasureReceipt> & { page: NumberedPage }> {
  if (!mayManageContacts(actor)) throw refuse("forbidden", "it takes the role Manager");
  const page = pageFor(actor, query);
  const { contactId } = query;
  return { page, ...(await listReceipts(tx, actor.organizationId, { ...page, contactId })) };
}
