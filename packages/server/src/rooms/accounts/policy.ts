import { type Actor, isAtLeast } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";

/** Accounts cost money, and their secrets open every room: they are for administrators. */
export function requireAdmin(actor: Actor): void {
  if (!isAtLeast(actor, "OrganizationAdmin"))
    throw refuse("forbidden", "it takes the role OrganizationAdmin");
}
