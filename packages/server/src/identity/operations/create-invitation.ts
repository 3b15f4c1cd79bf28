import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { days, plus } from "#kernel/clock.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { Mailing } from "../account-mails.ts";
import { hashTokens, mailInvitation, newTokens } from "../invitation-mails.ts";
import { type Invitation, insertInvitation } from "../invitations-store.ts";
import { findMemberByEmail } from "../members-store.ts";
import type { CreateInvitation } from "../organization-schema.ts";
import { mayGrant } from "../policy.ts";

/** How long an invitation can be accepted, in milliseconds. */
export const invitationLifetime = days(7);

/**
 * Invites an address, by mail. The token that is answered is not the one in the mail, and only their hashes are
 * stored: who accepts by the mail's has proved that the address is theirs.
 */
export async function createInvitation(
  context: Context,
  mailing: Mailing,
  { email, role }: CreateInvitation,
): Promise<{ invitation: Invitation; token: string }> {
  const { tx, actor, now } = context;
  const { organizationId } = actor;
  if (!mayGrant(actor, role)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  if (await findMemberByEmail(tx, organizationId, email)) {
    throw refuse("already_exists", "the person is a member already");
  }
  const tokens = newTokens();
  const invitation = {
    organizationId,
    id: newId(),
    email,
    role,
    invitedBy: actor.id,
    createdAt: now,
    expiresAt: plus(now, invitationLifetime),
    acceptedAt: null,
    revokedAt: null,
    mailedAt: now,
    mailings: 1,
  };
  await insertInvitation(tx, invitation, hashTokens(tokens));
  const payload = { invitationId: invitation.id, role };
  append(context, { type: "invitation.created", subjectId: invitation.id, payload });
  await mailInvitation(context, mailing, invitation, tokens);
  return { invitation, token: tokens.shown };
}
