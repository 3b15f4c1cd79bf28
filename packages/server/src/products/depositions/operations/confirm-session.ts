import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { admitHosts } from "../invites.ts";
import { isStaff } from "../policy.ts";
import { readWantedId } from "../reading.ts";
import { schedule } from "../scheduling.ts";
import type { ConfirmSession } from "../schema.ts";
import { lockSession, replaceInvites, type Session } from "../store.ts";
import { checkStep, saveSession } from "../transition.ts";
import type { Prepared } from "./prepare-meeting.ts";

/**
 * Schedules what was asked for, with the meeting that was prepared where it has one. Of several confirmations at once
 * one succeeds: the others find it scheduled.
 */
export async function confirmSession(
  context: Context,
  id: string,
  input: ConfirmSession,
  prepared: Prepared | null,
): Promise<Session> {
  const { tx, actor } = context;
  const before = await lockSession(tx, actor.organizationId, id);
  if (!before) throw notFound("session");
  if (!isStaff(actor)) throw refuse("forbidden", "it takes the role PlatformAdmin");
  checkStep(before.state, "scheduled");
  const wanted = readWantedId(input.remote_session_id) ?? before.requestedSessionId;
  // Again, because members may have come or gone while the request waited.
  const asked = { ...before, ...(await admitHosts(context, before.invites, before.invites)) };
  const session = await saveSession(context, before, await schedule(context, asked, wanted, prepared));
  await replaceInvites(tx, actor.organizationId, session, context.now);
  const { version } = session;
  const payload = { sessionId: session.id };
  append(context, { type: "depositions.session.scheduled", subjectId: session.id, version, payload });
  return session;
}
