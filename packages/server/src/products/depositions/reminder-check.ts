import type { ReminderChecks } from "#notifications/reminder-checks.ts";
import { hasItsStartAhead } from "./lifecycle.ts";
import { findSession } from "./store.ts";

/** Whether a session still begins then, and this reader is still invited. */
export const depositionReminderChecks: ReminderChecks = {
  async "depositions.reminder"(tx, { organizationId, sessionId, startsAt, to }) {
    const session = await findSession(tx, organizationId, sessionId);
    if (!session || !hasItsStartAhead(session.state)) return false;
    if (session.startsAt.getTime() !== startsAt.getTime()) return false;
    return session.invites.some(({ id }) => id === to.id);
  },
};
