import type { ReadContext } from "#database/context.ts";
import { decodeCursor, encodeCursor } from "#kernel/cursor.ts";
import { parseOptionalInstant } from "#kernel/instant.ts";
import { type Delivery, listDeliveries as findDeliveries } from "../deliveries-store.ts";
import type { ListDeliveries } from "../schema.ts";
import { admitTo } from "./admit.ts";

/** One page of what was and will be sent to an endpoint, newest first, and where the next page begins. */
export async function listDeliveries(
  context: ReadContext,
  id: string,
  { limit = 50, cursor, state, type, from, to }: ListDeliveries,
): Promise<{ deliveries: Delivery[]; next: string | null }> {
  await admitTo(context, id);
  const deliveries = await findDeliveries(context.tx, context.actor.organizationId, id, {
    states: state && [state],
    type,
    from: parseOptionalInstant(from),
    to: parseOptionalInstant(to),
    after: decodeCursor(cursor),
    // One more than asked for tells whether there is another page.
    limit: limit + 1,
  });
  const last = deliveries.length > limit ? deliveries[limit - 1] : undefined;
  const next = last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null;
  return { deliveries: deliveries.slice(0, limit), next };
}
