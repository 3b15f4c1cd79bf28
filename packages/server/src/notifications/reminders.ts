import type { Transaction } from "#database/tenancy.ts";
import { setTimer, type Timer } from "#events/jobs.ts";
import type { Job } from "#events/subscriber.ts";
import { hours, minutes, plus } from "#kernel/clock.ts";
import { formatInstant } from "#kernel/instant.ts";

/**
 * How long before the start people are reminded, and how long before it that is worth nothing any more, in
 * milliseconds, by the names that timers carry.
 */
const leads = {
  "24h": { before: hours(24), staleBefore: hours(2) },
  "15min": { before: minutes(15), staleBefore: 0 },
} as const;
export type Lead = keyof typeof leads;

interface Reminded {
  /** The product's task that reminds; its payload has `organizationId`, `sessionId` and `lead`. */
  task: string;
  organizationId: string;
  sessionId: string;
}

/**
 * The timers of a session's reminders: they move with its start, and are taken away when `startsAt` is null. Those
 * whose time has passed already are not made up for: whoever is invited an hour before knows.
 */
export const reminderTimers = (reminded: Reminded, startsAt: Date | null, now: Date): Timer[] =>
  Object.entries(leads).map(([lead, { before }]) => {
    const dueAt = startsAt && plus(startsAt, -before);
    return { job: reminderJob(reminded, lead as Lead), dueAt: dueAt && dueAt > now ? dueAt : null };
  });

const reminderJob = ({ task, organizationId, sessionId }: Reminded, lead: Lead): Job => ({
  task,
  key: `${task}:${lead}:${sessionId}`,
  payload: { organizationId, sessionId, lead },
});

/** What makes a reminder once for all time: the session is reminded of again when it was moved. */
export const reminderCause = (lead: string, startsAt: Date): string =>
  `reminder:${lead}:${startsAt.toISOString()}`;

/**
 * Whether a reminder whose timer fires is to be told now. Too early, as by a clock that differs or when the session
 * was moved meanwhile, its timer is set again. Too late, after the server was down, nobody is told.
 */
export async function isReminderDue(
  tx: Transaction,
  reminded: Reminded,
  lead: Lead,
  startsAt: Date,
  now: Date,
): Promise<boolean> {
  const dueAt = plus(startsAt, -leads[lead].before);
  if (dueAt > now) {
    await setTimer(tx, reminderJob(reminded, lead), dueAt, now);
    return false;
  }
  return now < reminderStaleAt(lead, startsAt);
}

/** When a reminder is worth nothing any more. */
const reminderStaleAt = (lead: Lead, startsAt: Date): Date => plus(startsAt, -leads[lead].staleBefore);

/** What all reminders of a session have alike. */
export const reminding = (lead: Lead, startsAt: Date) => ({
  isReminder: true,
  startsAt: formatInstant(startsAt),
  staleAt: formatInstant(reminderStaleAt(lead, startsAt)),
});
