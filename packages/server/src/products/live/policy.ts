import { type Actor, isAtLeast, isPerson } from "#kernel/actor.ts";

/** The creator, and Manager and up, edit, start, end and cancel. */
export const mayManage = (actor: Actor, session: { createdBy: string }): boolean =>
  isAtLeast(actor, "Manager") || actor.id === session.createdBy;

/** A seat is a person's; an API key is nobody who could sit on it. */
export const mayRegister = isPerson;
