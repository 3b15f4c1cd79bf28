import type { PublicContext } from "#database/context.ts";
import type { Transaction } from "#database/tenancy.ts";
import { nobodysOrganization } from "#effects/effect.ts";
import { addJobs } from "#events/jobs.ts";
import { emailKey } from "#kernel/email.ts";
import { newId } from "#kernel/ids.ts";
import type { Vault } from "#kernel/vault.ts";
import { type Mailing, mailLink, tellOfAccount } from "../account-mails.ts";
import { pageUrls, passwordResetNotice, signInElsewhereNotice } from "../account-notices.ts";
import type { AskForReset } from "../account-schema.ts";
import { hasExternalIdentity } from "../external-identities-store.ts";
import { issueLink } from "../mail-link.ts";
import { findPasswordByEmail, lockPerson } from "../people-store.ts";

/** The task that does what somebody asked for, whose address may be nobody's. */
export const passwordResetTask = "identity.password-reset";

/**
 * Notes that somebody forgot the password of an address. Whether anybody has it is looked up by a job, so that
 * neither the answer nor the time that it takes tells. The address travels sealed; asking again before the job runs
 * is asking once.
 */
export const askForReset = ({ tx }: PublicContext, vault: Vault, { email }: AskForReset): Promise<void> =>
  addJobs(tx, [
    {
      task: passwordResetTask,
      key: `password-reset:${vault.fingerprint(emailKey(email))}`,
      payload: { organizationId: nobodysOrganization, requestId: newId(), address: vault.seal(email) },
    },
  ]);

/** Mails the link to the person who has the address, if somebody does. Repeating one request mails nothing twice. */
export async function mailPasswordReset(
  tx: Transaction,
  mailing: Mailing,
  { requestId: id, email }: { requestId: string; email: string },
  now: Date,
): Promise<void> {
  const holder = await findPasswordByEmail(tx, email);
  const person = holder && (await lockPerson(tx, holder.id));
  if (!person) return;
  const purpose = "password_reset";
  const issued = await issueLink(tx, person, { id, purpose }, now);
  if (!issued || "retryAfter" in issued) return;
  if (holder.passwordHash === null && (await hasExternalIdentity(tx, person.id)))
    return tellOfAccount(tx, signInElsewhereNotice(person), `link:${id}`, now);
  const url = pageUrls(mailing.publicUrl).passwordReset(issued.token);
  const notice = passwordResetNotice(person, { url, expiresAt: issued.expiresAt });
  await mailLink(tx, mailing, { id, purpose, notice }, now);
}
