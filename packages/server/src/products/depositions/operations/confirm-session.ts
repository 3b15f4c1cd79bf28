import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { admitHosts } from "../invites.ts";
import { isStaff } from "../policy.ts";
import { readWantedId } from "../reading.ts";
import { schedule, type Zoom } from "../scheduling.ts";
import type { ConfirmSession } from "../schema.ts";
import { lockSession, replaceInvites, type Session } from "../store.ts";
import { checkStep, saveSession } from "../transition.ts";

/** Schedules what was asked for. Of several confirmations at once one succeeds: the others find it scheduled. */
export async function confirmSession(
  context: Context,
  zoom: Zoom,
  id: string,
  input: ConfirmSession,
): Promise<Session> {
  const { tx, actor } = context;
  const before = await lockSession(tx, actor.organizationId, id);
  if (!before) throw notFound("session");
  if (!isStaff(actor)) throw refuse("forbidden", "it takes the role PlatformAdmin");
  checkStep(before.state, "scheduled");
  const wanted = readWantedId(input.remote_session_id) ?? before.requestedSessionId;
  // Again, because members may have come or gone while the request waited.
  const asked = { ...before, ...(await admitHosts(context, before.invites, before.invites)) };
  const session = await saveSession(context, before, await schedule(context, zoom, asked, wanted));
  await replaceInvites(tx, actor.organizationId, session, context.now);
  const { version } = session;
  const payload = { sessionId: session.id };
  await append(context, { type: "depositions.session.scheduled", subjectId: session.id, version, payload });
  return session;
}
