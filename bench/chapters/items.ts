import type { Chapter } from "../figures.ts";
import type { Statement } from "../floor/database.ts";
import { findSession as findDeposition } from "../floor/depositions.ts";
import { findSession as findLive } from "../floor/live.ts";
import { findSession as findMentorship } from "../floor/mentorship.ts";
import { findSession as findScreening } from "../floor/screening.ts";
import type { Owned, World } from "../ground.ts";
import { drawn, type Script } from "../pgbench.ts";
import { oneAdmin, oneKey, ownersOf } from "../routes/callers.ts";
import { measureRoutes } from "../routes/chapter.ts";
import { goals, type RouteCase } from "../routes/measure.ts";

/** One session by its id. */
export const items: Chapter = {
  name: "items",
  title: "One session by its id",
  measure: (ground, options) =>
    measureRoutes(
      ground,
      options,
      ({ world }) => casesOf(world),
      (peer) => peer.item(),
    ),
};

function casesOf(world: World): RouteCase[] {
  const { spread, ids } = world;
  const get = (path: string): Pick<RouteCase, "method" | "path"> => ({
    method: "GET",
    path: `${path}/{ids}`,
  });
  const mentorship = get("/api/sessions");
  const peers = { Directus: 20, Strapi: 20, "Parse Server": 3 };
  return [
    {
      ...mentorship,
      what: "mentorship item",
      callers: ownersOf(world, spread.mentorshipSessions),
      script: byId(findMentorship, spread.mentorshipSessions),
      target: goals(1, peers),
      note: "mentorship, coach and teacher embedded; an access token; the next request is of another organization",
    },
    {
      ...mentorship,
      what: "mentorship item, one organization",
      callers: oneAdmin(world, ids.mentorshipSessions),
      target: goals(1),
    },
    {
      ...mentorship,
      what: "mentorship item, API key",
      callers: oneKey(world, ids.mentorshipSessions),
      target: goals(1),
    },
    {
      ...get("/api/v1/sessions"),
      what: "screening item",
      callers: ownersOf(world, spread.screeningSessions),
      script: byId(findScreening, spread.screeningSessions, ["now()"]),
      target: goals(1),
      note: "with the whole submission",
    },
    {
      ...get("/v1/sessions"),
      what: "live item",
      callers: ownersOf(world, spread.liveSessions),
      script: byId(findLive, spread.liveSessions, ["'nobody'"]),
    },
    {
      ...get("/api/v1/session_requests"),
      what: "deposition item",
      callers: ownersOf(world, spread.depositions),
      script: byId(findDeposition, spread.depositions),
      note: "with all who are invited",
    },
  ];
}

/** A statement that finds one thing by its organization ($1) and id ($2). */
const byId = (statement: Statement, things: readonly Owned[], more: readonly string[] = []): Script => {
  const organizations = drawn(
    "organizations",
    things.map(({ organizationId }) => organizationId),
    "uuid",
  );
  const ids = drawn(
    "ids",
    things.map(({ id }) => id),
    statement === findDeposition ? "integer" : "uuid",
  );
  return {
    steps: [{ statement, parameters: [organizations.sql, ids.sql, ...more] }],
    variables: { ...organizations.variable, ...ids.variable },
  };
};
