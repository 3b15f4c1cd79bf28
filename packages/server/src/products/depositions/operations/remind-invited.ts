import type { Transaction } from "#database/tenancy.ts";
import { notify } from "#notifications/notify.ts";
import { isReminderDue, type Lead, reminderCause } from "#notifications/reminders.ts";
import { loadTold } from "../guests.ts";
import { hasItsStartAhead } from "../lifecycle.ts";
import { momentAt } from "../moment.ts";
import { reminder } from "../notices.ts";
import { type Telling, tasks } from "../subscribers.ts";

/** Reminds everybody who is invited of a session that is about to start, once for each start and lead. */
export async function remindInvited(
  tx: Transaction,
  { organizationId, sessionId, now, publicUrl, vault }: Telling,
  lead: Lead,
): Promise<void> {
  const told = await loadTold(tx, organizationId, sessionId, { publicUrl, vault });
  const latest = told?.history.at(-1);
  if (!told || !latest || !hasItsStartAhead(told.session.state)) return;
  const { startsAt } = told.session;
  const reminded = { task: tasks.remind, organizationId, sessionId };
  if (!(await isReminderDue(tx, reminded, lead, startsAt, now))) return;
  const moment = momentAt(told, latest);
  const notices = moment.guests.map((guest) => reminder(moment, guest, lead));
  const cause = { organizationId, eventId: null, cause: reminderCause(lead, startsAt), subjectId: sessionId };
  await notify(tx, cause, notices, now, vault);
}
