import type { Context } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { admitHosts, mergeInvites } from "../invites.ts";
import { mayUse } from "../policy.ts";
import { readEdit } from "../reading.ts";
import type { EditSession } from "../schema.ts";
import { lockRemoteSession, type Session } from "../store.ts";
import { saveEdit } from "../transition.ts";

/** Changes title, start or invites. What is as it was is no change and tells nobody. */
export async function editSession(
  context: Context,
  remoteSessionId: string,
  input: EditSession,
): Promise<Session> {
  const { tx, actor } = context;
  const before = await lockRemoteSession(tx, actor.organizationId, remoteSessionId);
  if (!before) throw notFound("session");
  if (!mayUse(actor)) throw refuse("forbidden", "it takes the role Coach");
  if (before.state !== "scheduled" && before.state !== "active") {
    throw refuse("refused_transition", `a session that is ${before.state} cannot be edited`);
  }
  const { changes, invites } = readEdit(input);
  if (
    before.state === "active" &&
    changes.startsAt &&
    changes.startsAt.getTime() !== before.startsAt.getTime()
  ) {
    throw refuse("refused_transition", "a session that is active keeps its start");
  }
  const wanted = invites && mergeInvites(invites, before.deponentEmail);
  const admitted = wanted ? await admitHosts(context, wanted, before.invites) : {};
  return saveEdit(context, before, { ...before, ...changes, ...admitted });
}
