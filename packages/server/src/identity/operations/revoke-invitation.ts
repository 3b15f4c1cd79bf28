import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { withdrawInvitation } from "../invitation-mails.ts";
import { type Invitation, lockInvitation, markRevoked } from "../invitations-store.ts";
import { mayAdminister } from "../policy.ts";

/** Withdraws an invitation. One that is withdrawn already stays so, and nobody is told again. */
export async function revokeInvitation(context: Context, id: string): Promise<Invitation> {
  const { tx, actor, now } = context;
  if (!mayAdminister(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  const invitation = await lockInvitation(tx, actor.organizationId, id);
  if (!invitation) throw notFound("invitation");
  if (invitation.revokedAt) return invitation;
  if (invitation.acceptedAt) throw refuse("conflict", "the invitation was accepted");
  await markRevoked(tx, invitation, now);
  await withdrawInvitation(context, invitation);
  const payload = { invitationId: id, role: invitation.role };
  append(context, { type: "invitation.revoked", subjectId: id, payload });
  return { ...invitation, revokedAt: now };
}
