import type { NewEvent } from "#events/append.ts";
import type { Admission, Release } from "./registration-store.ts";

/** One event for each person who got a seat, each with a version of its own: the last of them is the session's. */
export const admissionEvents = (
  sessionId: string,
  { admitted, version, calendarSequence }: Admission,
): NewEvent<"live.registration.promoted">[] =>
  admitted.map((personId, index) => ({
    type: "live.registration.promoted",
    subjectId: sessionId,
    version: versionOfChange({ admitted, version }) + 1 + index,
    payload: { sessionId, personId, sequence: calendarSequence },
  }));

/** A person's seat or waiting place given up, and who got the seat by it. */
export const releaseEvents = (
  sessionId: string,
  personId: string,
  release: Release,
): NewEvent<"live.registration.cancelled" | "live.registration.promoted">[] => [
  {
    type: "live.registration.cancelled",
    subjectId: sessionId,
    version: versionOfChange(release),
    payload: { sessionId, personId, status: release.status, sequence: release.calendarSequence },
  },
  ...admissionEvents(sessionId, release),
];

/** The version that the change drew which let them in. */
export const versionOfChange = ({ admitted, version }: Pick<Admission, "admitted" | "version">): number =>
  version - admitted.length;
