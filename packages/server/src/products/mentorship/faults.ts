import type { FieldError } from "#kernel/errors.ts";

/** The faults of a new mentorship that no schema can state: nobody is their own coach. */
export function pairFaults(body: unknown): FieldError[] {
  if (typeof body !== "object" || body === null) return [];
  const { coachId, teacherId } = body as { coachId?: unknown; teacherId?: unknown };
  if (typeof coachId !== "string" || coachId !== teacherId) return [];
  return [{ pointer: "/teacherId", detail: "must be somebody else than the coach" }];
}
