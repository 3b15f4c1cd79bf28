import { type Page, type Visit, viewPage } from "#http/page.ts";
import { findOrganization } from "#identity/index.ts";
import type { ProspectLinks } from "../links.ts";
import { findOrganizationOf, findState } from "../status-store.ts";
import { deadPage, refusedPage } from "./refusal-pages.ts";
import { type Standing, statusPage } from "./status-page.ts";

/** What became of a session, for whoever has its link. A link that was never given and one that is over are the same. */
export const statusPages = ({ links }: { links: ProspectLinks }): Page[] => [
  viewPage({ path: "/status/:secret", perMinute: 60, refused: refusedPage(links) }, async (visit) => {
    const standing = await findStanding(visit, links);
    return standing ? statusPage(standing) : deadPage(visit);
  }),
];

async function findStanding(
  { database, params, now }: Visit,
  links: ProspectLinks,
): Promise<Standing | null> {
  const id = links.sessionOfStatus(params.secret ?? "");
  if (!id) return null;
  return database.asSystem(async (tx) => {
    const organizationId = await findOrganizationOf(tx, id);
    if (!organizationId) return null;
    await tx.narrow(organizationId);
    const state = await findState(tx, organizationId, id, now);
    const organization = await findOrganization(tx, organizationId);
    return state && { ...state, organization: organization?.name ?? "" };
  });
}
