import type { Context, PublicContext } from "#database/context.ts";
import { newSecret } from "#kernel/ids.ts";
import { notifySecretly, withdrawNotices } from "#notifications/notify.ts";
import type { Mailing } from "./account-mails.ts";
import { invitationNotice, pageUrls } from "./account-notices.ts";
import type { Invitation, InvitationHashes } from "./invitations-store.ts";
import { findOrganization } from "./organizations-store.ts";
import { findPerson } from "./people-store.ts";
import { hashSecret } from "./secrets.ts";

/** An invitation's two tokens: the one in the mail proves the address, the one that is shown does not. */
export interface InvitationTokens {
  shown: string;
  mailed: string;
}

export const newTokens = (): InvitationTokens => ({ shown: newSecret(), mailed: newSecret() });

export const hashTokens = ({ shown, mailed }: InvitationTokens): InvitationHashes => ({
  shown: hashSecret(shown),
  mailed: hashSecret(mailed),
});

/** Mails an invitation, and takes back the mail before it if that still waits: its link is void. */
export async function mailInvitation(
  { tx, actor, now }: Context,
  { vault, publicUrl }: Mailing,
  invitation: Invitation,
  { mailed }: InvitationTokens,
): Promise<void> {
  const { organizationId, id, email, role, mailings } = invitation;
  const organization = await findOrganization(tx, organizationId);
  const notice = invitationNotice({
    invitationId: id,
    email,
    role,
    organizationName: organization?.name ?? "",
    inviter: await findPerson(tx, actor.id),
    url: pageUrls(publicUrl).invitation(mailed),
    expiresAt: invitation.expiresAt,
  });
  await withdrawInvitation({ tx, now }, invitation);
  const cause = { organizationId, eventId: null, cause: `invitation:${id}:${mailings}`, subjectId: id };
  await notifySecretly(tx, vault, cause, notice, now);
}

/** Takes back the mail of an invitation that nobody needs any more, if it was not sent yet. */
export const withdrawInvitation = (
  { tx, now }: Pick<PublicContext, "tx" | "now">,
  { organizationId, id }: Invitation,
): Promise<void> => withdrawNotices(tx, { organizationId, subjectId: id }, { kind: "address", id }, now);
