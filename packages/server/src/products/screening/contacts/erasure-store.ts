import { whenViolated } from "#database/failures.ts";
import { type Page, type Paged, readPage } from "#database/page.ts";
import { join, type Sql, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import { emailKey } from "#kernel/email.ts";
import { notFound } from "#kernel/errors.ts";
import type { ReviewStatus, StoredStatus } from "../lifecycle.ts";
import type { ErasureReason } from "./erasure-schema.ts";

/** What became of personal data: a receipt holds none. */
export interface ErasureReceipt {
  id: string;
  reason: ErasureReason;
  contactId: string;
  /** The contact, and not only some of their sessions. */
  contactErased: boolean;
  sessions: number;
  files: number;
  mails: number;
  requestedBy: { kind: "person" | "key" | "system"; id: string | null };
  erasedAt: Date;
}

const receiptColumns = sql`
  r.id, r.reason, r.contact_id as "contactId", r.contact_erased as "contactErased", r.sessions, r.files, r.mails,
  json_build_object('kind', r.requested_by_kind, 'id', r.requested_by) as "requestedBy", r.erased_at as "erasedAt"`;

export async function insertReceipt(
  tx: Transaction,
  organizationId: string,
  receipt: ErasureReceipt,
): Promise<void> {
  const { id, reason, contactId, contactErased, sessions, files, mails, requestedBy, erasedAt } = receipt;
  await tx.all(sql`
    insert into erasure_receipts (organization_id, id, reason, contact_id, contact_erased, sessions, files, mails,
      requested_by_kind, requested_by, erased_at)
    values (${organizationId}, ${id}, ${reason}, ${contactId}, ${contactErased}, ${sessions}, ${files}, ${mails},
      ${requestedBy.kind}, ${requestedBy.id}, ${erasedAt})`);
}

/** One page of receipts, newest first, with the total. */
export function listReceipts(
  tx: Statements,
  organizationId: string,
  { contactId, ...page }: Page & { contactId?: string },
): Promise<Paged<ErasureReceipt>> {
  const conditions = [sql`r.organization_id = ${organizationId}`];
  if (contactId) conditions.push(sql`r.contact_id = ${contactId}`);
  const list = {
    columns: receiptColumns,
    tables: sql`erasure_receipts r`,
    where: join(conditions, " and "),
    orderBy: sql`"erasedAt" desc, id desc`,
  };
  return readPage(tx, list, page);
}

const findOne = (tx: Statements, organizationId: string, which: Sql): Promise<ErasureReceipt | null> =>
  tx.first(sql`
    select ${receiptColumns} from erasure_receipts r where r.organization_id = ${organizationId} and ${which}`);

export const findReceipt = (tx: Statements, organizationId: string, id: string) =>
  findOne(tx, organizationId, sql`r.id = ${id}`);

/** The receipt of the erasure of a contact, rather than of some of their sessions. */
export const findReceiptOf = (tx: Transaction, organizationId: string, contactId: string) =>
  findOne(tx, organizationId, sql`r.contact_id = ${contactId} and r.contact_erased`);

/** What has to be known of a session to erase it. */
export interface Erasable {
  id: string;
  contactId: string;
  workflowTemplateId: string;
  storedStatus: StoredStatus;
  reviewStatus: ReviewStatus;
  version: number;
  expiresAt: Date;
}

const erasableColumns = sql`
  s.id, s.contact_id as "contactId", s.workflow_template_id as "workflowTemplateId", s.status as "storedStatus",
  s.review_status as "reviewStatus", s.version, s.expires_at as "expiresAt"`;

/** The sessions of a contact that are not erased yet, with their rows locked in the order of their ids. */
export const lockErasable = (
  tx: Transaction,
  organizationId: string,
  contactId: string,
): Promise<Erasable[]> =>
  tx.all(sql`
    select ${erasableColumns} from screening_sessions s
    where s.organization_id = ${organizationId} and s.contact_id = ${contactId} and s.erased_at is null
    order by s.id for no key update`);

/**
 * Gives a contact the sessions that nobody finished and in which their e-mail address was answered: until a session
 * ends, it is nobody's. Says whose they were.
 */
export async function claimUnfinished(
  tx: Transaction,
  organizationId: string,
  { contactId, email }: { contactId: string; email: string },
  now: Date,
): Promise<string[]> {
  const rows = await tx
    .all<{ ownId: string }>(sql`
    with unfinished as (
      select s.id, s.contact_id from screening_sessions s
      where s.organization_id = ${organizationId} and s.noted_state in ('active', 'expired')
        and s.status = 'active' and s.erased_at is null
        and s.contact_id <> ${contactId}
        and exists (
          select from json_each_text(s.submission) answer
          where lower(answer.value collate "C") = ${emailKey(email)})
      order by s.id for no key update
    )
    update screening_sessions s set contact_id = ${contactId}, version = s.version + 1, updated_at = ${now}
    from unfinished
    where s.organization_id = ${organizationId} and s.id = unfinished.id
    returning unfinished.contact_id as "ownId"`)
    // It was merged into another at this moment.
    .catch(whenViolated("screening_sessions_organization_id_contact_id_fkey", () => notFound("contact")));
  return rows.map(({ ownId }) => ownId);
}

/**
 * Sessions that ended at or before an instant, those first that ended first, at most `limit`, with their rows locked:
 * reviewed by then, else expired by then. One that somebody is at this moment busy with is left for the next time.
 */
export const lockEnded = (
  tx: Transaction,
  organizationId: string,
  { by, limit }: { by: Date; limit: number },
): Promise<Erasable[]> =>
  tx.all(sql`
    select ${erasableColumns} from screening_sessions s
    where s.organization_id = ${organizationId} and s.erased_at is null
      and coalesce(s.reviewed_at, s.expires_at) <= ${by}
    order by coalesce(s.reviewed_at, s.expires_at) limit ${limit} for no key update skip locked`);

/** Whether a contact has a session beside these that is not erased. */
export async function hasOtherSessions(
  tx: Statements,
  organizationId: string,
  contactId: string,
  sessionIds: readonly string[],
): Promise<boolean> {
  const row = await tx.first(sql`
    select from screening_sessions
    where organization_id = ${organizationId} and contact_id = ${contactId} and erased_at is null
      and id <> all(${sessionIds}::uuid[]) limit 1`);
  return row !== null;
}

/** Contacts without a session that is not erased, unchanged since an instant, at most `limit`, with their rows locked. */
export const lockAbandoned = (
  tx: Transaction,
  organizationId: string,
  { by, limit }: { by: Date; limit: number },
): Promise<{ id: string }[]> =>
  tx.all(sql`
    select c.id from contacts c
    where c.organization_id = ${organizationId} and c.erased_at is null and c.updated_at <= ${by}
      and not exists (
        select from screening_sessions s
        where s.organization_id = c.organization_id and s.contact_id = c.id and s.erased_at is null)
    order by c.updated_at limit ${limit} for update skip locked`);

/** Takes out of locked sessions what is anybody's. What was not reviewed ends at `endedAt` at the latest. */
export async function eraseSessions(
  tx: Transaction,
  organizationId: string,
  ids: readonly string[],
  { now, endedAt }: { now: Date; endedAt: Date },
): Promise<void> {
  // No digest of a token looks like that.
  await tx.all(sql`
    update screening_sessions set submission = '{}', review_notes = null, language = default,
      token_hash = 'erased ' || id, erased_at = ${now},
      expires_at = case when review_status = 'pending_review' then least(expires_at, ${endedAt}) else expires_at end,
      version = version + 1, updated_at = ${now}
    where organization_id = ${organizationId} and id = any(${ids}::uuid[]) and erased_at is null`);
}

/** Deletes the files of these sessions, and says how many there were. */
export async function deleteFiles(
  tx: Transaction,
  organizationId: string,
  sessionIds: readonly string[],
): Promise<number> {
  const row = await tx.first<{ files: number }>(sql`
    with deleted as (
      delete from screening_files
      where organization_id = ${organizationId} and session_id = any(${sessionIds}::uuid[]) returning id
    )
    select count(*)::int as files from deleted`);
  return row?.files ?? 0;
}

/** Takes out of a locked contact what is known of them. Answers the version that it has now. */
export async function eraseContact(
  tx: Transaction,
  organizationId: string,
  id: string,
  now: Date,
): Promise<number> {
  const row = await tx.first<{ version: number }>(sql`
    update contacts set email = null, phone = null, name = null, erased_at = ${now}, version = version + 1,
      updated_at = ${now}
    where organization_id = ${organizationId} and id = ${id} and erased_at is null
    returning version`);
  if (!row) throw new Error("a contact that is erased was locked and is there");
  return row.version;
}

/** The ids of a contact's sessions. */
export async function findSessionIds(
  tx: Statements,
  organizationId: string,
  contactId: string,
): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select id from screening_sessions where organization_id = ${organizationId} and contact_id = ${contactId}`);
  return rows.map(({ id }) => id);
}
