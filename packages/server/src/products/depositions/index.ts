import { recordingModels } from "./recordings-schema.ts";
import { depositionRoutes, type Parts } from "./routes.ts";
import { models } from "./schema.ts";

export { depositionsAgenda } from "./agenda.ts";
export { recomputeStarts } from "./operations/recompute-starts.ts";
export { depositionReminderChecks } from "./reminder-check.ts";
export { depositionRooms } from "./rooms.ts";
export { depositionSubscriber } from "./subscribers.ts";
export { depositionMeetingTasks, depositionTasks } from "./tasks.ts";

/** What depositions offers to the server. */
export const depositions = (parts: Parts) => ({
  routes: depositionRoutes(parts),
  models: [...models, ...recordingModels],
});
