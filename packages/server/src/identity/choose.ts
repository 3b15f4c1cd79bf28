import type { Statements, Transaction } from "#database/tenancy.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import type { Role } from "#kernel/roles.ts";
import { findOrganization } from "./organizations-store.ts";
import type { Membership } from "./people-store.ts";

/** An organization with the role that somebody acts with in it. */
export interface Chosen {
  id: string;
  slug: string;
  name: string;
  role: Role;
}

/**
 * The organization that a person wants, or their only one when they name none; null when they have several, or
 * none. A PlatformAdmin may have any. Refuses with `not_a_member`, whether or not it exists,
 * and a PlatformAdmin with `not_found`.
 */
export async function choose(
  tx: Transaction,
  { platformAdmin }: { platformAdmin: boolean },
  memberships: readonly Membership[],
  wanted: string | null,
): Promise<Chosen | null> {
  if (wanted === null) {
    const [only, another] = memberships;
    return only && !another ? inRole(only, platformAdmin) : null;
  }
  const found = await findChosen(tx, { platformAdmin }, memberships, wanted.toLowerCase());
  if (!found) throw platformAdmin ? notFound("organization") : refuse("not_a_member");
  return found;
}

/** The organization with this id as the person sees it, or null when they are not in it. */
export async function findChosen(
  tx: Statements,
  { platformAdmin }: { platformAdmin: boolean },
  memberships: readonly Membership[],
  id: string,
): Promise<Chosen | null> {
  const own = memberships.find((membership) => membership.id === id);
  const found = own ?? (platformAdmin ? await findOrganization(tx, id) : null);
  return found && inRole({ role: "PlatformAdmin", ...found }, platformAdmin);
}

const inRole = (organization: Chosen, platformAdmin: boolean): Chosen =>
  platformAdmin ? { ...organization, role: "PlatformAdmin" } : organization;
