import { bearerRoute, memberRoute, publicRoute, type RouteGroup } from "#http/route.ts";
import { contactWire } from "./contact-schema.ts";
import { answerQuestion } from "./operations/answer-question.ts";
import { changeTemplate } from "./operations/change-template.ts";
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
import {
  presentContact,
  presentOwnSession,
  presentPagination,
  presentSession,
  presentTemplate,
  presentTemplateSummary,
} from "./presenter.ts";
import { prospectWire } from "./prospect-schema.ts";
import { sessionWire } from "./schema.ts";
import { templateWire } from "./template-schema.ts";

const read = { scope: "screening:read" } as const;
const write = { scope: "screening:write" } as const;
/** A household or an office behind one address comes nowhere near these; a script does. */
const start = { secret: true, perMinute: 60 };
const progress = { perMinute: 600 };

/** The documented routes of screening, those of templates and contacts, and what prospects call themselves. */
export const screeningRoutes: RouteGroup = {
  contract: {
    tag: "screening",
    badInput: "unprocessable",
    malformedBody: "unprocessable",
    errorShape: "problem",
  },
  routes: [
    memberRoute(sessionWire.listSessions, read, async (context, { query }) => {
      const { page, total, rows } = await listSessions(context, query);
      return { data: rows.map(presentSession), pagination: presentPagination(page, total) };
    }),
    memberRoute(sessionWire.getSession, read, async (context, { params }) =>
      presentSession(await getSession(context, params.id)),
    ),
    memberRoute(sessionWire.reviewSession, write, async (context, { params, body }) =>
      presentSession(await reviewSession(context, params.id, body)),
    ),
    memberRoute(templateWire.listTemplates, read, async (context, { query }) => {
      const { page, total, rows } = await listTemplates(context, query);
      return { data: rows.map(presentTemplateSummary), pagination: presentPagination(page, total) };
    }),
    memberRoute(templateWire.createTemplate, write, async (context, { body }) =>
      presentTemplate(await createTemplate(context, body)),
    ),
    memberRoute(templateWire.getTemplate, read, async (context, { params }) =>
      presentTemplate(await getTemplate(context, params.id)),
    ),
    memberRoute(templateWire.changeTemplate, write, async (context, { params, body }) =>
      presentTemplate(await changeTemplate(context, params.id, body)),
    ),
    memberRoute(contactWire.listContacts, read, async (context, { query }) => {
      const { page, total, rows } = await listContacts(context, query);
      return { data: rows.map(presentContact), pagination: presentPagination(page, total) };
    }),
    memberRoute(contactWire.getContact, read, async (context, { params }) =>
      presentContact(await getContact(context, params.id)),
    ),
    publicRoute(prospectWire.startSession, start, async (context, { params }) => {
      const started = await startSession(context, params.slug);
      return { ...presentOwnSession(started), token: started.token };
    }),
    bearerRoute(prospectWire.getOwnSession, progress, async (context, { params }) =>
      presentOwnSession(await getOwnSession(context, params.id)),
    ),
    bearerRoute(prospectWire.answerQuestion, progress, async (context, { params, body }) =>
      presentOwnSession(await answerQuestion(context, params.id, body)),
    ),
    bearerRoute(prospectWire.finishSession, progress, async (context, { params }) =>
      presentOwnSession(await finishSession(context, params.id)),
    ),
  ],
};
