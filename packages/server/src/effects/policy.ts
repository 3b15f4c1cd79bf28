import { type Account, type Actor, isAtLeast, isPerson } from "#kernel/actor.ts";

/** OrganizationAdmin and up see what follows from everything; an API key does by its scope, which one of them gave. */
export const mayInspect = (actor: Actor): boolean =>
  !isPerson(actor) || isAtLeast(actor, "OrganizationAdmin");

/** What belongs to no organization, such as the reset of a password, is the operator's. */
export const mayInspectServer = (person: Account): boolean => person.platformAdmin;
