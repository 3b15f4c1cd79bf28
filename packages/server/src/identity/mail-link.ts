import type { Transaction } from "#database/tenancy.ts";
import { days, hours, plus } from "#kernel/clock.ts";
import { refuse } from "#kernel/errors.ts";
import { newSecret } from "#kernel/ids.ts";
import { insertLink, type LinkPurpose, listLinkTimes } from "./account-links-store.ts";
import type { Person } from "./people-store.ts";
import { hashSecret } from "./secrets.ts";

/** How long a mailed link can be used, in milliseconds. */
const lifetimes: Record<LinkPurpose, number> = { email_verification: days(1), password_reset: hours(1) };

/** So many links of one purpose are mailed to a person within so many milliseconds, whoever asks for them. */
const most = 3;
const window = hours(1);

/** A link's token; or null where the link was made before, or seconds to wait where there were too many. */
type Issued = { token: string; expiresAt: Date } | { retryAfter: number } | null;

/**
 * Makes a link for a person whose row is locked, in the place of the one before it. The token leaves the server in
 * the mail alone: only its hash is stored.
 */
export async function issueLink(
  tx: Transaction,
  person: Person,
  { id, purpose }: { id: string; purpose: LinkPurpose },
  now: Date,
): Promise<Issued> {
  const recent = await listLinkTimes(tx, person.id, purpose, plus(now, -window));
  const oldest = recent.at(-most);
  if (oldest) {
    const until = plus(oldest.createdAt, window);
    return { retryAfter: Math.ceil((until.getTime() - now.getTime()) / 1000) };
  }
  const token = newSecret();
  const expiresAt = plus(now, lifetimes[purpose]);
  const link = {
    id,
    personId: person.id,
    purpose,
    email: person.email,
    tokenHash: hashSecret(token),
    createdAt: now,
    expiresAt,
  };
  return (await insertLink(tx, link, plus(now, -days(1)))) ? { token, expiresAt } : null;
}

/** One answer for all links that cannot be used: which of the reasons it is would help nobody but guessers. */
export const deadLink = () =>
  refuse("not_found", "the link was never made, was used, has expired, or a newer one took its place");
