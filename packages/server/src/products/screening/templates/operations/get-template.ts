import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayView } from "../../policy.ts";
import { findTemplate, type Template } from "../store.ts";

/** One workflow template with its questions. */
export async function getTemplate({ tx, actor }: ReadContext, id: string): Promise<Template> {
  if (!mayView(actor)) throw refuse("forbidden", "it takes the role Coach");
  const template = await findTemplate(tx, actor.organizationId, id);
  if (!template) throw notFound("workflow template");
  return template;
}
