import type { Transaction } from "#database/tenancy.ts";
import { type FollowedEvent, follow } from "#events/follow.ts";
import { notify } from "#notifications/notify.ts";
import { setReminders } from "#notifications/reminders.ts";
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
    for (const { event, notices } of tellingsOf(told, events)) {
      const cause = { organizationId, eventId: event.id, cause: event.id, subjectId: sessionId };
      await notify(tx, cause, notices, now, vault);
    }
    if (!events.some(({ type }) => movesReminders.has(type))) return;
    const startsAt = hasItsStartAhead(told.session.state) ? told.session.startsAt : null;
    await setReminders(tx, { task: tasks.remind, organizationId, sessionId }, startsAt, now);
  });
