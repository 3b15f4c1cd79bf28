import type { ReadContext } from "#database/context.ts";
import { decodeCursor, encodeCursor } from "#kernel/cursor.ts";
import { refuse } from "#kernel/errors.ts";
import { formatInstant } from "#kernel/instant.ts";
import { pageFor } from "../../page.ts";
import { mayView } from "../../policy.ts";
import { listQueue as findQueue, type QueueItem } from "../queue-store.ts";
import { findReviewers, type Reviewer } from "../reviewer.ts";
import type { ListQueue } from "../schema.ts";

/** A session as its reviewers read it, and who decided on it. */
export interface ReadItem {
  item: QueueItem;
  reviewer: Reviewer | null;
}

/** One page of the sessions in a state as of now, and where the next one begins; null on the last page. */
export async function listQueue(
  { tx, actor, now }: ReadContext,
  query: ListQueue,
): Promise<{ items: ReadItem[]; nextCursor: string | null }> {
  if (!mayView(actor)) throw refuse("forbidden", "it takes the role Coach");
  const { state = "waiting", workflowTemplateId } = query;
  const { limit } = pageFor(actor, { limit: query.limit });
  const after = decodeCursor(query.cursor);
  // One more than the page tells whether there is a next one.
  const filter = { state, workflowTemplateId, after, limit: limit + 1 };
  const found = await findQueue(tx, actor.organizationId, filter, now);
  const items = found.slice(0, limit);
  const reviewers = await findReviewers(tx, items);
  const last = found.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map((item) => ({ item, reviewer: reviewers.get(item.reviewedBy ?? "") ?? null })),
    nextCursor: last ? encodeCursor([formatInstant(last.sortedAt), last.id]) : null,
  };
}
