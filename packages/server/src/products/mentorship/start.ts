import { badInput } from "#kernel/errors.ts";
import { parseInstant } from "#kernel/instant.ts";

/** The instant of a start time. Refuses one that is not in the future. */
export function futureStart(text: string, now: Date): Date {
  const instant = parseInstant(text);
  if (instant && instant > now) return instant;
  throw badInput("invalid_request", [{ pointer: "/scheduledAt", detail: "must be in the future" }]);
}
