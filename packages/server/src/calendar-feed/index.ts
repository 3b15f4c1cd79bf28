import type { Offer } from "#http/route.ts";
import { type FeedParts, feedPages } from "./pages.ts";
import { feedRoutes } from "./routes.ts";
import { models } from "./schema.ts";

/** What the private calendar feed offers to the server: `agendas` are the products'. */
export const calendarFeed = (parts: FeedParts & { publicUrl: string }): Offer => ({
  routes: feedRoutes(parts),
  models,
  pages: feedPages(parts),
});
