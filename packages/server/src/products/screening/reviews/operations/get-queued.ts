import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayView } from "../../policy.ts";
import { findQueued } from "../queue-store.ts";
import { findReviewer } from "../reviewer.ts";
import type { ReadItem } from "./list-queue.ts";

/** One session as its reviewers read it, whatever its state, and who decided on it. */
export async function getQueued({ tx, actor, now }: ReadContext, id: string): Promise<ReadItem> {
  if (!mayView(actor)) throw refuse("forbidden", "it takes the role Coach");
  const item = await findQueued(tx, actor.organizationId, id, now);
  if (!item) throw notFound("session");
  return { item, reviewer: await findReviewer(tx, item.reviewedBy) };
}
