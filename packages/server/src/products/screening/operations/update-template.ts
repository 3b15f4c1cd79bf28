import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayManageTemplates } from "../policy.ts";
import { checkedContent, type TemplateContent, toQuestions } from "../template.ts";
import type { UpdateTemplate } from "../template-schema.ts";
import { lockTemplate, type Template, updateTemplate as writeTemplate } from "../template-store.ts";

/** Changes a workflow template. Setting what it has is no update. Sessions that have begun keep their questions. */
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
  });
  if (textOf(content) === textOf(before)) return before;
  const isAskingAnew = JSON.stringify(content.questions) !== JSON.stringify(before.questions);
  const questionsVersion = before.questionsVersion + (isAskingAnew ? 1 : 0);
  const version = before.version + 1;
  const after = { ...before, ...content, questionsVersion, version, updatedAt: now };
  await writeTemplate(tx, actor.organizationId, before, after);
  const payload = { workflowTemplateId: id, status: after.status, questionsVersion };
  await append(context, { type: "screening.template.changed", subjectId: id, version, payload });
  return after;
}

const textOf = ({ name, slug, status, questions }: TemplateContent): string =>
  JSON.stringify([name, slug, status, questions]);
