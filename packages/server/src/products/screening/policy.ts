import { type Actor, isAtLeast } from "#kernel/actor.ts";

export const mayView = (actor: Actor): boolean => isAtLeast(actor, "Coach");

export const mayReview = (actor: Actor): boolean => isAtLeast(actor, "Coach");

export const mayManageTemplates = (actor: Actor): boolean => isAtLeast(actor, "Manager");

/** Whoever answers the phone puts a wrong number right. */
export const mayChangeContacts = (actor: Actor): boolean => isAtLeast(actor, "Coach");

/** Merging, handing out and erasing what is known of people, and seeing what was erased. */
export const mayManageContacts = (actor: Actor): boolean => isAtLeast(actor, "Manager");

export const mayViewSettings = (actor: Actor): boolean => isAtLeast(actor, "Manager");

export const mayChangeSettings = (actor: Actor): boolean => isAtLeast(actor, "OrganizationAdmin");
