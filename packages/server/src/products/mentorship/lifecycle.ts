import { minutes, plus } from "#kernel/clock.ts";
import { allows, type Transitions } from "#kernel/lifecycle.ts";

export const sessionStatuses = ["scheduled", "confirmed", "completed", "cancelled", "missed"] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** Which status may follow which. Who may make the step is in policy.ts. */
const transitions: Transitions<SessionStatus> = {
  scheduled: ["confirmed", "cancelled"],
  confirmed: ["scheduled", "completed", "cancelled", "missed"],
  missed: ["completed"],
  completed: [],
  cancelled: [],
};

export const sessionAllows = (from: SessionStatus, to: SessionStatus): boolean =>
  allows(transitions, from, to);

/** Whether the session is still to be held. */
export const isAhead = (status: SessionStatus): boolean => status === "scheduled" || status === "confirmed";

/**
 * Whether the server, by itself, marks a session of this status as completed once it was held in its room: also one
 * that the teacher never confirmed, and one that counted as missed because its provider told late.
 */
export const isHeldAs = (status: SessionStatus): boolean => isAhead(status) || status === "missed";

/**
 * When a session that nobody holds counts as missed: `grace` minutes after its planned end. Null once it is over.
 * The server takes this step by itself, also from `scheduled`.
 */
export function missedAt(
  session: { status: SessionStatus; scheduledAt: Date; durationMinutes: number },
  grace: number,
): Date | null {
  const { status, scheduledAt, durationMinutes } = session;
  if (!isAhead(status)) return null;
  return plus(scheduledAt, minutes(durationMinutes + grace));
}

export const mentorshipStatuses = ["pending", "active", "paused", "ended"] as const;
export type MentorshipStatus = (typeof mentorshipStatuses)[number];

const mentorshipTransitions: Transitions<MentorshipStatus> = {
  pending: ["active", "ended"],
  active: ["paused", "ended"],
  paused: ["active", "ended"],
  ended: [],
};

export const mentorshipAllows = (from: MentorshipStatus, to: MentorshipStatus): boolean =>
  allows(mentorshipTransitions, from, to);
