import type { Transaction } from "#database/tenancy.ts";
import { type FollowedEvent, follow } from "#events/follow.ts";
import { setTimers } from "#events/jobs.ts";
import { causedBy, notifyAll } from "#notifications/notify.ts";
import { reminderTimers } from "#notifications/reminders.ts";
import { loadTold } from "../guests.ts";
import { hasItsStartAhead } from "../lifecycle.ts";
import { tellingsOf } from "../notices.ts";
import { type Telling, tasks } from "../subscribers.ts";

/** What sets, moves or takes away the reminders. */
const movesReminders: ReadonlySet<string> = new Set([
  "depositions.session.scheduled",
  "depositions.session.rescheduled",
  "depositions.session.cancelled",
] satisfies FollowedEvent["type"][]);

/**
 * Tells those who are invited, and whoever asked, what has happened to a session since they were told last, and sets
 * its reminders. Says whether there may be more to tell.
 */
export const tellInvited = (
  tx: Transaction,
  { organizationId, sessionId, now, publicUrl, vault }: Telling,
): Promise<boolean> =>
  follow(tx, { organizationId, follower: tasks.tellInvited, subjectId: sessionId }, async (events) => {
    const told = await loadTold(tx, organizationId, sessionId, { publicUrl, vault });
    if (!told) return;
    const caused = tellingsOf(told, events).flatMap(({ event, notices }) =>
      causedBy(event, { organizationId, subjectId: sessionId }, notices),
    );
    await notifyAll(tx, caused, now, vault);
    if (!events.some(({ type }) => movesReminders.has(type))) return;
    const startsAt = hasItsStartAhead(told.session.state) ? told.session.startsAt : null;
    const reminded = { task: tasks.remind, organizationId, sessionId };
    await setTimers(tx, reminderTimers(reminded, startsAt, now), now);
  });
