import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayManageContacts } from "../../policy.ts";
import { type ErasureReceipt, findReceipt } from "../erasure-store.ts";

/** One receipt of an erasure. */
export async function getErasureReceipt({ tx, actor }: ReadContext, id: string): Promise<ErasureReceipt> {
  if (!mayManageContacts(actor)) throw refuse("forbidden", "it takes the role Manager");
  const receipt = await findReceipt(tx, actor.organizationId, id);
  if (!receipt) throw notFound("receipt");
  return receipt;
}
