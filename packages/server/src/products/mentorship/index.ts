import type { CallTokensOfOrganizations } from "#rooms/call-tokens.ts";
import { mentorshipRoutes } from "./routes.ts";
import { models } from "./schema.ts";

export { mentorshipAgenda } from "./agenda.ts";
export { mentorshipAnnouncer, mentorshipBroadcaster } from "./broadcast.ts";
export { sendReaction } from "./operations/send-reaction.ts";
export { mentorshipReminderChecks } from "./reminder-check.ts";
export { mentorshipRooms } from "./rooms.ts";
export { emojis } from "./schema.ts";
export { mentorshipSubscriber } from "./subscribers.ts";
export { mentorshipTasks } from "./tasks.ts";

/** What mentorship offers to the server. */
export const mentorship = (callTokens: CallTokensOfOrganizations) => ({
  routes: mentorshipRoutes(callTokens),
  models,
});
