import type { ReadContext } from "#database/context.ts";
import type { Page, Paged } from "#database/page.ts";
import { refuse } from "#kernel/errors.ts";
import { listInvitations as findInvitations, type Invitation } from "../invitations-store.ts";
import type { InvitationStatus } from "../lifecycle.ts";
import { mayAdminister } from "../policy.ts";

/** One page of the organization's invitations, and how many there are. */
export function listInvitations(
  { tx, actor, now }: ReadContext,
  { status, limit = 50, offset = 0 }: Partial<Page> & { status?: InvitationStatus },
): Promise<Paged<Invitation>> {
  if (!mayAdminister(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  return findInvitations(tx, actor.organizationId, { status, now, limit, offset });
}
