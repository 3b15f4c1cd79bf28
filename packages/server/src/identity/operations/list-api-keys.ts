import type { ReadContext } from "#database/context.ts";
import type { Page, Paged } from "#database/page.ts";
import { refuse } from "#kernel/errors.ts";
import { type ApiKey, listApiKeys as findApiKeys } from "../api-keys-store.ts";
import { mayAdminister } from "../policy.ts";

/** One page of the organization's API keys, and how many there are. */
export function listApiKeys(
  { tx, actor }: ReadContext,
  { limit = 50, offset = 0 }: Partial<Page>,
): Promise<Paged<ApiKey>> {
  if (!mayAdminister(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  return findApiKeys(tx, actor.organizationId, { limit, offset });
}
