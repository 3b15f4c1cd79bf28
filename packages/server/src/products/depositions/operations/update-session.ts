import type { Context } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { admitHosts, mergeInvites } from "../invites.ts";
import { mayUse } from "../policy.ts";
import { readUpdate } from "../reading.ts";
import type { UpdateSession } from "../schema.ts";
import { lockRemoteSession, type Session } from "../store.ts";
import { saveUpdate } from "../transition.ts";

/** Changes title, start or invites. What is as it was is no change and tells nobody. */
export async function updateSession(
  context: Context,
  remoteSessionId: string,
  update: UpdateSession,
): Promise<Session> {
  const { tx, actor } = context;
  const before = await lockRemoteSession(tx, actor.organizationId, remoteSessionId);
  if (!before) throw notFound("session");
  if (!mayUse(actor)) throw refuse("forbidden", "it takes the role Coach");
  if (before.state !== "scheduled" && before.state !== "active") {
    throw refuse("refused_transition", `a session that is ${before.state} cannot be changed`);
  }
  const { changes, invites } = readUpdate(update);
  if (
    before.state === "active" &&
    changes.startsAt &&
    changes.startsAt.getTime() !== before.startsAt.getTime()
  ) {
    throw refuse("refused_transition", "a session that is active keeps its start");
  }
  const wanted = invites && mergeInvites(invites, before.deponentEmail);
  const admitted = wanted ? await admitHosts(context, wanted, before.invites) : {};
  return saveUpdate(context, before, { ...before, ...changes, ...admitted });
}
