import { createHash } from "node:crypto";
import { whenViolated } from "#database/failures.ts";
import { type Page, type Paged, readPage } from "#database/page.ts";
import { join, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import { emailKey } from "#kernel/email.ts";
import { refuse } from "#kernel/errors.ts";
import { phoneKey } from "#kernel/phone.ts";
import type { ContactFacts } from "../questions.ts";

export interface Contact extends ContactFacts {
  id: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  /** When everything that was known of them was erased. */
  erasedAt: Date | null;
}

const contactColumns = sql`
  c.id, c.email, c.phone, c.name, c.version, c.created_at as "createdAt", c.updated_at as "updatedAt",
  c.erased_at as "erasedAt"`;

export interface ContactFilter extends Page {
  email?: string;
  /** As `parsePhone` gives it. */
  phone?: string;
  /** A part of the name or of the address. */
  q?: string;
}

/**
 * One page of contacts of whom something is known, newest first, with the total. A session that nobody has finished
 * has a contact too, of whom nothing is.
 */
export function listContacts(
  tx: Statements,
  organizationId: string,
  { email, phone, q, ...page }: ContactFilter,
): Promise<Paged<Contact>> {
  const conditions = [
    sql`c.organization_id = ${organizationId}`,
    sql`c.erased_at is null`,
    sql`num_nonnulls(c.email, c.phone, c.name) > 0`,
  ];
  if (email) conditions.push(sql`c.email_key = ${emailKey(email)}`);
  if (phone) conditions.push(sql`c.phone_key = ${phoneKey(phone)}`);
  if (q)
    conditions.push(sql`(strpos(lower(c.name), lower(${q})) > 0 or strpos(c.email_key, lower(${q})) > 0)`);
  const list = {
    columns: contactColumns,
    tables: sql`contacts c`,
    where: join(conditions, " and "),
    orderBy: sql`"createdAt" desc, id`,
  };
  return readPage(tx, list, page);
}

export const findContact = (tx: Statements, organizationId: string, id: string): Promise<Contact | null> =>
  tx.first<Contact>(sql`
    select ${contactColumns} from contacts c where c.organization_id = ${organizationId} and c.id = ${id}`);

/** The contact, who is neither changed, merged nor erased until the transaction ends. Whoever only reads does not wait. */
export const holdContact = (tx: Transaction, organizationId: string, id: string): Promise<Contact | null> =>
  tx.first<Contact>(sql`
    select ${contactColumns} from contacts c
    where c.organization_id = ${organizationId} and c.id = ${id} for share`);

/**
 * These contacts with their rows locked until the transaction ends, in the order of their ids: no session joins them
 * meanwhile, and two who want the same do not wait for each other. Their sessions are locked before them.
 */
export const lockContacts = (
  tx: Transaction,
  organizationId: string,
  ids: readonly string[],
): Promise<Contact[]> =>
  tx.all<Contact>(sql`
    select ${contactColumns} from contacts c
    where c.organization_id = ${organizationId} and c.id = any(${ids}::uuid[]) order by c.id for update`);

/**
 * Locks these e-mail addresses and phone numbers themselves until the transaction ends, so that two sessions that
 * finish with one of them at once cannot both find nobody. Always in the same order, and after any session.
 */
export async function lockKeys(
  tx: Statements,
  organizationId: string,
  facts: readonly Pick<ContactFacts, "email" | "phone">[],
): Promise<void> {
  const keys = facts.flatMap(({ email, phone }) => [
    ...(email === null ? [] : [`email ${emailKey(email)}`]),
    ...(phone === null ? [] : [`phone ${phoneKey(phone)}`]),
  ]);
  const locks = [...new Set(keys)].map((key) => {
    const name = JSON.stringify(["contact", organizationId, key]);
    return createHash("sha256").update(name).digest().readBigInt64BE();
  });
  for (const lock of locks.sort((a, b) => (a < b ? -1 : 1)))
    await tx.all(sql`select pg_advisory_xact_lock(${lock}::bigint)`);
}

/** The contact who has this e-mail address, locked; null while nobody has it. */
export const lockContactByEmail = (
  tx: Transaction,
  organizationId: string,
  email: string,
): Promise<Contact | null> =>
  tx.first<Contact>(sql`
    select ${contactColumns} from contacts c
    where c.organization_id = ${organizationId} and c.email_key = ${emailKey(email)} for no key update`);

/**
 * The only contact who has this phone number and, where both are known, this name, locked. Null where there is none,
 * and where there are several: then the number alone does not tell who it is.
 */
export async function lockContactByPhone(
  tx: Transaction,
  organizationId: string,
  { phone, name }: { phone: string; name: string | null },
): Promise<Contact | null> {
  const rows = await tx.all<Contact>(sql`
    select ${contactColumns} from contacts c
    where c.organization_id = ${organizationId} and c.phone_key = ${phoneKey(phone)}
      and coalesce(lower(c.name) = lower(${name}::text), true)
    order by c.id limit 2 for no key update`);
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

export async function insertContact(
  tx: Transaction,
  organizationId: string,
  contact: Omit<Contact, "erasedAt">,
): Promise<void> {
  const { id, email, phone, name, version, createdAt, updatedAt } = contact;
  await tx.all(sql`
    insert into contacts (organization_id, id, email, phone, name, version, created_at, updated_at)
    values (${organizationId}, ${id}, ${email}, ${phone}, ${name}, ${version}, ${createdAt}, ${updatedAt})`);
}

/** Fills in what is not known of a contact yet; what is known stays. Null when there was nothing to fill in. */
export const fillContact = (
  tx: Transaction,
  organizationId: string,
  id: string,
  { email, phone, name }: ContactFacts,
  now: Date,
): Promise<Contact | null> =>
  tx
    .first<Contact>(sql`
      update contacts c set
        email = coalesce(c.email, ${email}), phone = coalesce(c.phone, ${phone}), name = coalesce(c.name, ${name}),
        version = c.version + 1, updated_at = ${now}
      where c.organization_id = ${organizationId} and c.id = ${id} and c.erased_at is null
        and ((c.email is null and ${email}::text is not null) or (c.phone is null and ${phone}::text is not null)
          or (c.name is null and ${name}::text is not null))
      returning ${contactColumns}`)
    .catch(
      whenViolated("contacts_email", () =>
        refuse("conflict", "the contact was changed by somebody else at the same moment"),
      ),
    );

/** Writes a contact whose row is locked. Refuses an e-mail address that another contact has. */
export async function updateContact(
  tx: Transaction,
  organizationId: string,
  { id, email, phone, name, version, updatedAt }: Contact,
): Promise<void> {
  await tx
    .all(sql`
      update contacts set email = ${email}, phone = ${phone}, name = ${name}, version = ${version},
        updated_at = ${updatedAt}
      where organization_id = ${organizationId} and id = ${id} and version = ${version - 1}`)
    .catch(
      whenViolated("contacts_email", () =>
        refuse("already_exists", "another contact has this e-mail address: the two can be merged"),
      ),
    );
}

/** Deletes a contact of whom nothing is known and who has no session. Says whether there was such a one. */
export async function deleteUnknown(tx: Transaction, organizationId: string, id: string): Promise<boolean> {
  const rows = await tx.all(sql`
    delete from contacts c
    where c.organization_id = ${organizationId} and c.id = ${id} and c.erased_at is null
      and c.email is null and c.phone is null and c.name is null
      and not exists (
        select from screening_sessions s
        where s.organization_id = c.organization_id and s.contact_id = c.id)
    returning c.id`);
  return rows.length > 0;
}

export async function deleteContact(tx: Transaction, organizationId: string, id: string): Promise<void> {
  await tx.all(sql`delete from contacts where organization_id = ${organizationId} and id = ${id}`);
}

/** Locks the sessions of these contacts until the transaction ends, in the order of their ids. */
export async function lockSessionsOf(
  tx: Transaction,
  organizationId: string,
  contactIds: readonly string[],
): Promise<void> {
  await tx.all(sql`
    select id from screening_sessions
    where organization_id = ${organizationId} and contact_id = any(${contactIds}::uuid[])
    order by id for no key update`);
}

/** Gives the sessions of one contact to another. */
export async function moveSessions(
  tx: Transaction,
  organizationId: string,
  { from, into }: { from: string; into: string },
  now: Date,
): Promise<void> {
  await tx.all(sql`
    update screening_sessions set contact_id = ${into}, version = version + 1, updated_at = ${now}
    where organization_id = ${organizationId} and contact_id = ${from}`);
}
