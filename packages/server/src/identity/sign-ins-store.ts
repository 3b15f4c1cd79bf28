import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";

export interface NewSignIn {
  id: string;
  personId: string;
  secretHash: string;
  currentOrganizationId: string | null;
  ip: string | null;
  userAgent: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** Adds a sign-in, and clears away those of the person that are over. */
export async function insertSignIn(tx: Transaction, signIn: NewSignIn): Promise<void> {
  const { id, personId, secretHash, currentOrganizationId, ip, userAgent, createdAt, expiresAt } = signIn;
  await tx.all(sql`delete from sign_ins where person_id = ${personId} and expires_at <= ${createdAt}`);
  await tx.all(sql`
    insert into sign_ins
      (id, person_id, secret_hash, current_organization_id, ip, user_agent, created_at, expires_at)
    values (${id}, ${personId}, ${secretHash}, ${currentOrganizationId}, ${ip}, ${userAgent},
      ${createdAt}, ${expiresAt})`);
}

export async function deleteSignIn(tx: Transaction, personId: string, id: string): Promise<void> {
  await tx.all(sql`delete from sign_ins where id = ${id} and person_id = ${personId}`);
}

/** Ends all of a person's sign-ins but `except`. */
export async function deleteSignIns(tx: Transaction, personId: string, except: string | null): Promise<void> {
  await tx.all(sql`
    delete from sign_ins where person_id = ${personId} and id is distinct from ${except}::uuid`);
}

export async function chooseOrganization(
  tx: Transaction,
  personId: string,
  id: string,
  organizationId: string,
): Promise<void> {
  await tx.all(sql`
    update sign_ins set current_organization_id = ${organizationId}
    where id = ${id} and person_id = ${personId}`);
}
