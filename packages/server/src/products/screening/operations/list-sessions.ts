import type { ReadContext } from "#database/context.ts";
import type { Paged } from "#database/page.ts";
import { refuse } from "#kernel/errors.ts";
import { listSessions as findSessions } from "../list-store.ts";
import { type NumberedPage, pageFor } from "../page.ts";
import { mayView } from "../policy.ts";
import type { ListSessions } from "../schema.ts";
import type { Session } from "../store.ts";

/** One page of the organization's sessions as of now, and how many there are in all. */
export async function listSessions(
  { tx, actor, now }: ReadContext,
  query: ListSessions,
): Promise<Paged<Session> & { page: NumberedPage }> {
  if (!mayView(actor)) throw refuse("forbidden", "it takes the role Coach");
  const { contactId, workflowTemplateId, status, reviewStatus } = query;
  const page = pageFor(actor, query);
  const filter = { ...page, contactId, workflowTemplateId, status, reviewStatus };
  return { page, ...(await findSessions(tx, actor.organizationId, filter, now)) };
}
