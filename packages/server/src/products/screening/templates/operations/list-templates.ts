import type { ReadContext } from "#database/context.ts";
import type { Paged } from "#database/page.ts";
import { refuse } from "#kernel/errors.ts";
import { type NumberedPage, pageFor } from "../../page.ts";
import { mayView } from "../../policy.ts";
import type { ListTemplates } from "../schema.ts";
import { listTemplates as findTemplates, type TemplateSummary } from "../store.ts";

/** One page of the organization's workflow templates, and how many there are in all. */
export async function listTemplates(
  { tx, actor }: ReadContext,
  query: ListTemplates,
): Promise<Paged<TemplateSummary> & { page: NumberedPage }> {
  if (!mayView(actor)) throw refuse("forbidden", "it takes the role Coach");
  const page = pageFor(actor, query);
  return { page, ...(await findTemplates(tx, actor.organizationId, { ...page, status: query.status })) };
}
