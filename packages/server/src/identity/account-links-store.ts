import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";

/** What using a link does. */
export type LinkPurpose = "email_verification" | "password_reset";

/** A link that was mailed to a person. */
export interface AccountLink {
  id: string;
  personId: string;
  /** Where it was sent. */
  email: string;
}

interface NewLink extends AccountLink {
  purpose: LinkPurpose;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
}

/**
 * Adds a link, for a person whose row is locked: the one before it ends. What was made before `forgottenBefore` is
 * deleted. False when a link of this id is there already: then nothing changed but that.
 */
export async function insertLink(tx: Transaction, link: NewLink, forgottenBefore: Date): Promise<boolean> {
  const { id, personId, purpose, email, tokenHash, createdAt, expiresAt } = link;
  if (await tx.first(sql`select from account_links where id = ${id}`)) return false;
  await tx.all(sql`
    delete from account_links
    where person_id = ${personId} and purpose = ${purpose} and created_at < ${forgottenBefore}`);
  await endLinks(tx, personId, purpose, createdAt);
  await tx.all(sql`
    insert into account_links (id, person_id, purpose, email, token_hash, created_at, expires_at)
    values (${id}, ${personId}, ${purpose}, ${email}, ${tokenHash}, ${createdAt}, ${expiresAt})`);
  return true;
}

/** When a person's links of one purpose were made since an instant, the first made first. */
export const listLinkTimes = (
  tx: Statements,
  personId: string,
  purpose: LinkPurpose,
  since: Date,
): Promise<{ createdAt: Date }[]> =>
  tx.all<{ createdAt: Date }>(sql`
    select created_at as "createdAt" from account_links
    where person_id = ${personId} and purpose = ${purpose} and created_at > ${since}
    order by created_at`);

/** Ends a person's open link of one purpose, if there is one. */
export async function endLinks(
  tx: Transaction,
  personId: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    update account_links set ended_at = ${now}
    where person_id = ${personId} and purpose = ${purpose} and ended_at is null`);
}

/** The link of a token that could be used at `now`. */
export const findOpenLink = (
  tx: Statements,
  tokenHash: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<AccountLink | null> =>
  tx.first<AccountLink>(sql`
    select id, person_id as "personId", email from account_links
    where token_hash = ${tokenHash} and purpose = ${purpose} and ended_at is null and expires_at > ${now}`);

/** Uses a link up: of several requests at once, one gets it. Null when it cannot be used, for whatever reason. */
export const takeLink = (
  tx: Transaction,
  tokenHash: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<AccountLink | null> =>
  tx.first<AccountLink>(sql`
    update account_links set ended_at = ${now}
    where token_hash = ${tokenHash} and purpose = ${purpose} and ended_at is null and expires_at > ${now}
    returning id, person_id as "personId", email`);
