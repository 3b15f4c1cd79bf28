import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayManageTemplates } from "../../policy.ts";
import { checkPublishing } from "../publishing.ts";
import type { UpdateTemplate } from "../schema.ts";
import { lockTemplate, type Template, updateTemplate as writeTemplate } from "../store.ts";
import { checkedContent, type TemplateContent, toQuestions, toSettings } from "../template.ts";

/**
 * Changes a workflow template. Setting what it has is no update. Sessions that have begun keep the version of questions
 * and settings that they began with.
 */
export async function updateTemplate(
  context: Context,
  id: string,
  update: UpdateTemplate,
): Promise<Template> {
  const { tx, actor, now } = context;
  if (!mayManageTemplates(actor)) throw refuse("forbidden", "it takes the role Manager");
  const before = await lockTemplate(tx, actor.organizationId, id);
  if (!before) throw notFound("workflow template");
  const content = checkedContent({
    name: update.name ?? before.name,
    slug: update.slug ?? before.slug,
    status: update.status ?? before.status,
    questions: update.questions ? toQuestions(update.questions) : before.questions,
    settings: toSettings(update, before.settings),
  });
  const isNewVersion = versionOf(content) !== versionOf(before);
  if (!isNewVersion && labelsOf(content) === labelsOf(before)) return before;
  const questionsVersion = before.questionsVersion + (isNewVersion ? 1 : 0);
  const version = before.version + 1;
  const after = { ...before, ...content, questionsVersion, version, updatedAt: now };
  await checkPublishing(context, { from: before.status, to: after.status });
  await writeTemplate(tx, actor.organizationId, before, after);
  const payload = { workflowTemplateId: id, status: after.status, questionsVersion };
  append(context, { type: "screening.template.changed", subjectId: id, version, payload });
  return after;
}

/** What running sessions keep, and what they do not, as text to be compared. */
const versionOf = ({ questions, settings }: TemplateContent): string => JSON.stringify([questions, settings]);
const labelsOf = ({ name, slug, status }: TemplateContent): string => JSON.stringify([name, slug, status]);
