import type { ReminderChecks } from "#notifications/reminder-checks.ts";
import { findRegistration } from "./registration-store.ts";
import { findHost, readSession } from "./store.ts";

/** Whether a session that has not begun still begins then, and this reader hosts it or has a seat. */
export const liveReminderChecks: ReminderChecks = {
  async "live.reminder"(tx, { organizationId, sessionId, startsAt, to }) {
    const session = await readSession(tx, organizationId, sessionId);
    if (session?.status !== "scheduled") return false;
    if (session.scheduledAt.getTime() !== startsAt.getTime()) return false;
    if ((await findHost(tx, organizationId, session)) === to.id) return true;
    const registration = await findRegistration(tx, organizationId, sessionId, to.id);
    return registration?.status === "registered";
  },
};
