import { liveRoutes } from "./routes.ts";
import { models } from "./schema.ts";

export { liveAgenda } from "./agenda.ts";
export { liveBroadcaster } from "./broadcast.ts";
export { liveReminderChecks } from "./reminder-check.ts";
export { liveSubscriber } from "./subscribers.ts";
export { liveTasks } from "./tasks.ts";

/** What live offers to the server. */
export const live = { routes: liveRoutes, models };
