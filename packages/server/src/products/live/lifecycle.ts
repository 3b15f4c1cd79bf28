import { allows, type Transitions } from "#kernel/lifecycle.ts";

export const sessionKinds = ["live", "office_hours"] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const sessionStatuses = ["scheduled", "live", "ended", "cancelled"] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** Which status may follow which. Who may make the step is in policy.ts. */
const transitions: Transitions<SessionStatus> = {
  scheduled: ["live", "cancelled"],
  live: ["ended", "cancelled"],
  ended: [],
  cancelled: [],
};

export const sessionAllows = (from: SessionStatus, to: SessionStatus): boolean =>
  allows(transitions, from, to);

/** The statuses in which people come and go. */
export const openStatuses: readonly SessionStatus[] = ["scheduled", "live"];

export const isOpen = (status: SessionStatus): boolean => openStatuses.includes(status);

export const registrationStatuses = ["registered", "waitlisted"] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];
