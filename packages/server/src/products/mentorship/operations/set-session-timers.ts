import type { Transaction } from "#database/tenancy.ts";
import { setTimers } from "#events/jobs.ts";
import { reminderTimers } from "#notifications/reminders.ts";
import { isAhead, missedAt } from "../lifecycle.ts";
import { lockSession } from "../store.ts";
import { missTimer, type TimedSession, tasks } from "../subscribers.ts";

/**
 * Sets the timers of a session, its reminders among them, to what the session is now, however many of its events are
 * being followed at once: the row's lock puts them one after another.
 */
export async function setSessionTimers(
  tx: Transaction,
  { organizationId, sessionId, now, grace }: TimedSession,
): Promise<void> {
  const session = await lockSession(tx, organizationId, sessionId);
  const miss = { job: missTimer(organizationId, sessionId), dueAt: session && missedAt(session, grace) };
  const startsAt = session && isAhead(session.status) ? session.scheduledAt : null;
  const reminders = reminderTimers({ task: tasks.remind, organizationId, sessionId }, startsAt, now);
  await setTimers(tx, [miss, ...reminders], now);
}
