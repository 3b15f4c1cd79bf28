import type { ReadContext } from "#database/context.ts";
import type { Paged } from "#database/page.ts";
import { refuse } from "#kernel/errors.ts";
import { parseOptionalInstant } from "#kernel/instant.ts";
import { mayUse } from "../policy.ts";
import type { ListSessions } from "../schema.ts";
import { listSessions as findSessions, type Session } from "../store.ts";

export interface SessionPage extends Paged<Session> {
  page: number;
  limit: number;
}

/** One page of the organization's sessions and requests, and how many there are in all. */
export async function listSessions({ tx, actor }: ReadContext, query: ListSessions): Promise<SessionPage> {
  if (!mayUse(actor)) throw refuse("forbidden", "it takes the role Coach");
  const { page = 1, limit = 50 } = query;
  const found = await findSessions(tx, actor.organizationId, {
    state: query.session_state,
    caseName: query.case,
    remoteSessionId: query.remote_session_id,
    from: parseOptionalInstant(query.from),
    to: parseOptionalInstant(query.to),
    limit,
    offset: (page - 1) * limit,
  });
  return { page, limit, ...found };
}
