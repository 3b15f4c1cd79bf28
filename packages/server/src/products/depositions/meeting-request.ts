import type { MeetingRequest } from "#rooms/video-provider.ts";
import { zoneOf } from "./start.ts";
import type { Session } from "./store.ts";

/** What the provider of its meeting is told of a session. */
export const meetingRequestFor = ({
  title,
  startsAt,
  timeZone,
  estimatedDuration,
}: Pick<Session, "title" | "startsAt" | "timeZone" | "estimatedDuration">): Omit<
  MeetingRequest,
  "reference"
> => ({
  title,
  startsAt,
  timeZone: zoneOf(timeZone) ?? "UTC",
  durationMinutes: Math.ceil(estimatedDuration * 60),
});
