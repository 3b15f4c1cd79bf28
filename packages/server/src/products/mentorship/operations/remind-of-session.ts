import type { Transaction } from "#database/tenancy.ts";
import { notify } from "#notifications/notify.ts";
import { isReminderDue, type Lead, reminderCause } from "#notifications/reminders.ts";
import { isAhead } from "../lifecycle.ts";
import { findMembers } from "../mentorships-store.ts";
import { reminderNotices } from "../notices.ts";
import { lockSession } from "../store.ts";
import { tasks } from "../subscribers.ts";
import { findTold, type Telling } from "../told.ts";

/**
 * Reminds coach and teacher of a session that is still to be held, unless they are members no longer. Its row is
 * locked, so that no reminder comes after the word that it was cancelled.
 */
export async function remindOfSession(
  tx: Transaction,
  { organizationId, sessionId, now, publicUrl }: Telling,
  lead: Lead,
): Promise<void> {
  const session = await lockSession(tx, organizationId, sessionId);
  if (!session || !isAhead(session.status)) return;
  const reminded = { task: tasks.remind, organizationId, sessionId };
  if (!(await isReminderDue(tx, reminded, lead, session.scheduledAt, now))) return;
  const told = await findTold(tx, { organizationId, sessionId, now, publicUrl });
  if (!told) return;
  const { coachId, teacherId } = session.mentorship;
  const members = await findMembers(tx, organizationId, [coachId, teacherId]);
  const notices = reminderNotices(told, lead).filter(({ to }) => members.some(({ id }) => id === to.id));
  const cause = reminderCause(lead, session.scheduledAt);
  await notify(tx, { organizationId, eventId: null, cause, subjectId: sessionId }, notices, now);
}
