import type { Context } from "#database/context.ts";
import { formatInstant } from "#kernel/instant.ts";
import { findOverlaps, type Session } from "../store.ts";

interface Warning {
  code: "coach_is_busy";
  detail: string;
  sessionId: string;
}

/** What is allowed but worth knowing: the coach's calls in other mentorships at the same time. */
export async function findWarnings({ tx, actor }: Context, session: Session): Promise<Warning[]> {
  if (session.status !== "scheduled" && session.status !== "confirmed") return [];
  const overlaps = await findOverlaps(tx, actor.organizationId, session);
  return overlaps.map(({ id, scheduledAt }) => ({
    code: "coach_is_busy",
    detail: `the coach has another call at ${formatInstant(scheduledAt)}`,
    sessionId: id,
  }));
}
