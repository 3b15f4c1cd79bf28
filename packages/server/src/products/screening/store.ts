import { whenViolated } from "#database/failures.ts";
import { type Sql, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import type { ReviewStatus, SessionStatus, StoredStatus } from "./lifecycle.ts";
import type { Submission } from "./questions.ts";

/**
 * A session as of an instant: its status is `expired` when it is unreviewed and its time is over by then, whatever is
 * stored.
 */
export interface Session {
  id: string;
  contactId: string;
  workflowTemplateId: string;
  questionsVersion: number;
  submission: Submission;
  /** A BCP 47 tag: what its prospect reads. */
  language: string;
  status: SessionStatus;
  storedStatus: StoredStatus;
  reviewStatus: ReviewStatus;
  reviewNotes: string | null;
  reviewedAt: Date | null;
  /** Who decided: a person or an API key. */
  reviewedBy: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  /** When its personal data were erased; nothing is written to it from then on. */
  erasedAt: Date | null;
}

/** Of a disqualified one its time says so too, but perhaps not on the clock of every process. */
export const isExpired = (now: Date): Sql =>
  sql`(s.review_status = 'pending_review' and (s.expires_at <= ${now} or s.status = 'disqualified'))`;

export const sessionColumns = (now: Date): Sql => sql`
  s.id, s.contact_id as "contactId", s.workflow_template_id as "workflowTemplateId",
  s.questions_version as "questionsVersion", s.submission, s.language,
  s.status as "storedStatus", case when ${isExpired(now)} then 'expired' else s.status end as status,
  s.review_status as "reviewStatus", s.review_notes as "reviewNotes", s.reviewed_at as "reviewedAt",
  s.reviewed_by as "reviewedBy", s.version, s.created_at as "createdAt", s.updated_at as "updatedAt", s.expires_at as "expiresAt",
  s.erased_at as "erasedAt"`;

export const findSession = (
  tx: Statements,
  organizationId: string,
  id: string,
  now: Date,
): Promise<Session | null> =>
  tx.first<Session>(sql`
    select ${sessionColumns(now)} from screening_sessions s
    where s.organization_id = ${organizationId} and s.id = ${id}`);

/** The session with its row locked until the transaction ends, so that what is decided on it stays true. */
export const lockSession = (
  tx: Transaction,
  organizationId: string,
  id: string,
  now: Date,
): Promise<Session | null> =>
  tx.first<Session>(sql`
    select ${sessionColumns(now)} from screening_sessions s
    where s.organization_id = ${organizationId} and s.id = ${id} for no key update`);

/** Whose session it is, for the bearer of its token: the one statement that knows no organization yet. */
export async function findOrganization(
  tx: Statements,
  id: string,
  tokenHash: string,
): Promise<string | null> {
  const row = await tx.first<{ organizationId: string }>(sql`
    select organization_id as "organizationId" from screening_sessions
    where id = ${id} and token_hash = ${tokenHash}`);
  return row?.organizationId ?? null;
}

/** The constraint by which a session has a version of a template. */
export const ofTemplate = "screening_sessions_organization_id_workflow_template_id_qu_fkey";

export async function insertSession(
  tx: Transaction,
  organizationId: string,
  session: Session,
  tokenHash: string,
): Promise<void> {
  await tx
    .all(sql`
    insert into screening_sessions (organization_id, id, contact_id, workflow_template_id, questions_version,
      submission, language, status, review_status, review_notes, reviewed_at, token_hash, version, created_at,
      updated_at, expires_at)
    values (${organizationId}, ${session.id}, ${session.contactId}, ${session.workflowTemplateId},
      ${session.questionsVersion}, ${JSON.stringify(session.submission)}, ${session.language},
      ${session.storedStatus}, ${session.reviewStatus}, ${session.reviewNotes}, ${session.reviewedAt}, ${tokenHash},
      ${session.version}, ${session.createdAt}, ${session.updatedAt}, ${session.expiresAt})`)
    // A draft can be deleted, and this one was published a moment ago.
    .catch(whenViolated(ofTemplate, () => notFound("workflow")));
}

/** Writes a session that was `before`: compare-and-set on the version under which it was read. */
export async function updateSession(
  tx: Transaction,
  organizationId: string,
  before: Session,
  after: Session,
): Promise<void> {
  const rows = await tx.all<{ version: number }>(sql`
    update screening_sessions set
      contact_id = ${after.contactId}, submission = ${JSON.stringify(after.submission)},
      status = ${after.storedStatus}, expires_at = ${after.expiresAt},
      expiry_noted = expiry_noted and expires_at = ${after.expiresAt}, review_status = ${after.reviewStatus}, review_notes = ${after.reviewNotes},
      reviewed_at = ${after.reviewedAt}, reviewed_by = ${after.reviewedBy},
      completed_at = coalesce(completed_at, case when ${after.storedStatus}::text = 'completed' then ${after.updatedAt}::timestamptz end),
      version = ${after.version}, updated_at = ${after.updatedAt}
    where organization_id = ${organizationId} and id = ${before.id} and version = ${before.version}
      and status = ${before.storedStatus} and review_status = ${before.reviewStatus} and erased_at is null
    returning version`);
  if (rows.length === 0)
    throw refuse("conflict", "the session was changed by somebody else at the same moment");
}
