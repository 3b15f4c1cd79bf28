import type { Context } from "#database/context.ts";
import type { CopyTemplate } from "../schema.ts";
import type { Template } from "../store.ts";
import { createTemplate } from "./create-template.ts";
import { getTemplate } from "./get-template.ts";

/** Makes a draft with the content of a workflow template as it is now. */
export async function copyTemplate(
  context: Context,
  id: string,
  { slug, name }: CopyTemplate,
): Promise<Template> {
  const original = await getTemplate(context, id);
  const { settings, questions } = original;
  return createTemplate(context, { ...settings, questions, slug, name: name ?? original.name });
}
