import type { AccountContext, PublicContext } from "#database/context.ts";
import { type Author, appendFor } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import { newId, newName } from "#kernel/ids.ts";
import { slugFromTitle } from "#kernel/slug.ts";
import type { CreateOrganization } from "../organization-schema.ts";
import { findFreeSlug, insertOrganization, type Organization } from "../organizations-store.ts";
import { mayManageOrganizations } from "../policy.ts";

/** Opens an organization in the name of a PlatformAdmin. */
export function createOrganization(
  context: AccountContext,
  input: CreateOrganization,
): Promise<Organization> {
  const { person } = context;
  if (!mayManageOrganizations(person)) throw refuse("forbidden", "it takes the role PlatformAdmin");
  return openOrganization(context, { kind: "person", id: person.id }, input);
}

/** Opens an organization, under a free slug made from its name when none is asked for. */
export async function openOrganization(
  context: PublicContext,
  author: Author,
  { name, slug, plan = "starter", selfService = false }: CreateOrganization,
): Promise<Organization> {
  const { tx, now } = context;
  const organization = {
    id: newId(),
    slug: slug ?? (await findFreeSlug(tx, slugFromTitle(name) || newName(8))),
    name,
    plan,
    selfService,
    createdAt: now,
    updatedAt: now,
  };
  await insertOrganization(tx, organization);
  appendFor(context, organization.id, author, {
    type: "organization.created",
    subjectId: organization.id,
    payload: { slug: organization.slug },
  });
  return organization;
}
