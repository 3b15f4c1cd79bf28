import { createHash } from "node:crypto";
import { type Page, type Paged, readPage } from "#database/page.ts";
import { join, sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import { emailKey } from "#kernel/email.ts";
import type { ContactFacts } from "./questions.ts";

export interface Contact extends ContactFacts {
  id: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

const contactColumns = sql`
  c.id, c.email, c.phone, c.name, c.version, c.created_at as "createdAt", c.updated_at as "updatedAt"`;

export interface ContactFilter extends Page {
  email?: string;
}

/** One page of contacts, newest first, with the total. */
export function listContacts(
  tx: Transaction,
  organizationId: string,
  { email, ...page }: ContactFilter,
): Promise<Paged<Contact>> {
  const conditions = [sql`c.organization_id = ${organizationId}`];
  if (email) conditions.push(sql`c.email_key = ${emailKey(email)}`);
  const list = {
    columns: contactColumns,
    tables: sql`contacts c`,
    where: join(conditions, " and "),
    orderBy: sql`"createdAt" desc, id`,
  };
  return readPage(tx, list, page);
}

export const findContact = (tx: Transaction, organizationId: string, id: string): Promise<Contact | null> =>
  tx.first<Contact>(sql`
    select ${contactColumns} from contacts c where c.organization_id = ${organizationId} and c.id = ${id}`);

/**
 * The contact who has this e-mail address. The address itself is locked until the transaction ends, so that two
 * sessions that finish with it at once cannot both find nobody.
 */
export async function findContactByEmail(
  tx: Transaction,
  organizationId: string,
  email: string,
): Promise<Contact | null> {
  const name = JSON.stringify(["contact", organizationId, emailKey(email)]);
  const lock = createHash("sha256").update(name).digest().readBigInt64BE();
  await tx.all(sql`select pg_advisory_xact_lock(${lock}::bigint)`);
  return tx.first<Contact>(sql`
    select ${contactColumns} from contacts c
    where c.organization_id = ${organizationId} and c.email_key = ${emailKey(email)}`);
}

export async function insertContact(
  tx: Transaction,
  organizationId: string,
  contact: Contact,
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
  tx.first<Contact>(sql`
    update contacts c set
      email = coalesce(c.email, ${email}), phone = coalesce(c.phone, ${phone}), name = coalesce(c.name, ${name}),
      version = c.version + 1, updated_at = ${now}
    where c.organization_id = ${organizationId} and c.id = ${id}
      and ((c.email is null and ${email}::text is not null) or (c.phone is null and ${phone}::text is not null)
        or (c.name is null and ${name}::text is not null))
    returning ${contactColumns}`);

export async function deleteContact(tx: Transaction, organizationId: string, id: string): Promise<void> {
  await tx.all(sql`delete from contacts where organization_id = ${organizationId} and id = ${id}`);
}
