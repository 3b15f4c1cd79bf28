import type { Chapter } from "../figures.ts";
import type { Statement } from "../floor/database.ts";
import { listSessions as listDepositions } from "../floor/depositions.ts";
import { listSessions as listLive } from "../floor/live.ts";
import { listSessions as listMentorship } from "../floor/mentorship.ts";
import { listSessions as listScreening } from "../floor/screening.ts";
import type { World } from "../ground.ts";
import { drawn, type Script } from "../pgbench.ts";
import { everyAdmin } from "../routes/callers.ts";
import { measureRoutes } from "../routes/chapter.ts";
import { goals, type RouteCase } from "../routes/measure.ts";

/** The first page of a list, with how many there are in all. */
export const lists: Chapter = {
  name: "lists",
  title: "A list of 50, with the total",
  measure: (ground, options) =>
    measureRoutes(
      ground,
      options,
      ({ world }) => casesOf(world),
      (peer) => peer.list(),
    ),
};

function casesOf(world: World): RouteCase[] {
  const list = (path: string): Pick<RouteCase, "method" | "path" | "callers"> => ({
    method: "GET",
    path: `${path}?limit=50`,
    callers: everyAdmin(world),
  });
  const peers = { Directus: 8, Strapi: 8, "Parse Server": 2 };
  return [
    {
      ...list("/api/sessions"),
      what: "mentorship list",
      script: ofOrganization(world, listMentorship, ["50", "0"]),
      target: goals(1, peers),
      note: "a thousand sessions in each organization, total_count of all of them, people embedded; the next request is of another organization",
    },
    {
      ...list("/api/v1/sessions"),
      what: "screening list",
      script: ofOrganization(world, listScreening, ["now()", "50"]),
      target: goals(1),
      note: "with whole submissions and the total",
    },
    {
      ...list("/v1/sessions"),
      what: "live list",
      script: ofOrganization(world, listLive, ["'nobody'", "51"]),
      note: "by cursor: its contract asks for no total",
    },
    {
      ...list("/api/v1/session_requests"),
      what: "deposition list",
      script: ofOrganization(world, listDepositions, ["50"]),
      note: "with all who are invited, and the total",
    },
  ];
}

/** A statement of one organization ($1) after another. */
function ofOrganization({ organizations }: World, statement: Statement, more: readonly string[]): Script {
  const all = drawn(
    "organizations",
    organizations.map(({ id }) => id),
    "uuid",
  );
  return { steps: [{ statement, parameters: [all.sql, ...more] }], variables: all.variable };
}
