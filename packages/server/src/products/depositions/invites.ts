import type { Context } from "#database/context.ts";
import { emailKey } from "#kernel/email.ts";
import { newId } from "#kernel/ids.ts";
import type { Invite as InviteInput } from "./schema.ts";
import { findMemberEmails, type Invite } from "./store.ts";

/** An address as it was asked for, before anybody looked whether it may be a host. */
export type WantedInvite = Pick<Invite, "email" | "wantsHost">;

/**
 * Each address once, as it was first written and where it first stood; a host if any mention says so. The
 * deponent comes last if nobody invited them.
 */
export function mergeInvites(given: readonly InviteInput[], deponentEmail: string): WantedInvite[] {
  const merged = new Map<string, WantedInvite>();
  for (const invite of [...given, deponentEmail]) {
    const { email, access_level } = typeof invite === "string" ? { email: invite } : invite;
    const known = merged.get(emailKey(email)) ?? { email, wantsHost: false };
    merged.set(emailKey(email), { ...known, wantsHost: known.wantsHost || access_level === "host" });
  }
  return [...merged.values()];
}

/** The invites as they will be: hosts must be members, and the notice names those who are not. */
export async function admitHosts(
  { tx, actor }: Context,
  wanted: readonly WantedInvite[],
  known: readonly Invite[] = [],
): Promise<{ invites: Invite[]; notice: string | null }> {
  const hosts = wanted.filter(({ wantsHost }) => wantsHost).map(({ email }) => email);
  const members = new Set(
    hosts.length > 0 ? await findMemberEmails(tx, actor.organizationId, hosts.map(emailKey)) : [],
  );
  const idOf = new Map(known.map(({ id, email }) => [emailKey(email), id]));
  const isStranger = (email: string) => !members.has(emailKey(email));
  const invites = wanted.map(({ email, wantsHost }): Invite => {
    const id = idOf.get(emailKey(email)) ?? newId();
    const accessLevel = wantsHost && !isStranger(email) ? "host" : "participant";
    return { id, email, accessLevel, wantsHost };
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
