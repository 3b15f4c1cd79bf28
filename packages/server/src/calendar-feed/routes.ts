import { accountRoute, type RouteGroup } from "#http/route.ts";
import { createFeed } from "./operations/create-feed.ts";
import { getFeed } from "./operations/get-feed.ts";
import { revokeFeed } from "./operations/revoke-feed.ts";
import { presentFeed } from "./presenter.ts";
import { feedWire as wire } from "./wire.ts";

/** The routes by which people make and revoke their calendar feed. */
export const feedRoutes = ({ publicUrl }: { publicUrl: string }): RouteGroup => ({
  contract: {
    tag: "calendar feed",
    badInput: "invalid_request",
    malformedBody: "malformed_json",
    errorShape: "problem",
  },
  routes: [
    accountRoute(wire.createFeed, { secret: true }, async (context) => {
      const { feed, token } = await createFeed(context);
      return { data: { ...presentFeed(feed), url: `${publicUrl}/calendar/${token}.ics` } };
    }),
    accountRoute(wire.getFeed, {}, async (context) => {
      const feed = await getFeed(context);
      return { data: feed && presentFeed(feed) };
    }),
    accountRoute(wire.revokeFeed, {}, async (context) => {
      await revokeFeed(context);
      return { success: true };
    }),
  ],
});
