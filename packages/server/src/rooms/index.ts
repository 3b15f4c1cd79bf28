import type { Offer } from "#http/route.ts";
import type { RoomParts } from "./parts.ts";
import { messageModels } from "./protocol/models.ts";
import { roomRoutes } from "./routes.ts";
import { models } from "./schema.ts";

export { createRoomBook } from "./create-book.ts";
export type { RoomParts } from "./parts.ts";
export { roomSubscriber } from "./subscribers.ts";
export { roomProviderTasks, roomTasks } from "./tasks.ts";
export { purgeTickets } from "./tickets-store.ts";

/** What rooms offer to the server. */
export const rooms = (parts: RoomParts): Offer => ({
  routes: roomRoutes(parts),
  models: [...models, ...messageModels],
});
