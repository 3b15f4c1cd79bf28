import { type Page, type Paged, readPage } from "#database/page.ts";
import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import type { Question } from "../questions.ts";
import { type Session, sessionColumns } from "../store.ts";

/** A session with what is needed to read it. */
export interface SessionWithQuestions extends Session {
  templateName: string;
  /** As they were when the session began. */
  questions: Question[];
}

/** One page of a contact's sessions as of `now`, newest first, with the total. */
export const listSessionsOf = (
  tx: Statements,
  organizationId: string,
  { contactId, ...page }: Page & { contactId: string },
  now: Date,
): Promise<Paged<SessionWithQuestions>> =>
  readPage(
    tx,
    {
      columns: sql`${sessionColumns(now)}, t.name as "templateName", q.questions`,
      tables: sql`
        screening_sessions s
        join workflow_templates t on t.organization_id = s.organization_id and t.id = s.workflow_template_id
        join workflow_questions q on q.organization_id = s.organization_id
          and q.workflow_template_id = s.workflow_template_id and q.version = s.questions_version`,
      countedTables: sql`screening_sessions s`,
      where: sql`s.organization_id = ${organizationId} and s.contact_id = ${contactId}`,
      orderBy: sql`"createdAt" desc, id`,
    },
    page,
  );
