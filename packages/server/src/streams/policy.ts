import { type Actor, isAtLeast } from "#kernel/actor.ts";

/** All that happens in an organization is for Manager and up, as are its members. */
export const mayWatchOrganization = (actor: Actor): boolean => isAtLeast(actor, "Manager");
