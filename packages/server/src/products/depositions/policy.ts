import { type Actor, isAtLeast } from "#kernel/actor.ts";

/** The operator's own people, who decide on what organizations without self-service ask for. */
export const isStaff = (actor: Actor): boolean => isAtLeast(actor, "PlatformAdmin");

/** Coach and up see, schedule, update and cancel all of the organization's depositions. */
export const mayUse = (actor: Actor): boolean => isAtLeast(actor, "Coach");

/** What this actor cancels is cancelled; from others it is a wish that staff decide on. */
export const decidesCancelation = (actor: Actor): boolean => actor.selfService || isStaff(actor);
