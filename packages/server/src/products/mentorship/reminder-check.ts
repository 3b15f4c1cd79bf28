import type { ReminderChecks } from "#notifications/reminder-checks.ts";
import { isAhead } from "./lifecycle.ts";
import { findMembers } from "./mentorships-store.ts";
import { findSession } from "./store.ts";

/** Whether a session is still to be held then, by this reader, who is still a member. */
export const mentorshipReminderChecks: ReminderChecks = {
  async "mentorship.reminder"(tx, { organizationId, sessionId, startsAt, to }) {
    const session = await findSession(tx, organizationId, sessionId);
    if (!session || !isAhead(session.status)) return false;
    if (session.scheduledAt.getTime() !== startsAt.getTime()) return false;
    const { coachId, teacherId } = session.mentorship;
    if (to.id !== coachId && to.id !== teacherId) return false;
    return (await findMembers(tx, organizationId, [to.id])).length > 0;
  },
};
