import type { Transaction } from "#database/tenancy.ts";
import { setTimers } from "#events/jobs.ts";
import { reminderTimers } from "#notifications/reminders.ts";
import { lockSession } from "../store.ts";
import { type SessionWork, tasks } from "../subscribers.ts";

/**
 * Sets the reminders of a session to what the session is now, however many of its events are being followed at once:
 * the row's lock puts them one after another. One that has begun, before its time as it may be, needs none.
 */
export async function setSessionTimers(
  tx: Transaction,
  { organizationId, sessionId, now }: SessionWork,
): Promise<void> {
  const session = await lockSession(tx, organizationId, sessionId);
  const startsAt = session?.status === "scheduled" ? session.scheduledAt : null;
  await setTimers(tx, reminderTimers({ task: tasks.remind, organizationId, sessionId }, startsAt, now), now);
}
