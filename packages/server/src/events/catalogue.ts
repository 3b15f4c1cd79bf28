import { identityEvents } from "./types/identity.ts";
import { mentorshipEvents } from "./types/mentorship.ts";

/**
 * Every type of event with its payload. Payloads refer to people and things by id, so that erasing personal
 * data never means rewriting what happened.
 */
export const catalogue = { ...identityEvents, ...mentorshipEvents } as const;

export type EventType = keyof typeof catalogue;
