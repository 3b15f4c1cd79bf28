import type { ReadContext } from "#database/context.ts";
import type { Page, Paged } from "#database/page.ts";
import { refuse } from "#kernel/errors.ts";
import type { MemberRole } from "#kernel/roles.ts";
import { listMembers as findMembers, type Member } from "../members-store.ts";
import { mayReadMembers } from "../policy.ts";

/** One page of the organization's members, and how many there are. */
export function listMembers(
  { tx, actor }: ReadContext,
  { role, limit = 50, offset = 0 }: Partial<Page> & { role?: MemberRole },
): Promise<Paged<Member>> {
  if (!mayReadMembers(actor)) throw refuse("forbidden", "it takes the role Manager");
  return findMembers(tx, actor.organizationId, { role, limit, offset });
}
