import type { ReadContext } from "#database/context.ts";
import { decodeCursor, encodeCursor } from "#kernel/cursor.ts";
import { formatInstant } from "#kernel/instant.ts";
import { monthOf } from "../month.ts";
import type { ListSessions } from "../schema.ts";
import { listSessions as findSessions, type SeenSession } from "../store.ts";

/** One page of the organization's sessions, and where the next one begins; null on the last page. */
export async function listSessions(
  { tx, actor, now }: ReadContext,
  query: ListSessions,
): Promise<{ sessions: SeenSession[]; nextCursor: string | null }> {
  const limit = query.limit ?? 50;
  const found = await findSessions(tx, actor.organizationId, {
    viewer: actor.id,
    status: query.status,
    kind: query.kind,
    category: query.category,
    hostId: query.host_id,
    brandId: query.brand_id,
    within: query.month === undefined ? undefined : monthOf(query.month),
    upcoming: query.upcoming === undefined ? undefined : { from: now, isUpcoming: query.upcoming },
    after: decodeCursor(query.cursor),
    // One more than the page tells whether there is a next one.
    limit: limit + 1,
  });
  const sessions = found.slice(0, limit);
  const last = found.length > limit ? sessions.at(-1) : undefined;
  return { sessions, nextCursor: last ? encodeCursor([formatInstant(last.scheduledAt), last.id]) : null };
}
