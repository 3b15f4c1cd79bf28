import { type Actor, isAtLeast } from "#kernel/actor.ts";

export const mayView = (actor: Actor): boolean => isAtLeast(actor, "Coach");

export const mayReview = (actor: Actor): boolean => isAtLeast(actor, "Coach");

export const mayManageTemplates = (actor: Actor): boolean => isAtLeast(actor, "Manager");
