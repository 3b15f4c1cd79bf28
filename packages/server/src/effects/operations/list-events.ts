import type { Statements } from "#database/tenancy.ts";
import { type FeedPage, readFeed } from "#events/feed.ts";
import { decodeIdCursor, encodeCursor } from "#kernel/cursor.ts";
import { badInput } from "#kernel/errors.ts";
import { parseOptionalInstant } from "#kernel/instant.ts";
import type { Inspector } from "../inspector.ts";
import type { ListEvents } from "../schema.ts";

/** Where the feed begins: no event has this id. */
const beginning = "00000000-0000-0000-0000-000000000000";

/** The next events after a cursor, in the order in which they became visible, and where to go on from. */
export async function listEvents(
  { tx, organizationId }: Inspector<Statements>,
  query: ListEvents,
): Promise<Omit<FeedPage, "last"> & { next: string }> {
  const cursor = decodeIdCursor(query.cursor) ?? beginning;
  const page = await readFeed(tx, organizationId, {
    type: query.type,
    subjectId: query.subjectId,
    from: parseOptionalInstant(query.from),
    to: parseOptionalInstant(query.to),
    after: cursor === beginning ? null : cursor,
    limit: query.limit ?? 50,
  });
  if (!page) {
    throw badInput("invalid_request", [{ pointer: "?cursor", detail: "must be the next_cursor of a page" }]);
  }
  return { ...page, next: encodeCursor([page.last ?? cursor]) };
}
