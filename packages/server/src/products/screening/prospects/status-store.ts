import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import type { ReviewStatus, SessionStatus, StoredStatus } from "../lifecycle.ts";
import { isExpired } from "../store.ts";
import type { TemplateSettings } from "../templates/settings.ts";

/** What the status page shows of a session: neither answers nor notes are read for it. */
export interface SessionState {
  language: string;
  status: SessionStatus;
  storedStatus: StoredStatus;
  reviewStatus: ReviewStatus;
  reviewedAt: Date | null;
  /** When its prospect finished; null for one who has not. */
  completedAt: Date | null;
  expiresAt: Date;
  templateName: string;
  settings: TemplateSettings;
}

/** Whose session it is, for whoever has a link that was derived from its id: no organization is known before this. */
export async function findOrganizationOf(tx: Statements, id: string): Promise<string | null> {
  const row = await tx.first<{ organizationId: string }>(sql`
    select organization_id as "organizationId" from screening_sessions where id = ${id}`);
  return row?.organizationId ?? null;
}

/** The state of a session as of an instant; null where there is none, or nothing personal is left of it. */
export const findState = (
  tx: Statements,
  organizationId: string,
  id: string,
  now: Date,
): Promise<SessionState | null> =>
  tx.first<SessionState>(sql`
    select s.language, s.status as "storedStatus",
      case when ${isExpired(now)} then 'expired' else s.status end as status, s.review_status as "reviewStatus",
      s.reviewed_at as "reviewedAt", s.completed_at as "completedAt", s.expires_at as "expiresAt",
      t.name as "templateName", q.settings
    from screening_sessions s
    join workflow_templates t on t.organization_id = s.organization_id and t.id = s.workflow_template_id
    join workflow_questions q on q.organization_id = s.organization_id
      and q.workflow_template_id = s.workflow_template_id and q.version = s.questions_version
    where s.organization_id = ${organizationId} and s.id = ${id} and s.erased_at is null`);
