import type { Context } from "#database/context.ts";
import { formatInstant } from "#kernel/instant.ts";
import { isAhead } from "../lifecycle.ts";
import { maySchedule } from "../policy.ts";
import { findOverlaps, type Session } from "../store.ts";

export interface Warning {
  code: "coach_is_busy";
  detail: string;
  sessionId: string;
}

/**
 * What is allowed but worth knowing: the coach's sessions in other mentorships at the same time. A teacher is not told,
 * because those are not theirs to see.
 */
export async function findWarnings({ tx, actor }: Context, session: Session): Promise<Warning[]> {
  if (!isAhead(session.status) || !maySchedule(actor, session.mentorship)) return [];
  return warningsOf(await findOverlaps(tx, actor.organizationId, session));
}

/** What a coach is told of sessions that overlap. */
export const warningsOf = (overlaps: readonly Pick<Session, "id" | "scheduledAt">[]): Warning[] =>
  overlaps.map(({ id, scheduledAt }) => ({
    code: "coach_is_busy",
    detail: `the coach has another session at ${formatInstant(scheduledAt)}`,
    sessionId: id,
  }));
