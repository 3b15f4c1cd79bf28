import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayManageTemplates } from "../../policy.ts";
import { lockTemplate, removeTemplate, type Template } from "../store.ts";

/** Deletes a draft on which no session ever began; what was answered stays readable with its questions. */
export async function deleteTemplate(context: Context, id: string): Promise<Template> {
  const { tx, actor } = context;
  if (!mayManageTemplates(actor)) throw refuse("forbidden", "it takes the role Manager");
  const template = await lockTemplate(tx, actor.organizationId, id);
  if (!template) throw notFound("workflow template");
  if (template.status !== "draft") throw refuse("conflict", "it is published: make it a draft first");
  await removeTemplate(tx, actor.organizationId, id);
  const { status, questionsVersion } = template;
  append(context, {
    type: "screening.template.deleted",
    subjectId: id,
    version: template.version + 1,
    payload: { workflowTemplateId: id, status, questionsVersion },
  });
  return template;
}
