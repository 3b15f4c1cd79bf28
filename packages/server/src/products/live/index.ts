import type { Offer } from "#http/route.ts";
import type { RoomParts } from "#rooms/parts.ts";
import { joinModels } from "./join-schema.ts";
import { liveRoutes } from "./routes.ts";
import { models } from "./schema.ts";

export { liveAgenda } from "./agenda.ts";
export { liveBroadcaster } from "./broadcast.ts";
export { liveReminderChecks } from "./reminder-check.ts";
export { liveRooms } from "./rooms.ts";
export { liveSubscriber } from "./subscribers.ts";
export { liveTasks } from "./tasks.ts";

/** What live offers to the server. */
export const live = (rooms: RoomParts): Offer => ({
  routes: liveRoutes(rooms),
  models: [...models, ...joinModels],
});
