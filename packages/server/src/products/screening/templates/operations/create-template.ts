import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { mayManageTemplates } from "../../policy.ts";
import { checkPublishing } from "../publishing.ts";
import { insertTemplate, type Template } from "../store.ts";
import { checkedContent, type GivenTemplate, toQuestions, toSettings } from "../template.ts";

/** Makes a workflow template. Refuses a slug that another template has, in whatever organization. */
export async function createTemplate(context: Context, input: GivenTemplate): Promise<Template> {
  const { tx, actor, now } = context;
  if (!mayManageTemplates(actor)) throw refuse("forbidden", "it takes the role Manager");
  const { name, slug, status = "draft", questions = [] } = input;
  const settings = toSettings(input);
  const content = checkedContent({ name, slug, status, questions: toQuestions(questions), settings });
  const fresh = { id: newId(), questionsVersion: 1, version: 1, createdAt: now, updatedAt: now };
  const template = { ...content, ...fresh };
  await checkPublishing(context, { from: "draft", to: status });
  await insertTemplate(tx, actor.organizationId, template);
  const payload = { workflowTemplateId: template.id, status, questionsVersion: 1 };
  append(context, { type: "screening.template.created", subjectId: template.id, payload });
  return template;
}
