import type { ReadContext } from "#database/context.ts";
import type { Paged } from "#database/page.ts";
import { parseOptionalInstant } from "#kernel/instant.ts";
import { listSessions as findSessions } from "../list-store.ts";
import { seesAll } from "../policy.ts";
import type { ListSessions } from "../schema.ts";
import type { Session } from "../store.ts";

/** One page of the sessions that the caller may see, and how many there are in all. */
export function listSessions({ tx, actor }: ReadContext, query: ListSessions): Promise<Paged<Session>> {
  return findSessions(tx, actor.organizationId, {
    viewer: seesAll(actor) ? null : actor.id,
    status: query.status,
    mentorshipId: query.mentorshipId,
    from: parseOptionalInstant(query.from),
    to: parseOptionalInstant(query.to),
    limit: query.limit ?? 50,
    offset: query.offset ?? 0,
  });
}
