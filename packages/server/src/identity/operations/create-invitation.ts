import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { days, plus } from "#kernel/clock.ts";
import { refuse } from "#kernel/errors.ts";
import { newId, newSecret } from "#kernel/ids.ts";
import { type Invitation, insertInvitation } from "../invitations-store.ts";
import { findMemberByEmail } from "../members-store.ts";
import type { CreateInvitation } from "../organization-schema.ts";
import { mayGrant } from "../policy.ts";
import { hashSecret } from "../secrets.ts";

/** How long an invitation can be accepted, in milliseconds. */
const invitationLifetime = days(7);

/** Invites an address. The token is known to this answer alone: only its hash is stored. */
export async function createInvitation(
  context: Context,
  { email, role }: CreateInvitation,
): Promise<{ invitation: Invitation; token: string }> {
  const { tx, actor, now } = context;
  const { organizationId } = actor;
  if (!mayGrant(actor, role)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  if (await findMemberByEmail(tx, organizationId, email)) {
    throw refuse("already_exists", "the person is a member already");
  }
  const token = newSecret();
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
  };
  await insertInvitation(tx, invitation, hashSecret(token));
  const payload = { invitationId: invitation.id, role };
  await append(context, { type: "invitation.created", subjectId: invitation.id, payload });
  return { invitation, token };
}
