import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";

/** The person whom an outside issuer's subject was linked to. */
export const findExternalIdentity = (
  tx: Statements,
  issuer: string,
  subject: string,
): Promise<{ personId: string } | null> =>
  tx.first<{ personId: string }>(sql`
    select person_id as "personId" from external_identities where issuer = ${issuer} and subject = ${subject}`);

/** Whether an outside issuer names this person. */
export const hasExternalIdentity = async (tx: Statements, personId: string): Promise<boolean> =>
  (await tx.first(sql`select from external_identities where person_id = ${personId} limit 1`)) !== null;

/** Links an outside subject to the member of one of the organizations who has the verified address. */
export const linkExternalIdentity = (
  tx: Transaction,
  link: { issuer: string; subject: string; email: string; organizationIds: readonly string[]; now: Date },
): Promise<{ personId: string } | null> =>
  tx.first<{ personId: string }>(sql`
    insert into external_identities (issuer, subject, person_id, linked_at)
    select ${link.issuer}, ${link.subject}, p.id, ${link.now} from people p
    where lower(p.email) = lower(${link.email}) and exists (
      select from members m where m.person_id = p.id and m.organization_id = any(${link.organizationIds}::uuid[]))
    on conflict (issuer, subject) do update set person_id = external_identities.person_id
    returning person_id as "personId"`);
