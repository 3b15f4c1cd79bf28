import type { AccountContext } from "#database/context.ts";
import { notFound, Refusal, refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { type Mailing, mailLink } from "../account-mails.ts";
import { pageUrls, verificationNotice } from "../account-notices.ts";
import { issueLink } from "../mail-link.ts";
import { lockPerson } from "../people-store.ts";
import { ownsAccount } from "../policy.ts";

/** Mails the caller a link that proves that they read what is sent to their address. */
export async function askForVerification(context: AccountContext, mailing: Mailing): Promise<void> {
  const { tx, person: caller, now } = context;
  if (!ownsAccount(caller)) throw refuse("forbidden", "sign in here, rather than at another issuer");
  const person = await lockPerson(tx, caller.id);
  if (!person) throw notFound("person");
  if (person.emailVerifiedAt) throw refuse("conflict", "the address is verified already");
  const [id, purpose] = [newId(), "email_verification"] as const;
  const issued = await issueLink(tx, person, { id, purpose }, now);
  if (!issued || "retryAfter" in issued)
    throw new Refusal("too_many_requests", { ...issued, detail: "too many such mails; use the newest" });
  const url = pageUrls(mailing.publicUrl).verification(issued.token);
  const notice = verificationNotice(person, { url, expiresAt: issued.expiresAt });
  await mailLink(tx, mailing, { id, purpose, notice }, now);
}
