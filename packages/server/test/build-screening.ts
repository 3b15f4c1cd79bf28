import { days } from "../src/kernel/clock.ts";
import { newId } from "../src/kernel/ids.ts";
import { hashToken } from "../src/products/screening/prospects/prospect.ts";
import type { Question } from "../src/products/screening/questions.ts";
import { defaultSettings, type TemplateSettings } from "../src/products/screening/templates/settings.ts";
import type { TestServer } from "./server.ts";

/** The questions of the documented example. */
export const exampleQuestions: Question[] = [
  { key: "fullName", label: "What is your name?", type: "short_text", required: true },
  { key: "moveInDate", label: "When would you move in?", type: "date", required: true },
  { key: "budget", label: "What is your budget?", type: "money", required: false },
  { key: "pets", label: "Any pets?", type: "short_text", required: false },
];

interface SessionOptions {
  contactId?: string;
  workflowTemplateId?: string;
  submission?: object;
  status?: "active" | "completed";
  reviewStatus?: "pending_review" | "approved" | "denied";
  createdAt?: Date;
  completedAt?: Date;
  token?: string;
}

/** Makes templates, contacts and sessions directly in the database. */
export function createScreeningBuilders({ db, clock }: Pick<TestServer, "db" | "clock">) {
  async function template(
    organizationId: string,
    options: {
      slug?: string;
      status?: "draft" | "published";
      questions?: readonly Question[];
      settings?: Partial<TemplateSettings>;
    } = {},
  ): Promise<{ id: string; slug: string }> {
    const id = newId();
    const { slug = `workflow-${id}`, status = "published", questions = exampleQuestions } = options;
    await db.query(
      `insert into workflow_templates
         (organization_id, id, slug, name, status, questions_version, version, created_at, updated_at)
       values ($1, $2, $3, 'Pre-screening', $4, 1, 1, $5, $5)`,
      [organizationId, id, slug, status, clock()],
    );
    await db.query(
      `insert into workflow_questions
         (organization_id, workflow_template_id, version, questions, settings, created_at)
       values ($1, $2, 1, $3, $4, $5)`,
      [
        organizationId,
        id,
        JSON.stringify(questions),
        JSON.stringify({ ...defaultSettings, ...options.settings }),
        clock(),
      ],
    );
    return { id, slug };
  }

  async function contact(organizationId: string, email: string | null = null): Promise<string> {
    const id = newId();
    await db.query(
      `insert into contacts (organization_id, id, email, version, created_at, updated_at)
       values ($1, $2, $3, 1, $4, $4)`,
      [organizationId, id, email, clock()],
    );
    return id;
  }

  async function session(organizationId: string, options: SessionOptions = {}): Promise<string> {
    const id = newId();
    const { submission = {}, status = "completed", reviewStatus = "pending_review", token = id } = options;
    const { createdAt = clock(), completedAt = createdAt } = options;
    const contactId = options.contactId ?? (await contact(organizationId));
    const templateId = options.workflowTemplateId ?? (await template(organizationId)).id;
    const expiresAt = new Date(createdAt.getTime() + days(30));
    await db.query(
      `insert into screening_sessions (organization_id, id, contact_id, workflow_template_id, questions_version,
         submission, status, review_status, reviewed_at, token_hash, version, created_at, updated_at, expires_at,
         completed_at)
       values ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9, 1, $10, $10, $11, $12)`,
      [
        organizationId,
        id,
        contactId,
        templateId,
        JSON.stringify(submission),
        status,
        reviewStatus,
        reviewStatus === "pending_review" ? null : createdAt,
        hashToken(token),
        createdAt,
        expiresAt,
        status === "completed" ? completedAt : null,
      ],
    );
    return id;
  }

  /** The types of the events of a subject, in the order of its versions. */
  async function eventsOf(subjectId: string): Promise<string[]> {
    const rows = await db.query<{ type: string }>(
      "select type from events where subject_id = $1 order by version, id",
      [subjectId],
    );
    return rows.map(({ type }) => type);
  }

  return { template, contact, session, eventsOf };
}
