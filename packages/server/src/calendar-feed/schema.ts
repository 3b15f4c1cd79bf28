import { Type } from "typebox";
import { Instant, nullable } from "#kernel/schema.ts";

const feed = {
  createdAt: Instant(),
  lastReadAt: nullable(
    Instant({ description: "To the minute; null for one that no calendar has read yet." }),
  ),
};

const CalendarFeed = Type.Object(feed, { $id: "CalendarFeed" });

const NewCalendarFeed = Type.Object(
  {
    ...feed,
    url: Type.String({
      description: "Shown this once. Whoever has it can read the feed: it is for the calendar program alone",
    }),
  },
  { $id: "NewCalendarFeed" },
);

export const models = [CalendarFeed, NewCalendarFeed];

export const FeedAnswer = Type.Object({ data: nullable(Type.Ref("CalendarFeed")) });
export const NewFeedAnswer = Type.Object({ data: Type.Ref("NewCalendarFeed") });
export const Done = Type.Object({ success: Type.Boolean() });
