import { type Account, type Actor, isAtLeast } from "#kernel/actor.ts";
import { atLeast, type MemberRole } from "#kernel/roles.ts";

/** Manager and up see who is in the organization. */
export const mayReadMembers = (actor: Actor): boolean => isAtLeast(actor, "Manager");

/** OrganizationAdmin and up manage the organization: members, invitations, keys, name; and read its audit trail. */
export const mayAdminister = (actor: Actor): boolean => isAtLeast(actor, "OrganizationAdmin");

/** Nobody gives a role above their own. */
export const mayGrant = (actor: Actor, role: MemberRole): boolean =>
  mayAdminister(actor) && atLeast(actor.role, role);

/** What an organization pays for is the operator's to change. */
export const maySetTerms = (actor: Actor): boolean => isAtLeast(actor, "PlatformAdmin");

/** Only the operator opens organizations, and sees them all. */
export const mayManageOrganizations = (person: Account): boolean => person.platformAdmin;

/** An outside issuer speaks for some organizations, never for the account itself. */
export const ownsAccount = (person: Account): boolean => person.confinedTo === null;

/** Whether the credential holds for this organization, once the person is in it. */
export const mayJoin = (person: Account, organizationId: string): boolean =>
  person.confinedTo === null || person.confinedTo.includes(organizationId);
