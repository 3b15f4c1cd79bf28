import { type Actor, isAtLeast } from "#kernel/actor.ts";
import type { SessionStatus } from "./lifecycle.ts";
import type { UpdateSession } from "./schema.ts";

/** Who sits where in a mentorship. */
export interface Seats {
  coachId: string;
  teacherId: string;
}

/** Manager and up see and change the whole organization's mentorships. */
export const seesAll = (actor: Actor): boolean => isAtLeast(actor, "Manager");

const isCoachOf = (actor: Actor, { coachId }: Seats): boolean =>
  isAtLeast(actor, "Coach") && actor.id === coachId;
const isTeacherOf = (actor: Actor, { teacherId }: Seats): boolean => actor.id === teacherId;

export const mayView = (actor: Actor, seats: Seats): boolean =>
  seesAll(actor) || actor.id === seats.coachId || isTeacherOf(actor, seats);

export const maySchedule = (actor: Actor, seats: Seats): boolean => seesAll(actor) || isCoachOf(actor, seats);

export const mayCancel = maySchedule;

export const mayManageMentorships = seesAll;

/** Why the actor may not send this update, or null when they may. The lifecycle is another question. */
export function updateForbidden(actor: Actor, seats: Seats, update: UpdateSession): string | null {
  if (seesAll(actor)) return null;
  if (isCoachOf(actor, seats)) {
    return update.status === "confirmed" ? "only the teacher, or a Manager and up, confirms" : null;
  }
  if (!isTeacherOf(actor, seats)) return "you take no part in this mentorship";
  const { status, ...others } = update;
  const isOnlyConfirming =
    Object.keys(others).length === 0 && (status === undefined || status === "confirmed");
  return isOnlyConfirming ? null : "a teacher can only confirm";
}

/** Steps of the lifecycle that are for Manager and up alone. */
export const mayStep = (actor: Actor, from: SessionStatus, to: SessionStatus): boolean =>
  seesAll(actor) || !(from === "missed" && to === "completed");
