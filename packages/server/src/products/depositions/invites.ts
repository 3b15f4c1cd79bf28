import type { Context } from "#database/context.ts";
import { emailKey } from "#kernel/email.ts";
import { newId } from "#kernel/ids.ts";
import type { Invite as InviteInput } from "./schema.ts";
import { findMemberEmails, type Invite } from "./store.ts";

/** An address as it was asked for, before anybody looked whether it may be a host. */
export type WantedInvite = Omit<Invite, "id">;

/**
 * Each address once, as it was first written and where it first stood; a host if any mention says so. The
 * deponent comes last if nobody invited them.
 */
export function mergeInvites(given: readonly InviteInput[], deponentEmail: string): WantedInvite[] {
  const merged = new Map<string, WantedInvite>();
  for (const invite of [...given, deponentEmail]) {
    const { email, access_level = "participant" } = typeof invite === "string" ? { email: invite } : invite;
    const known = merged.get(emailKey(email)) ?? { email, accessLevel: access_level };
    merged.set(emailKey(email), access_level === "host" ? { ...known, accessLevel: "host" } : known);
  }
  return [...merged.values()];
}

/** The invites as they will be: hosts must be members, and the notice names those who are not. */
export async function admitHosts(
  { tx, actor }: Context,
  wanted: readonly WantedInvite[],
  known: readonly Invite[] = [],
): Promise<{ invites: Invite[]; notice: string | null }> {
  const hosts = wanted.filter((invite) => invite.accessLevel === "host").map(({ email }) => email);
  const members = new Set(
    hosts.length > 0 ? await findMemberEmails(tx, actor.organizationId, hosts.map(emailKey)) : [],
  );
  const idOf = new Map(known.map(({ id, email }) => [emailKey(email), id]));
  const isStranger = (email: string) => !members.has(emailKey(email));
  const invites = wanted.map(({ email, accessLevel }): Invite => {
    const id = idOf.get(emailKey(email)) ?? newId();
    return { id, email, accessLevel: isStranger(email) ? "participant" : accessLevel };
  });
  return { invites, notice: noticeOf(hosts.filter(isStranger)) };
}

function noticeOf(strangers: readonly string[]): string | null {
  if (strangers.length === 0) return null;
  const names = new Intl.ListFormat("en").format(strangers);
  return strangers.length === 1
    ? `${names} is not a registered member of the organization and was invited as a participant, not as a host.`
    : `${names} are not registered members of the organization and were invited as participants, not as hosts.`;
}
