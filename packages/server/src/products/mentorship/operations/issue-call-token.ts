import type { ReadContext } from "#database/context.ts";
import { hours, plus } from "#kernel/clock.ts";
import { refuse } from "#kernel/errors.ts";
import type { CallTokensOfOrganizations } from "#rooms/call-tokens.ts";
import { callUid } from "#rooms/call-uid.ts";
import { getSession } from "./get-session.ts";

export interface CallToken {
  token: string;
  channel: string;
  appId: string;
  uid: number;
  expiresAt: Date;
}

/** A token for the video call, for the session's two people and for Manager and up, who may look in. */
export async function issueCallToken(
  context: ReadContext,
  callTokens: CallTokensOfOrganizations,
  id: string,
): Promise<CallToken> {
  const session = await getSession(context, id);
  const channel = session.agoraChannel;
  if (!channel) throw refuse("no_agora_channel");
  const uid = callUid(session.id, context.actor.id);
  const expiresAt = plus(context.now, hours(1));
  const tokens = await callTokens.find(context.tx, context.actor.organizationId);
  return { ...tokens.issue({ channel, uid, expiresAt, now: context.now }), channel, uid, expiresAt };
}
