import { Type } from "typebox";
import { formPage, type Page, type PageAnswer, redirectAnswer, type Visit, viewPage } from "#http/page.ts";
import { findOrganization } from "#identity/index.ts";
import { Refusal } from "#kernel/errors.ts";
import { findPublished, type PublishedTemplate } from "../../templates/store.ts";
import { chooseLanguage } from "../../templates/translation.ts";
import { readProspectKey } from "../links.ts";
import { startSession } from "../operations/start-session.ts";
import { readingIn, readingOf } from "../texts/index.ts";
import { sessionState, startState } from "./chat-state.ts";
import { checkPage, endPage } from "./end-pages.ts";
import { findView, openView, type PageParts, slugOf } from "./find-view.ts";
import { questionPage } from "./question-page.ts";
import { deadPage, gonePage, refusedPage } from "./refusal-pages.ts";
import { type StartFault, startPage } from "./start-page.ts";
import { chatPath, isAnswered, type View } from "./view.ts";

/** Many prospects may share an address: a school's, or a phone company's. */
const read = 600;
const write = 300;
const path = "/c/:slug";

const Start = Type.Object({
  language: Type.Optional(Type.String()),
  altcha: Type.Optional(Type.String()),
  website: Type.Optional(Type.String()),
});

/** The page of a questionnaire: its introduction, or what its visitor is asked next, or how that ended. */
export const chatPages = (parts: PageParts): Page[] => [
  viewPage({ path, perMinute: read, refused: refusedPage(parts.links) }, async (visit) => {
    const slug = slugOf(visit);
    const view = await findView(visit, parts, slug);
    if (view && view.template.slug !== slug) return toSession(parts, view);
    if (view) return presentPage(view, parts, visit.query.change);
    const { started } = visit.query;
    return introduction(visit, parts, started === undefined ? null : "cookies");
  }),
  formPage(
    { path, perMinute: write, form: Start, ownOriginOnly: true, refused: refusedPage(parts.links) },
    async (visit, { form }) => {
      const slug = slugOf(visit);
      const view = await findView(visit, parts, slug);
      if (view?.session.status === "active") return toSession(parts, view);
      if (form.website) return introduction(visit, parts, "trap");
      const { session, template } = await start(visit, parts, slug, form);
      return redirectAnswer(`${chatPath(template.slug)}?started`, {
        "set-cookie": parts.links.cookie(template.slug, session.id),
      });
    },
  ),
  viewPage(
    { path: `${path}/continue/:key`, perMinute: 60, refused: refusedPage(parts.links) },
    async (visit) => {
      const key = readProspectKey(visit.params.key ?? "");
      const view = key && (await openView(visit, parts, key));
      return view ? toSession(parts, view) : deadPage(visit);
    },
  ),
];

/** To the questionnaire as it is called today, with the cookie that opens the session there. */
const toSession = ({ links }: PageParts, { template, session }: View): PageAnswer =>
  redirectAnswer(chatPath(template.slug), { "set-cookie": links.cookie(template.slug, session.id) });

/** What a session comes to next, or the question whose answer is to be changed. */
function presentPage(view: View, parts: PageParts, change?: string): PageAnswer {
  const { session, path } = view;
  const state = parts.chat && sessionState(view, parts);
  if (session.status !== "active") return endPage(view, state);
  const changed = path.asked.find((question) => question.key === change && isAnswered(view, question));
  const question = changed ?? path.next;
  if (!question) return checkPage(view, state);
  return questionPage(view, question, { attempt: null, state });
}

type StartForm = { language?: string; altcha?: string };

async function start(visit: Visit, parts: PageParts, slug: string, { language, altcha }: StartForm) {
  const { database, now, origin } = visit;
  const begin = (proof: string | undefined) =>
    database.asSystem((tx) => {
      const wanted = { ...(language ? { language } : {}), ...(proof ? { altcha: proof } : {}) };
      return startSession({ tx, now, origin }, parts, slug, wanted);
    });
  return begin(altcha).catch((fault: unknown) => {
    // A page that lay open for too long is no reason to send its reader away: it counts as one without scripts.
    if (altcha && fault instanceof Refusal && fault.code === "proof_refused") return begin(undefined);
    throw fault;
  });
}

async function introduction(
  visit: Visit,
  parts: PageParts,
  fault: "cookies" | "trap" | null,
): Promise<PageAnswer> {
  const found = await visit.database.asSystem(async (tx) => {
    const template = await findPublished(tx, slugOf(visit));
    return template && { template, organization: await findOrganization(tx, template.organizationId) };
  });
  if (!found) return gonePage(readingOf(visit.languages));
  const { template, organization } = found;
  const opening = {
    template,
    organization: organization?.name ?? "",
    reading: readingFor(template, visit),
  };
  const state = parts.chat && (await startState(opening, parts, visit.now));
  const chat = parts.chat && state && { assets: parts.chat, state };
  const { texts } = opening.reading;
  const faults: Record<"cookies" | "trap", StartFault> = {
    cookies: { status: 200, words: texts.noCookies },
    trap: { status: 422, words: texts.trapFilled, isTrapped: true },
  };
  return startPage({ ...opening, chat }, fault && faults[fault]);
}

/** The language that was chosen on the page, or else the one that the visitor's browser likes. */
function readingFor({ settings }: PublishedTemplate, { query, languages }: Visit) {
  const chosen = query.lang === undefined ? [] : [query.lang];
  return readingIn(chooseLanguage(settings, [...chosen, ...languages]));
}
