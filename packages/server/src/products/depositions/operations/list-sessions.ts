import type { Context } from "#database/context.ts";
import { refuse } from "#kernel/errors.ts";
import { parseInstant } from "#kernel/instant.ts";
import { mayUse } from "../policy.ts";
import type { ListSessions } from "../schema.ts";
import { listSessions as findSessions, type Session } from "../store.ts";

export interface Page {
  page: number;
  limit: number;
  total: number;
  sessions: Session[];
}

/** One page of the organization's sessions and requests, and how many there are in all. */
export async function listSessions({ tx, actor }: Context, query: ListSessions): Promise<Page> {
  if (!mayUse(actor)) throw refuse("forbidden", "it takes the role Coach");
  const { page = 1, limit = 50 } = query;
  const found = await findSessions(tx, actor.organizationId, {
    state: query.session_state,
    caseName: query.case,
    remoteSessionId: query.remote_session_id,
    from: toInstant(query.from),
    to: toInstant(query.to),
    limit,
    offset: (page - 1) * limit,
  });
  return { page, limit, ...found };
}

const toInstant = (text: string | undefined): Date | undefined =>
  text === undefined ? undefined : (parseInstant(text) ?? undefined);
