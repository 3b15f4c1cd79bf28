import type { Transaction } from "#database/tenancy.ts";
import { nobodysOrganization } from "#effects/effect.ts";
import { newId } from "#kernel/ids.ts";
import type { Vault } from "#kernel/vault.ts";
import type { Cause, Notice } from "#notifications/notice.ts";
import { notify, notifySecretly, withdrawNotices } from "#notifications/notify.ts";
import type { LinkPurpose } from "./account-links-store.ts";
import { pageUrls, passwordChangedNotice } from "./account-notices.ts";
import type { Person } from "./people-store.ts";

/** What mails about accounts are made with. */
export interface Mailing {
  vault: Vault;
  publicUrl: string;
}

/** An account belongs to no organization, and neither does what is written to its owner about it. */
const aboutAccount = (subjectId: string, cause: string): Cause => ({
  organizationId: nobodysOrganization,
  eventId: null,
  cause,
  subjectId,
});

/** Mails a link, and takes back the one before it if that still waits: it is void. */
export async function mailLink(
  tx: Transaction,
  { vault }: Mailing,
  link: { id: string; purpose: LinkPurpose; notice: Notice },
  now: Date,
): Promise<void> {
  const cause = aboutAccount(`${link.purpose}:${link.notice.to.id}`, `link:${link.id}`);
  await withdrawNotices(tx, cause, link.notice.to, now);
  await notifySecretly(tx, vault, cause, link.notice, now);
}

/** Tells a person that their account has another password now. */
export async function tellOfPassword(
  tx: Transaction,
  { publicUrl }: Mailing,
  person: Person,
  now: Date,
): Promise<void> {
  const notice = passwordChangedNotice(person, { now, url: pageUrls(publicUrl).forgottenPassword });
  await notify(tx, aboutAccount(person.id, `password_changed:${newId()}`), [notice], now);
}

/** Tells a person something of their account that holds no secret. */
export const tellOfAccount = (tx: Transaction, notice: Notice, cause: string, now: Date): Promise<void> =>
  notify(tx, aboutAccount(notice.to.id, cause), [notice], now);
