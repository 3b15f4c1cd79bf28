import { depositionEvents } from "./types/depositions.ts";
import { identityEvents } from "./types/identity.ts";
import { liveEvents } from "./types/live.ts";
import { mentorshipEvents } from "./types/mentorship.ts";
import { screeningEvents } from "./types/screening.ts";

/**
 * Every type of event with its payload. Payloads refer to people and things by id, so that erasing personal
 * data never means rewriting what happened.
 */
export const catalogue = {
  ...depositionEvents,
  ...identityEvents,
  ...liveEvents,
  ...mentorshipEvents,
  ...screeningEvents,
} as const;

export type EventType = keyof typeof catalogue;
