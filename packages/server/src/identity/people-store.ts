import { whenViolated } from "#database/failures.ts";
import { join, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import { refuse } from "#kernel/errors.ts";
import type { MemberRole } from "#kernel/roles.ts";

export interface Person {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  avatarUrl: string | null;
  /** An IANA name; null where they have not said. */
  timeZone: string | null;
  /** When they proved that they read what is sent to their address; null until then. */
  emailVerifiedAt: Date | null;
  platformAdmin: boolean;
  /** Access tokens issued at or before this instant are void. */
  tokensValidAfter: Date;
  createdAt: Date;
  updatedAt: Date;
}

const columns = sql`
  id, email, first_name as "firstName", last_name as "lastName", avatar_url as "avatarUrl",
  time_zone as "timeZone", email_verified_at as "emailVerifiedAt",
  platform_admin as "platformAdmin", tokens_valid_after as "tokensValidAfter",
  created_at as "createdAt", updated_at as "updatedAt"`;

export const findPerson = (tx: Statements, id: string): Promise<Person | null> =>
  tx.first<Person>(sql`select ${columns} from people where id = ${id}`);

/** The person with their row locked until the transaction ends. */
export const lockPerson = (tx: Transaction, id: string): Promise<Person | null> =>
  tx.first<Person>(sql`select ${columns} from people where id = ${id} for no key update`);

/** What a password is checked against; the hash is null for a person who has none. */
export interface PasswordHolder {
  id: string;
  email: string;
  passwordHash: string | null;
}

const passwordColumns = sql`id, email, password_hash as "passwordHash"`;

export const findPasswordByEmail = (tx: Statements, email: string): Promise<PasswordHolder | null> =>
  tx.first<PasswordHolder>(sql`select ${passwordColumns} from people where lower(email) = lower(${email})`);

export const findPassword = (tx: Statements, id: string): Promise<PasswordHolder | null> =>
  tx.first<PasswordHolder>(sql`select ${passwordColumns} from people where id = ${id}`);

/** Locks a person whose password still is the one that was checked; null when it was changed meanwhile. */
export const lockWithPassword = (
  tx: Transaction,
  { id, passwordHash }: PasswordHolder,
): Promise<Person | null> =>
  tx.first<Person>(sql`
    select ${columns} from people
    where id = ${id} and password_hash = ${passwordHash} for no key update`);

export interface NewPerson {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  /** Null for a person who signs in elsewhere, or not yet. */
  passwordHash: string | null;
  platformAdmin: boolean;
}

/** Adds a person. Refuses with `already_exists` when the e-mail address is taken, whatever its case. */
export async function insertPerson(tx: Transaction, person: NewPerson, now: Date): Promise<void> {
  const { id, email, firstName, lastName, passwordHash, platformAdmin } = person;
  await tx
    .all(sql`
      insert into people (id, email, first_name, last_name, password_hash, platform_admin,
        tokens_valid_after, created_at, updated_at)
      values (${id}, ${email}, ${firstName}, ${lastName}, ${passwordHash}, ${platformAdmin},
        ${new Date(0)}, ${now}, ${now})`)
    .catch(
      whenViolated("people_email", () =>
        refuse("already_exists", "a person with this e-mail address exists"),
      ),
    );
}

/** Writes what people say of themselves. */
export async function updateProfile(tx: Transaction, person: Person, now: Date): Promise<void> {
  const { id, firstName, lastName, avatarUrl, timeZone } = person;
  await tx.all(sql`
    update people set first_name = ${firstName}, last_name = ${lastName}, avatar_url = ${avatarUrl},
      time_zone = ${timeZone}, updated_at = ${now}
    where id = ${id}`);
}

/** Replaces a password and voids the access tokens that there are. */
export async function updatePassword(
  tx: Transaction,
  id: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    update people set password_hash = ${passwordHash}, tokens_valid_after = ${now}, updated_at = ${now}
    where id = ${id}`);
}

/**
 * Writes down that whoever has this account reads what is sent to the address. False when that was known, or when
 * the account's address is another.
 */
export async function verifyEmail(tx: Transaction, id: string, email: string, now: Date): Promise<boolean> {
  const row = await tx.first(sql`
    update people set email_verified_at = ${now}, updated_at = ${now}
    where id = ${id} and lower(email) = lower(${email}) and email_verified_at is null
    returning id`);
  return row !== null;
}

/** Voids the access tokens that there are. */
export async function voidTokens(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.all(sql`update people set tokens_valid_after = ${now} where id = ${id}`);
}

/** An organization with somebody's role in it. */
export interface Membership {
  id: string;
  slug: string;
  name: string;
  role: MemberRole;
}

/** A person's organizations, the first joined first; only those of `confinedTo` unless it is null. */
export const listMemberships = (
  tx: Statements,
  personId: string,
  confinedTo: readonly string[] | null,
): Promise<Membership[]> => {
  const conditions = [sql`m.person_id = ${personId}`];
  if (confinedTo) conditions.push(sql`m.organization_id = any(${confinedTo}::uuid[])`);
  return tx.all<Membership>(sql`
    select o.id, o.slug, o.name, m.role from members m join organizations o on o.id = m.organization_id
    where ${join(conditions, " and ")} order by m.created_at, m.organization_id`);
};
