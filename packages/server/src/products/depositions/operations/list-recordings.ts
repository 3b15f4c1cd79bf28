import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { type Listed, readRecordingsOf } from "#rooms/recording/index.ts";
import { findRemoteSession } from "../guests-store.ts";
import { mayUse } from "../policy.ts";

/** What was recorded in a session's room, in the order in which it was. */
export async function listRecordings({ tx, actor }: ReadContext, remoteSessionId: string): Promise<Listed[]> {
  const { organizationId } = actor;
  const session = await findRemoteSession(tx, organizationId, remoteSessionId);
  if (!session) throw notFound("session");
  if (!mayUse(actor)) throw refuse("forbidden", "it takes the role Coach");
  return readRecordingsOf(tx, organizationId, { product: "depositions", sessionId: String(session.id) });
}
