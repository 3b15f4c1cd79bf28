import { formatInstant } from "#kernel/instant.ts";
import { formatMoment } from "#notifications/format.ts";
import type { Notice, Recipient } from "#notifications/notice.ts";
import type { Person } from "./people-store.ts";

/** What every mail about an account or an invitation has in common. */
const plain = {
  facts: [],
  calendar: null,
  replyTo: null,
  from: null,
  isReminder: false,
  withPush: false,
} as const;

const to = ({ id, email, firstName, lastName }: Person): Recipient => ({
  kind: "person",
  id,
  email,
  name: `${firstName} ${lastName}`,
});

/** Pages that mails lead to. */
export const pageUrls = (publicUrl: string) => ({
  verification: (token: string) => `${publicUrl}/verify-email?token=${token}`,
  passwordReset: (token: string) => `${publicUrl}/reset-password?token=${token}`,
  forgottenPassword: `${publicUrl}/forgot-password`,
  invitation: (token: string) => `${publicUrl}/invitations/accept?token=${token}`,
});

/** Where a link leads, and until when: a mail that comes later is worth nothing. */
interface Link {
  url: string;
  expiresAt: Date;
}

export const verificationNotice = (person: Person, { url, expiresAt }: Link): Notice => ({
  ...plain,
  kind: "account.email_verification",
  to: to(person),
  title: "Confirm your e-mail address",
  paragraphs: [
    `Somebody who is signed in as ${person.email} asked us to confirm that this address is theirs. The link works once, within 24 hours.`,
    "If it was not you, do nothing.",
  ],
  action: { label: "Confirm the address", url },
  staleAt: formatInstant(expiresAt),
});

export const passwordResetNotice = (person: Person, { url, expiresAt }: Link): Notice => ({
  ...plain,
  kind: "account.password_reset",
  to: to(person),
  title: "Set a new password",
  paragraphs: [
    `Somebody asked for a new password for ${person.email}. The link works once, within one hour; a newer mail of this kind takes its place.`,
    "If it was not you, do nothing: your password stays as it is.",
  ],
  action: { label: "Set a new password", url },
  staleAt: formatInstant(expiresAt),
});

export const signInElsewhereNotice = (person: Person): Notice => ({
  ...plain,
  kind: "account.password_reset",
  to: to(person),
  title: "You sign in without a password",
  paragraphs: [
    `Somebody asked for a new password for ${person.email}. This account has none: you sign in through your organization's own sign-in, and its administrator can help you there.`,
    "If it was not you, do nothing.",
  ],
  action: null,
});

export const passwordChangedNotice = (person: Person, { now, url }: { now: Date; url: string }): Notice => ({
  ...plain,
  kind: "account.password_changed",
  to: to(person),
  title: "Your password was changed",
  paragraphs: [
    "Whoever was signed in with the old one has been signed out.",
    "If it was not you, set a new password now, and tell an administrator of your organization.",
  ],
  facts: [
    { label: "Account", value: person.email },
    { label: "Changed", value: formatMoment(now, person.timeZone ?? "UTC") },
  ],
  action: { label: "Set a new password", url },
});

interface Invited extends Link {
  invitationId: string;
  email: string;
  role: string;
  organizationName: string;
  inviter: Person | null;
}

export const invitationNotice = (invited: Invited): Notice => {
  const { invitationId, email, role, organizationName, inviter, url, expiresAt } = invited;
  const name = inviter && `${inviter.firstName} ${inviter.lastName}`;
  return {
    ...plain,
    kind: "organization.invitation",
    to: { kind: "address", id: invitationId, email, name: null },
    from: organizationName,
    replyTo: inviter && name ? { name, email: inviter.email } : null,
    title: `You are invited to ${organizationName}`,
    paragraphs: [
      `${name ?? "An administrator"} invites you to become a member of ${organizationName}. The link works once, within seven days.`,
      "If you did not expect this, do nothing.",
    ],
    facts: [
      { label: "Organization", value: organizationName },
      { label: "Role", value: role },
    ],
    action: { label: "Accept the invitation", url },
    staleAt: formatInstant(expiresAt),
  };
};
