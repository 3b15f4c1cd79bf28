import { whenViolated } from "#database/failures.ts";
import { type Page, type Paged, readPage } from "#database/page.ts";
import { join, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { PlanName } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import type { TemplateStatus } from "../lifecycle.ts";
import type { Question } from "../questions.ts";
import { ofTemplate } from "../store.ts";
import type { TemplateSettings } from "./settings.ts";

export interface TemplateSummary {
  id: string;
  slug: string;
  name: string;
  status: TemplateStatus;
  questionsVersion: number;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface Template extends TemplateSummary {
  questions: Question[];
  settings: TemplateSettings;
}

const summaryColumns = sql`
  t.id, t.slug, t.name, t.status, t.questions_version as "questionsVersion", t.version,
  t.created_at as "createdAt", t.updated_at as "updatedAt"`;

const templateColumns = sql`${summaryColumns}, q.questions, q.settings`;

const templateTables = sql`
  workflow_templates t
  join workflow_questions q on q.organization_id = t.organization_id and q.workflow_template_id = t.id
    and q.version = t.questions_version`;

export interface TemplateFilter extends Page {
  status?: TemplateStatus;
}

/** One page of templates without their questions, newest first, with the total. */
export function listTemplates(
  tx: Statements,
  organizationId: string,
  { status, ...page }: TemplateFilter,
): Promise<Paged<TemplateSummary>> {
  const conditions = [sql`t.organization_id = ${organizationId}`];
  if (status) conditions.push(sql`t.status = ${status}`);
  const list = {
    columns: summaryColumns,
    tables: sql`workflow_templates t`,
    where: join(conditions, " and "),
    orderBy: sql`"createdAt" desc, id`,
  };
  return readPage(tx, list, page);
}

export const findTemplate = (tx: Statements, organizationId: string, id: string): Promise<Template | null> =>
  tx.first<Template>(sql`
    select ${templateColumns} from ${templateTables}
    where t.organization_id = ${organizationId} and t.id = ${id}`);

/** The template with its row locked until the transaction ends. */
export const lockTemplate = (tx: Transaction, organizationId: string, id: string): Promise<Template | null> =>
  tx.first<Template>(sql`
    select ${templateColumns} from ${templateTables}
    where t.organization_id = ${organizationId} and t.id = ${id} for no key update of t`);

/** A template with whose it is. */
export interface PublishedTemplate extends Template {
  organizationId: string;
  plan: PlanName;
}

/** The published template at a public address, whosever it is: no organization is known before this. */
export const findPublished = (tx: Statements, slug: string): Promise<PublishedTemplate | null> =>
  tx.first<PublishedTemplate>(sql`
    select t.organization_id as "organizationId", o.plan, ${templateColumns} from ${templateTables}
    join organizations o on o.id = t.organization_id
    where t.slug = ${slug} and t.status = 'published'`);

/** A template as a session that began with it knows it: its public address and name are those of today. */
export interface TemplateVersion {
  slug: string;
  name: string;
  questions: Question[];
  settings: TemplateSettings;
}

/** A template as it was in a version of its questions. */
export async function findVersion(
  tx: Statements,
  organizationId: string,
  templateId: string,
  version: number,
): Promise<TemplateVersion> {
  const row = await tx.first<TemplateVersion>(sql`
    select t.slug, t.name, q.questions, q.settings from workflow_templates t
    join workflow_questions q on q.organization_id = t.organization_id and q.workflow_template_id = t.id
    where t.organization_id = ${organizationId} and t.id = ${templateId} and q.version = ${version}`);
  if (!row) throw new Error("the questions of a session are never deleted");
  return row;
}

export async function insertTemplate(
  tx: Transaction,
  organizationId: string,
  template: Template,
): Promise<void> {
  const { id, slug, name, status, questionsVersion, version, createdAt, updatedAt } = template;
  await tx
    .all(sql`
      insert into workflow_templates
        (organization_id, id, slug, name, status, questions_version, version, created_at, updated_at)
      values (${organizationId}, ${id}, ${slug}, ${name}, ${status}, ${questionsVersion}, ${version},
        ${createdAt}, ${updatedAt})`)
    .catch(refuseTakenSlug);
  await insertQuestions(tx, organizationId, template);
}

/** Writes a template that was `before`; changed questions become a new version beside the old ones. */
export async function updateTemplate(
  tx: Transaction,
  organizationId: string,
  before: Template,
  after: Template,
): Promise<void> {
  const rows = await tx
    .all(sql`
      update workflow_templates set slug = ${after.slug}, name = ${after.name}, status = ${after.status},
        questions_version = ${after.questionsVersion}, version = ${after.version}, updated_at = ${after.updatedAt}
      where organization_id = ${organizationId} and id = ${before.id} and version = ${before.version}
      returning version`)
    .catch(refuseTakenSlug);
  if (rows.length === 0)
    throw refuse("conflict", "the template was changed by somebody else at the same moment");
  if (after.questionsVersion !== before.questionsVersion) await insertQuestions(tx, organizationId, after);
}

/** Deletes a template with all versions of its questions, unless sessions have them. */
export async function removeTemplate(tx: Transaction, organizationId: string, id: string): Promise<void> {
  await tx
    .all(sql`
      with versions as (
        delete from workflow_questions where organization_id = ${organizationId} and workflow_template_id = ${id})
      delete from workflow_templates where organization_id = ${organizationId} and id = ${id}`)
    .catch(
      whenViolated(ofTemplate, () =>
        refuse("conflict", "sessions have begun on it; as a draft it takes no more of them"),
      ),
    );
}

async function insertQuestions(tx: Transaction, organizationId: string, template: Template): Promise<void> {
  const { id, questionsVersion, questions, settings, updatedAt } = template;
  await tx.all(sql`
    insert into workflow_questions
      (organization_id, workflow_template_id, version, questions, settings, created_at)
    values (${organizationId}, ${id}, ${questionsVersion}, ${JSON.stringify(questions)},
      ${JSON.stringify(settings)}, ${updatedAt})`);
}

const refuseTakenSlug = whenViolated("workflow_templates_slug", () =>
  refuse("already_exists", "another workflow has this slug"),
);
