import { liveRoutes } from "./routes.ts";
import { models } from "./schema.ts";

/** What live offers to the server. */
export const live = { routes: liveRoutes, models };
