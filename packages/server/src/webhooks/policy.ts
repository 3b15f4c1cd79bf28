import { type Actor, isAtLeast, isPerson } from "#kernel/actor.ts";

/** OrganizationAdmin and up; an API key within its scopes, which only they can give. */
export const mayManageWebhooks = (actor: Actor): boolean =>
  !isPerson(actor) || isAtLeast(actor, "OrganizationAdmin");
