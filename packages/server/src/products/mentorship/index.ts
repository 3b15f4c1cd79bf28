import type { CallTokens } from "#rooms/call-tokens.ts";
import { mentorshipRoutes } from "./routes.ts";
import { models } from "./schema.ts";

export { mentorshipAgenda } from "./agenda.ts";
export { mentorshipAnnouncer, mentorshipBroadcaster } from "./broadcast.ts";
export { mentorshipReminderChecks } from "./reminder-check.ts";
export { mentorshipSubscriber } from "./subscribers.ts";
export { mentorshipTasks } from "./tasks.ts";

/** What mentorship offers to the server. */
export const mentorship = (callTokens: CallTokens) => ({ routes: mentorshipRoutes(callTokens), models });
