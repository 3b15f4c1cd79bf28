import type { NewEvent } from "#events/append.ts";
import type { Admission } from "./store.ts";

/** One event for each person who got a seat, each with a version of its own: the last of them is the session's. */
export const admissionEvents = (
  sessionId: string,
  { admitted, version }: Admission,
): NewEvent<"live.registration.promoted">[] =>
  admitted.map((personId, index) => ({
    type: "live.registration.promoted",
    subjectId: sessionId,
    version: versionOfChange({ admitted, version }) + 1 + index,
    payload: { sessionId, personId },
  }));

/** A person's seat or waiting place given up, and who got the seat by it. */
export const releaseEvents = (
  sessionId: string,
  personId: string,
  admission: Admission,
): NewEvent<"live.registration.cancelled" | "live.registration.promoted">[] => [
  {
    type: "live.registration.cancelled",
    subjectId: sessionId,
    version: versionOfChange(admission),
    payload: { sessionId, personId },
  },
  ...admissionEvents(sessionId, admission),
];

/** The version that the change drew which let them in. */
export const versionOfChange = ({ admitted, version }: Pick<Admission, "admitted" | "version">): number =>
  version - admitted.length;
