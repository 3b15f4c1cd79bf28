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
