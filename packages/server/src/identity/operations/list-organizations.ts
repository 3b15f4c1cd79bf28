import type { AccountContext, Reading } from "#database/context.ts";
import type { Page, Paged } from "#database/page.ts";
import { refuse } from "#kernel/errors.ts";
import { listOrganizations as findOrganizations, type Organization } from "../organizations-store.ts";
import { mayManageOrganizations } from "../policy.ts";

/** One page of all organizations, and how many there are. */
export function listOrganizations(
  { tx, person }: Reading<AccountContext>,
  { limit = 50, offset = 0 }: Partial<Page>,
): Promise<Paged<Organization>> {
  if (!mayManageOrganizations(person)) throw refuse("forbidden", "it takes the role PlatformAdmin");
  return findOrganizations(tx, { limit, offset });
}
