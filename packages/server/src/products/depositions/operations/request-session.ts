import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import { admitHosts, mergeInvites } from "../invites.ts";
import { mayUse } from "../policy.ts";
import { readRequest } from "../reading.ts";
import { schedule } from "../scheduling.ts";
import type { RequestSession } from "../schema.ts";
import { slugTaken } from "../slugs.ts";
import { drawSessionId, findTakenSlugs, insertSession, type Session } from "../store.ts";
import type { Prepared } from "./prepare-meeting.ts";

/**
 * Schedules a session where the organization may do so itself, with the meeting that was prepared where it has one;
 * elsewhere it is asked for, and staff decide.
 */
export async function requestSession(
  context: Context,
  input: RequestSession,
  prepared: Prepared | null,
): Promise<Session> {
  const { tx, actor, now } = context;
  if (!mayUse(actor)) throw refuse("forbidden", "it takes the role Coach");
  const request = readRequest(input);
  const wanted = mergeInvites(input.session_request.invites ?? [], request.deponentEmail);
  const asked: Session = {
    ...request,
    ...(await admitHosts(context, wanted)),
    id: prepared && "sessionId" in prepared ? prepared.sessionId : await drawSessionId(tx),
    state: "initial",
    remoteSessionId: null,
    meeting: null,
    cancelationRequestedAt: null,
    cancelWithoutEmail: false,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const { requestedSessionId } = asked;
  const session = actor.selfService ? await schedule(context, asked, requestedSessionId, prepared) : asked;
  // A request holds no slug until it is confirmed, but one that is taken now is better refused now.
  if (session === asked && requestedSessionId && (await findTakenSlugs(tx, [requestedSessionId])).size > 0) {
    throw slugTaken();
  }
  await insertSession(tx, actor.organizationId, session);
  const type = actor.selfService ? "depositions.session.scheduled" : "depositions.session.requested";
  append(context, { type, subjectId: session.id, payload: { sessionId: session.id } });
  return session;
}
