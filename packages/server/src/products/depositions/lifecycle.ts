import { allows, type Transitions } from "#kernel/lifecycle.ts";

export const sessionStates = ["initial", "scheduled", "active", "completed", "canceled"] as const;
export type SessionState = (typeof sessionStates)[number];

/** Which state may follow which. Who may make the step is in policy.ts. */
const transitions: Transitions<SessionState> = {
  initial: ["scheduled", "canceled"],
  scheduled: ["active", "canceled"],
  active: ["completed", "canceled"],
  completed: [],
  canceled: [],
};

export const sessionAllows = (from: SessionState, to: SessionState): boolean => allows(transitions, from, to);

/** Whether people are still to be reminded of its start. One that was begun early may have guests who do not know. */
export const hasItsStartAhead = (state: SessionState): boolean => state === "scheduled" || state === "active";
