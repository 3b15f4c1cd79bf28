import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { minutes, plus } from "#kernel/clock.ts";
import { notFound, Refusal, refuse } from "#kernel/errors.ts";
import type { Mailing } from "../account-mails.ts";
import { hashTokens, mailInvitation, newTokens } from "../invitation-mails.ts";
import { type Invitation, lockInvitation, renewInvitation } from "../invitations-store.ts";
import { findMemberByEmail } from "../members-store.ts";
import { mayAdminister } from "../policy.ts";
import { invitationLifetime } from "./create-invitation.ts";

/** An invitation is mailed at most so often, and not again within so many milliseconds. */
const mostMailings = 10;
const leastPause = minutes(1);

/** Mails an invitation anew: it lasts seven days from now, and its former tokens are void. */
export async function resendInvitation(
  context: Context,
  mailing: Mailing,
  id: string,
): Promise<{ invitation: Invitation; token: string }> {
  const { tx, actor, now } = context;
  if (!mayAdminister(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  const before = await lockInvitation(tx, actor.organizationId, id);
  if (!before) throw notFound("invitation");
  await refuseUnlessUseful(context, before);
  const tokens = newTokens();
  const { mailings } = before;
  const expiresAt = plus(now, invitationLifetime);
  const invitation = { ...before, expiresAt, mailedAt: now, mailings: mailings + 1 };
  await renewInvitation(tx, invitation, hashTokens(tokens));
  const payload = { invitationId: id, role: invitation.role };
  append(context, { type: "invitation.sent_again", subjectId: id, payload });
  await mailInvitation(context, mailing, invitation, tokens);
  return { invitation, token: tokens.shown };
}

async function refuseUnlessUseful({ tx, actor, now }: Context, invitation: Invitation): Promise<void> {
  if (invitation.acceptedAt) throw refuse("conflict", "the invitation was accepted");
  if (invitation.revokedAt) throw refuse("conflict", "the invitation was withdrawn; make another");
  if (await findMemberByEmail(tx, actor.organizationId, invitation.email))
    throw refuse("already_exists", "the person is a member already");
  if (invitation.mailings >= mostMailings)
    throw refuse("conflict", `the invitation was mailed ${mostMailings} times; the address may be wrong`);
  const next = invitation.mailedAt && plus(invitation.mailedAt, leastPause);
  if (next && next > now) {
    const retryAfter = Math.ceil((next.getTime() - now.getTime()) / 1000);
    throw new Refusal("too_many_requests", { detail: "it was mailed a moment ago", retryAfter });
  }
}
