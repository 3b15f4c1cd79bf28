import type { Transaction } from "#database/tenancy.ts";
import { appendByServer } from "#events/append.ts";
import { setTimer } from "#events/jobs.ts";
import { minutes, plus } from "#kernel/clock.ts";
import { readOccupancyOf } from "#rooms/connections-store.ts";
import { missedAt } from "../lifecycle.ts";
import { lockSession, updateSession } from "../store.ts";
import { missTimer, type TimedSession, tasks } from "../subscribers.ts";
import { wereBothThere } from "./complete-session.ts";

/** How long a call that is held when it would count as missed is left alone before it is looked at again. */
const patience = minutes(5);

/**
 * Marks a session as missed whose time, and the grace after it, have passed without anybody saying that it was held.
 * A session that was moved since the timer was set is looked at again when its new time has passed, and one whose room
 * somebody is in, a while later. Where both have been in the room, its end there marks it as completed.
 */
export async function missSession(
  tx: Transaction,
  { organizationId, sessionId, now, grace }: TimedSession,
): Promise<void> {
  const session = await lockSession(tx, organizationId, sessionId);
  const dueAt = session && missedAt(session, grace);
  if (!session || !dueAt) return;
  if (dueAt > now) return setTimer(tx, missTimer(organizationId, sessionId), dueAt, now);
  const { attended, isOccupied } = await readOccupancyOf(tx, organizationId, "mentorship", sessionId);
  if (isOccupied || wereBothThere(session.mentorship, attended)) {
    return setTimer(tx, missTimer(organizationId, sessionId), plus(now, patience), now);
  }
  const missed = { ...session, status: "missed" as const, updatedAt: now, version: session.version + 1 };
  await updateSession(tx, organizationId, session, missed);
  appendByServer({ tx, organizationId, now, task: tasks.missSession }, [
    {
      type: "mentorship.session.missed",
      subjectId: sessionId,
      version: missed.version,
      payload: { sessionId, mentorshipId: session.mentorshipId },
    },
  ]);
}
