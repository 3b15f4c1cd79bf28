import { Done, FeedAnswer, NewFeedAnswer } from "./schema.ts";

export const feedWire = {
  createFeed: {
    method: "POST",
    path: "/api/me/calendar-feed",
    operationId: "createCalendarFeed",
    summary: "Make the private URL under which a calendar program reads one's sessions",
    description:
      "Any person who is signed in here; 403 for one whom an outside issuer names, as the feed is of all their organizations. There is one for each person: a new one voids the URL before it. GET of the URL answers iCalendar (RFC 5545, METHOD:PUBLISH) without any credential, as calendar programs cannot send one: the sessions of every product and organization that the person takes part in, from 90 days back to one year ahead, at most 1,000 of each product and organization, with the UIDs of the invitations; canceled ones for 30 days. It honours If-None-Match, and asks to be read once an hour. Whoever is no member any more loses that organization's sessions at once. 404 once it is revoked. At most 300 requests a minute from one address.",
    success: [201, NewFeedAnswer],
  },
  getFeed: {
    method: "GET",
    path: "/api/me/calendar-feed",
    operationId: "getCalendarFeed",
    summary: "Whether one has a calendar feed, and when it was read last",
    description:
      "Any person who is signed in here. `data` is null without one. The URL is never shown again.",
    success: [200, FeedAnswer],
  },
  revokeFeed: {
    method: "DELETE",
    path: "/api/me/calendar-feed",
    operationId: "revokeCalendarFeed",
    summary: "Void the URL of one's calendar feed",
    description:
      "Any person who is signed in here. Holds at once. Without one it answers 200 as well. Signing out and a new password do not void it.",
    success: [200, Done],
  },
} as const;
