import type { BearerContext } from "#database/context.ts";
import type { Visit } from "#http/page.ts";
import { findOrganization } from "#identity/index.ts";
import { Refusal } from "#kernel/errors.ts";
import { normaliseSlug } from "#kernel/slug.ts";
import { chatCookie, type ProspectKey, readProspectKey } from "../links.ts";
import { getOwnSession } from "../operations/get-own-session.ts";
import type { StartParts } from "../operations/start-session.ts";
import { enter } from "../prospect.ts";
import type { ChatAssets } from "./frame.ts";
import { type View, viewOf } from "./view.ts";

/** What the pages work with beyond their visit. */
export interface PageParts extends StartParts {
  /** Null where the chat was not built: every page is whole without it. */
  chat: ChatAssets | null;
}

/** The questionnaire in the page's path, as addresses are written. */
export const slugOf = ({ params }: Visit): string => normaliseSlug(params.slug ?? "") ?? "";

/** The key that a visitor's browser keeps for a questionnaire; null where it has none. */
const keyOf = ({ cookies }: Visit, slug: string): ProspectKey | null =>
  readProspectKey(cookies[chatCookie(slug)] ?? "");

/** The session that a visitor may see, by the cookie of this questionnaire; null where there is none. */
export async function findView(visit: Visit, parts: PageParts, slug: string): Promise<View | null> {
  const key = keyOf(visit, slug);
  return key && openView(visit, parts, key);
}

/** The session that a key opens; null where it opens none. */
export const openView = (visit: Visit, parts: PageParts, key: ProspectKey): Promise<View | null> =>
  visit.database
    .asSystem((tx) => readView(bearing(tx, visit, key), visit, parts, key))
    .catch((fault: unknown) => {
      if (fault instanceof Refusal && fault.code === "not_found") return null;
      throw fault;
    });

/** What the operations of prospects work with. */
export const bearing = (
  tx: BearerContext["tx"],
  { now, origin }: Visit,
  { token }: ProspectKey,
): BearerContext => ({
  tx,
  now,
  origin,
  bearer: token,
});

async function readView(
  context: BearerContext,
  { now }: Visit,
  { chat, links }: PageParts,
  key: ProspectKey,
): Promise<View> {
  const { sessionId } = key;
  const organizationId = await enter(context, sessionId);
  const own = await getOwnSession(context, sessionId);
  const organization = await findOrganization(context.tx, organizationId);
  return viewOf({
    ...own,
    key,
    organization: organization?.name ?? "",
    now,
    continueUrl: links.continueUrl(own.template.slug, sessionId),
    statusUrl: links.statusUrl(sessionId),
    chat,
  });
}
