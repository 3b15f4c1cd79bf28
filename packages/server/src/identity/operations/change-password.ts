import type { AccountContext } from "#database/context.ts";
import type { Preparation } from "#http/route.ts";
import { emailKey } from "#kernel/email.ts";
import { refuse } from "#kernel/errors.ts";
import { endLinks } from "../account-links-store.ts";
import { type Mailing, tellOfPassword } from "../account-mails.ts";
import type { ChangePassword } from "../account-schema.ts";
import { findPassword, lockWithPassword, type PasswordHolder, updatePassword } from "../people-store.ts";
import { appendPersonal } from "../personal-event.ts";
import { ownsAccount } from "../policy.ts";
import type { Parts } from "../routes.ts";
import { deleteSignIns } from "../sign-ins-store.ts";
import type { Tokens } from "../tokens.ts";
import { type IssuedToken, issueToken } from "./issue-token.ts";

export interface PasswordChange {
  holder: PasswordHolder;
  newHash: string;
}

/** Checks the present password and hashes the new one; null when the present one is wrong. */
export async function checkPasswordChange(
  { database, now, person, address }: Preparation,
  { attempts, passwords }: Pick<Parts, "attempts" | "passwords">,
  { currentPassword, newPassword }: ChangePassword,
): Promise<PasswordChange | null> {
  if (!person || !ownsAccount(person))
    throw refuse("forbidden", "sign in here, rather than at another issuer");
  const holder = await database.asSystem((tx) => findPassword(tx, person.id));
  if (!holder) return null;
  const check = () => passwords.check(currentPassword, holder.passwordHash);
  if (!(await attempts.guard({ account: emailKey(holder.email), address, now }, check))) return null;
  return { holder, newHash: await passwords.hash(newPassword) };
}

/**
 * Changes the password, ends every other sign-in and the link to reset it, gives the caller a token that is valid
 * from now, and tells them by mail.
 */
export async function changePassword(
  context: AccountContext,
  { tokens, mailing }: { tokens: Tokens; mailing: Mailing },
  change: PasswordChange | null,
): Promise<IssuedToken> {
  const { tx, person, now } = context;
  const owner = change && (await lockWithPassword(tx, change.holder));
  if (!owner) throw refuse("wrong_password");
  await updatePassword(tx, person.id, change.newHash, now);
  await deleteSignIns(tx, person.id, person.signInId);
  await endLinks(tx, person.id, "password_reset", now);
  await appendPersonal(context, person.id, {
    type: "person.password_changed",
    payload: { personId: person.id },
  });
  await tellOfPassword(tx, mailing, owner, now);
  return issueToken(context, tokens, undefined);
}
