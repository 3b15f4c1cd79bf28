import type { FieldError } from "./errors.ts";
import { parseInstant } from "./instant.ts";

/** A rule that no schema can state: this member of the body, where it is an instant, lies in the future. */
export const mustBeFuture =
  (name: string) =>
  (body: unknown, now: Date): FieldError[] => {
    const given = typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
    const instant = typeof given === "string" ? parseInstant(given) : null;
    return instant && instant <= now ? [{ pointer: `/${name}`, detail: "must be in the future" }] : [];
  };
