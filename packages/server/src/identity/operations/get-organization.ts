import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { findOrganization, type Organization } from "../organizations-store.ts";
import { mayAdminister } from "../policy.ts";

/** The actor's organization. */
export async function getOrganization({ tx, actor }: ReadContext): Promise<Organization> {
  if (!mayAdminister(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  const organization = await findOrganization(tx, actor.organizationId);
  if (!organization) throw notFound("organization");
  return organization;
}
