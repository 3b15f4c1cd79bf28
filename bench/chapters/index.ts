import type { Chapter } from "../figures.ts";
import { feed } from "./feed.ts";
import { growth } from "./growth.ts";
import { items } from "./items.ts";
import { latency } from "./latency.ts";
import { lists } from "./lists.ts";
import { profiles } from "./profiles.ts";
import { registration } from "./registration.ts";
import { relay } from "./relay.ts";
import { rooms } from "./rooms.ts";
import { start } from "./start.ts";
import { streams } from "./streams.ts";
import { writes } from "./writes.ts";

/** All chapters, in the order of the report. */
export const chapters: readonly Chapter[] = [
  ...[items, lists, writes, registration, relay, feed],
  ...[streams, start, profiles, latency, rooms, growth],
];
