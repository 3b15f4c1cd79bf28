import { memberRoute, type RouteGroup } from "#http/route.ts";
import { contactRoutes } from "./contacts/routes.ts";
import { getSession } from "./operations/get-session.ts";
import { listSessions } from "./operations/list-sessions.ts";
import { presentPagination, presentSession } from "./presenter.ts";
import { type ProspectParts, prospectRoutes } from "./prospects/routes.ts";
import { reviewSession } from "./reviews/operations/review-session.ts";
import { queueRoutes } from "./reviews/routes.ts";
import { templateRoutes } from "./templates/routes.ts";
import { wire } from "./wire.ts";

const read = { scope: "screening:read" } as const;
const write = { scope: "screening:write" } as const;

/** The documented routes of screening, those of templates and contacts, and what prospects call themselves. */
export const screeningRoutes = (parts: ProspectParts & { publicUrl: string }): RouteGroup => ({
  contract: {
    tag: "screening",
    badInput: "unprocessable",
    malformedBody: "unprocessable",
    errorShape: "problem",
  },
  routes: [
    ...queueRoutes,
    memberRoute(wire.listSessions, read, async (context, { query }) => {
      const { page, total, rows } = await listSessions(context, query);
      return { data: rows.map(presentSession), pagination: presentPagination(page, total) };
    }),
    memberRoute(wire.getSession, read, async (context, { params }) =>
      presentSession(await getSession(context, params.id)),
    ),
    memberRoute(
      wire.reviewSession,
      { ...write, about: ({ params }) => params.id },
      async (context, { params, body }) => presentSession(await reviewSession(context, params.id, body)),
    ),
    ...templateRoutes(parts.publicUrl),
    ...contactRoutes,
    ...prospectRoutes(parts),
  ],
});
