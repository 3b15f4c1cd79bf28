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

/** The version that the change drew which let them in. */
export const versionOfChange = ({ admitted, version }: Pick<Admission, "admitted" | "version">): number =>
  version - admitted.length;
