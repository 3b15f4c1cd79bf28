import { bearerRoute, memberRoute, publicRoute, type RouteGroup } from "#http/route.ts";
import { answerQuestion } from "./operations/answer-question.ts";
import { createTemplate } from "./operations/create-template.ts";
import { finishSession } from "./operations/finish-session.ts";
import { getContact } from "./operations/get-contact.ts";
import { getOwnSession } from "./operations/get-own-session.ts";
import { getSession } from "./operations/get-session.ts";
import { getTemplate } from "./operations/get-template.ts";
import { listContacts } from "./operations/list-contacts.ts";
import { listSessions } from "./operations/list-sessions.ts";
import { listTemplates } from "./operations/list-templates.ts";
import { reviewSession } from "./operations/review-session.ts";
import { startSession } from "./operations/start-session.ts";
import { updateTemplate } from "./operations/update-template.ts";
import {
  presentContact,
  presentOwnSession,
  presentPagination,
  presentSession,
  presentTemplate,
  presentTemplateSummary,
} from "./presenter.ts";
import type { StartLimit } from "./start-limit.ts";
import { wire } from "./wire.ts";

const read = { scope: "screening:read" } as const;
const write = { scope: "screening:write" } as const;
/** Plans set the limits that matter; this one keeps a flood from one address away from the database. */
const flood = { perMinute: 60_000 };

/** The documented routes of screening, those of templates and contacts, and what prospects call themselves. */
export const screeningRoutes = (limit: StartLimit): RouteGroup => ({
  contract: {
    tag: "screening",
    badInput: "unprocessable",
    malformedBody: "unprocessable",
    errorShape: "problem",
  },
  routes: [
    memberRoute(wire.listSessions, read, async (context, { query }) => {
      const { page, total, rows } = await listSessions(context, query);
      return { data: rows.map(presentSession), pagination: presentPagination(page, total) };
    }),
    memberRoute(wire.getSession, read, async (context, { params }) =>
      presentSession(await getSession(context, params.id)),
    ),
    memberRoute(wire.reviewSession, write, async (context, { params, body }) =>
      presentSession(await reviewSession(context, params.id, body)),
    ),
    memberRoute(wire.listTemplates, read, async (context, { query }) => {
      const { page, total, rows } = await listTemplates(context, query);
      return { data: rows.map(presentTemplateSummary), pagination: presentPagination(page, total) };
    }),
    memberRoute(wire.createTemplate, write, async (context, { body }) =>
      presentTemplate(await createTemplate(context, body)),
    ),
    memberRoute(wire.getTemplate, read, async (context, { params }) =>
      presentTemplate(await getTemplate(context, params.id)),
    ),
    memberRoute(wire.updateTemplate, write, async (context, { params, body }) =>
      presentTemplate(await updateTemplate(context, params.id, body)),
    ),
    memberRoute(wire.listContacts, read, async (context, { query }) => {
      const { page, total, rows } = await listContacts(context, query);
      return { data: rows.map(presentContact), pagination: presentPagination(page, total) };
    }),
    memberRoute(wire.getContact, read, async (context, { params }) =>
      presentContact(await getContact(context, params.id)),
    ),
    publicRoute(wire.startSession, { ...flood, secret: true }, async (context, { params }) => {
      const started = await startSession(context, limit, params.slug);
      return { ...presentOwnSession(started), token: started.token };
    }),
    bearerRoute(wire.getOwnSession, flood, async (context, { params }) =>
      presentOwnSession(await getOwnSession(context, params.id)),
    ),
    bearerRoute(wire.answerQuestion, flood, async (context, { params, body }) =>
      presentOwnSession(await answerQuestion(context, params.id, body)),
    ),
    bearerRoute(wire.finishSession, flood, async (context, { params }) =>
      presentOwnSession(await finishSession(context, params.id)),
    ),
  ],
});
