import type { Transaction } from "#database/tenancy.ts";
import { lockFollower } from "#events/follow.ts";
import { addJobs } from "#events/jobs.ts";
import { findReaders } from "#identity/index.ts";
import { notify } from "#notifications/notify.ts";
import { isReminderDue, type Lead, reminderCause } from "#notifications/reminders.ts";
import { reminderNotice } from "../notices.ts";
import { listRegistrants } from "../registration-store.ts";
import { remindJob, tasks } from "../subscribers.ts";
import { findTold, pageSize, type Telling } from "../told.ts";

/** Higher than any version of a session. */
const always = 2_147_483_647;

/**
 * Reminds one page of those who have a seat in a session that has not begun; the host is on the first. The next page is
 * the next job's. Those who tell of the session wait meanwhile, so that nobody is reminded after they were told that it
 * was cancelled; registrations do not wait.
 */
export async function remindOfSession(
  tx: Transaction,
  work: Telling,
  { lead, afterPerson }: { lead: Lead; afterPerson: string },
): Promise<void> {
  const { organizationId, sessionId, now } = work;
  await lockFollower(tx, { organizationId, follower: tasks.tell, subjectId: sessionId });
  const told = await findTold(tx, work);
  if (told?.session.status !== "scheduled") return;
  const { session, host } = told;
  const reminded = { task: tasks.remind, organizationId, sessionId };
  if (!(await isReminderDue(tx, reminded, lead, session.scheduledAt, now))) return;
  const page = { before: always, after: afterPerson, limit: pageSize };
  const registrants = await listRegistrants(tx, organizationId, sessionId, page);
  const seated = registrants.filter(({ status }) => status === "registered");
  const readers = await findReaders(
    tx,
    seated.map(({ personId }) => personId),
  );
  const people = readers.filter(({ id }) => id !== host?.id);
  if (host && afterPerson === "") people.push(host);
  const cause = reminderCause(lead, session.scheduledAt);
  const notices = people.map((reader) => reminderNotice(told, reader, lead));
  await notify(tx, { organizationId, eventId: null, cause, subjectId: sessionId }, notices, now);
  const last = registrants.length === pageSize ? registrants.at(-1) : undefined;
  if (last) await addJobs(tx, [remindJob(work, lead, last.personId)]);
}
