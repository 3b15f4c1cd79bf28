import type { PublicContext } from "#database/context.ts";
import type { Preparation } from "#http/route.ts";
import { emailKey } from "#kernel/email.ts";
import { findOpenLink, takeLink } from "../account-links-store.ts";
import { type Mailing, tellOfPassword } from "../account-mails.ts";
import type { ResetPassword } from "../account-schema.ts";
import { deadLink } from "../mail-link.ts";
import type { Passwords } from "../passwords.ts";
import { lockPerson, updatePassword, verifyEmail } from "../people-store.ts";
import { appendPersonal } from "../personal-event.ts";
import type { Parts } from "../routes.ts";
import { hashSecret } from "../secrets.ts";
import { deleteSignIns } from "../sign-ins-store.ts";

/** Hashes the new password, where the token could be used; null where it could not. */
export async function checkReset(
  { database, now }: Pick<Preparation, "database" | "now">,
  passwords: Passwords,
  { token, password }: ResetPassword,
): Promise<string | null> {
  const link = await database.asSystem((tx) => findOpenLink(tx, hashSecret(token), "password_reset", now));
  return link && passwords.hash(password);
}

/** Sets the password, ends every sign-in, voids every access token, and tells the person. */
export async function resetPassword(
  context: PublicContext,
  { mailing, attempts }: { mailing: Mailing } & Pick<Parts, "attempts">,
  token: string,
  passwordHash: string | null,
): Promise<void> {
  const { tx, now } = context;
  const link = passwordHash && (await takeLink(tx, hashSecret(token), "password_reset", now));
  const person = link && (await lockPerson(tx, link.personId));
  if (!passwordHash || !person) throw deadLink();
  await updatePassword(tx, person.id, passwordHash, now);
  await deleteSignIns(tx, person.id, null);
  const payload = { personId: person.id };
  await appendPersonal(context, person.id, { type: "person.password_reset", payload });
  if (await verifyEmail(tx, person.id, link.email, now))
    await appendPersonal(context, person.id, { type: "person.email_verified", payload });
  await tellOfPassword(tx, mailing, person, now);
  attempts.forget(emailKey(person.email));
}
