import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import type { Position } from "#kernel/cursor.ts";
import { findSessions, type SessionFilter } from "../list-store.ts";
import { type Session, sessionColumns } from "../store.ts";

/** The keys of the questions that a template asks, in their order, and then of those that sessions of it were asked earlier. */
export async function findKeys(
  tx: Statements,
  organizationId: string,
  templateId: string,
): Promise<string[]> {
  const rows = await tx.all<{ key: string }>(sql`
    with asked as (
      select distinct on (key) question.value ->> 'key' as key, q.version, question.place
      from workflow_questions q
      cross join lateral json_array_elements(q.questions) with ordinality question (value, place)
      where q.organization_id = ${organizationId} and q.workflow_template_id = ${templateId}
        and q.version in (
          select t.questions_version from workflow_templates t
          where t.organization_id = ${organizationId} and t.id = ${templateId}
          union
          select s.questions_version from screening_sessions s
          where s.organization_id = ${organizationId} and s.workflow_template_id = ${templateId})
      order by key, q.version desc
    )
    select key from asked order by version desc, place`);
  return rows.map(({ key }) => key);
}

/** A session with what a spreadsheet says beside it. */
export interface ExportedSession extends Session {
  completedAt: Date | null;
  templateName: string;
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
}

/** The next sessions of a list as of `now`, newest first, those after a position. */
export function readSessions(
  tx: Statements,
  organizationId: string,
  filter: SessionFilter,
  { after, limit, now }: { after: Position | null; limit: number; now: Date },
): Promise<ExportedSession[]> {
  const sessions = findSessions(organizationId, filter, now, { after, limit: sql`limit ${limit}` });
  return tx.all<ExportedSession>(sql`
    select ${sessionColumns(now)}, s.completed_at as "completedAt", t.name as "templateName",
      c.name as "contactName", c.email as "contactEmail", c.phone as "contactPhone"
    from ${sessions}
    join workflow_templates t on t.organization_id = s.organization_id and t.id = s.workflow_template_id
    join contacts c on c.organization_id = s.organization_id and c.id = s.contact_id
    order by s.created_at desc, s.id limit ${limit}`);
}
