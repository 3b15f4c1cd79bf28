import { type Actor, isAtLeast, isPerson } from "#kernel/actor.ts";

/**
 * All that happens in an organization, its people and API keys included, is for OrganizationAdmin and up, as in
 * inspection; an API key reads it by its scope, which one of them gave.
 */
export const mayWatchOrganization = (actor: Actor): boolean =>
  !isPerson(actor) || isAtLeast(actor, "OrganizationAdmin");
