import type { Transaction } from "#database/tenancy.ts";
import { follow } from "#events/follow.ts";
import { causedBy, notifyAll } from "#notifications/notify.ts";
import { actsOf } from "../history.ts";
import { findMembers } from "../mentorships-store.ts";
import { headlineOf, sessionNotices } from "../notices.ts";
import { tasks } from "../subscribers.ts";
import { findTold, type Telling } from "../told.ts";

/**
 * Tells coach and teacher what happened to a session since they were told last. Says whether there may be more. Who is
 * a member no longer hears only that it was cancelled, so that it goes from their calendar.
 */
export function tellOfSession(tx: Transaction, work: Telling): Promise<boolean> {
  const { organizationId, sessionId, now } = work;
  const following = { organizationId, follower: tasks.tellOfSession, subjectId: sessionId };
  return follow(tx, following, async (events) => {
    const told = await findTold(tx, work);
    if (!told) return;
    const { coachId, teacherId } = told.session.mentorship;
    const members = await findMembers(tx, organizationId, [coachId, teacherId]);
    const caused = actsOf(events).flatMap((act) => {
      const headline = headlineOf(act);
      if (!headline) return [];
      const isForAll = headline.type === "mentorship.session.cancelled";
      const notices = sessionNotices(told, act, headline).filter(
        ({ to }) => isForAll || members.some(({ id }) => id === to.id),
      );
      return causedBy(headline, { organizationId, subjectId: sessionId }, notices);
    });
    await notifyAll(tx, caused, now);
  });
}
