import { depositionEvents } from "./types/depositions.ts";
import { effectEvents } from "./types/effects.ts";
import { identityEvents } from "./types/identity.ts";
import { liveEvents } from "./types/live.ts";
import { mentorshipEvents } from "./types/mentorship.ts";
import { providerEvents } from "./types/providers.ts";
import { roomEvents } from "./types/rooms.ts";
import { screeningEvents } from "./types/screening.ts";
import { webhookEvents } from "./types/webhooks.ts";

/**
 * Every type of event with its payload. Payloads refer to people and things by id, so that erasing personal
 * data never means rewriting what happened.
 */
export const catalogue = {
  ...depositionEvents,
  ...effectEvents,
  ...identityEvents,
  ...liveEvents,
  ...mentorshipEvents,
  ...providerEvents,
  ...roomEvents,
  ...screeningEvents,
  ...webhookEvents,
} as const;

export type EventType = keyof typeof catalogue;
