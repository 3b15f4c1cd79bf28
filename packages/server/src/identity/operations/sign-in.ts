import type { PublicContext } from "#database/context.ts";
import type { Preparation } from "#http/route.ts";
import { days, plus } from "#kernel/clock.ts";
import { emailKey } from "#kernel/email.ts";
import { refuse } from "#kernel/errors.ts";
import { newId, newSecret } from "#kernel/ids.ts";
import type { SignIn } from "../account-schema.ts";
import { type Chosen, choose } from "../choose.ts";
import {
  findPasswordByEmail,
  listMemberships,
  lockWithPassword,
  type Membership,
  type PasswordHolder,
  type Person,
} from "../people-store.ts";
import type { Parts } from "../routes.ts";
import { hashSecret, writeSignIn } from "../secrets.ts";
import { insertSignIn } from "../sign-ins-store.ts";

/** How long a sign-in lasts, in milliseconds. */
export const signInLifetime = days(30);

/**
 * Finds out whose e-mail address and password these are. An unknown address takes as long as a wrong password,
 * and counts as one.
 */
export async function checkSignIn(
  { database, now, address }: Preparation,
  { attempts, passwords }: Pick<Parts, "attempts" | "passwords">,
  { email, password }: SignIn,
): Promise<PasswordHolder> {
  const holder = await database.asSystem((tx) => findPasswordByEmail(tx, email));
  const check = () => passwords.check(password, holder?.passwordHash ?? null);
  const isRight = await attempts.guard({ account: emailKey(email), address, now }, check);
  if (!holder || !isRight) throw refuse("wrong_password");
  return holder;
}

export interface OpenedSignIn {
  signInId: string;
  /** What the cookie holds: the secret leaves the server here, and only its hash stays. */
  cookie: string;
  person: Person;
  organization: Chosen | null;
  organizations: Membership[];
}

/** Signs in the person whose password was checked. Refuses when it was changed since. */
export async function signIn(
  context: PublicContext,
  holder: PasswordHolder,
  { organizationId }: SignIn,
): Promise<OpenedSignIn> {
  const { tx } = context;
  const person = await lockWithPassword(tx, holder);
  if (!person) throw refuse("wrong_password");
  const organizations = await listMemberships(tx, person.id, null);
  const organization = await choose(tx, person, organizations, organizationId ?? null);
  const [signInId, secret] = [newId(), newSecret()];
  await insertSignIn(tx, {
    id: signInId,
    personId: person.id,
    secretHash: hashSecret(secret),
    currentOrganizationId: organization?.id ?? null,
    ip: context.origin.ip,
    userAgent: context.origin.userAgent,
    createdAt: context.now,
    expiresAt: plus(context.now, signInLifetime),
  });
  return { signInId, cookie: writeSignIn(signInId, secret), person, organization, organizations };
}
