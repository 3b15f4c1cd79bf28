import type { Statements } from "#database/tenancy.ts";
import { readHistory } from "#events/follow.ts";
import { findOrganization, findReaders, type Reader } from "#identity/index.ts";
import { emailKey } from "#kernel/email.ts";
import type { Vault } from "#kernel/vault.ts";
import { invitedPage } from "#rooms/invitation.ts";
import { findEverInvited, findInsiderIds, findMemberIds } from "./guests-store.ts";
import { type Guest, historyTypes, type Told } from "./moment.ts";
import { findSession, type Invite, type Session } from "./store.ts";

/** All that notices about a session are made of; null when there is no such session. */
export async function loadTold(
  tx: Statements,
  organizationId: string,
  sessionId: string,
  { publicUrl, vault }: { publicUrl: string; vault: Vault },
): Promise<Told | null> {
  const session = await findSession(tx, organizationId, sessionId);
  const organization = await findOrganization(tx, organizationId);
  if (!session || !organization) return null;
  const invites = await findEverInvited(tx, organizationId, session.id);
  // Read last: then it says of all that was read before how it came to be so.
  const history = await readHistory(tx, { organizationId, subjectId: sessionId }, historyTypes);
  const actors = history.flatMap(({ actorId }) => actorId ?? []);
  const authors = await findReaders(tx, await findInsiderIds(tx, organizationId, actors));
  return {
    session,
    organizationName: organization.name,
    publicUrl,
    linkFor: (page, invitationId) => invitedPage(vault, page, invitationId),
    everInvited: await recogniseInvites(tx, organizationId, session, invites),
    history,
    authors: new Map(authors.map((author) => [author.id, author])),
  };
}

/** The invited as members, where they are; the deponent's name is in the request. */
export async function recogniseInvites(
  tx: Statements,
  organizationId: string,
  { deponentEmail, deponentName }: Session,
  invites: readonly Invite[],
): Promise<Guest[]> {
  const keys = invites.map(({ email }) => emailKey(email));
  const members = await findReaders(tx, await findMemberIds(tx, organizationId, keys));
  const memberOf = new Map<string, Reader>(members.map((member) => [emailKey(member.email), member]));
  return invites.map((invite) => {
    const member = memberOf.get(emailKey(invite.email)) ?? null;
    const isDeponent = emailKey(invite.email) === emailKey(deponentEmail);
    return { ...invite, member, name: member?.name ?? (isDeponent ? deponentName : null) };
  });
}
