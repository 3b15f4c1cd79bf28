import { ImportTemplate } from "./schema.ts";

/** Where a server publishes the JSON Schema of templates as documents. */
export const documentSchemaUrl = (publicUrl: string): string => `${publicUrl}/schemas/workflow-template.json`;

/** The JSON Schema (2020-12) of templates as documents: what the import takes, without this server's annotations. */
export const documentSchema = (url: string): object => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: url,
  title: "Workflow template",
  description: "A screening questionnaire as it goes from one organization or server to another",
  ...portable({ ...ImportTemplate }),
});

type Schema = Record<string, unknown>;

/** How long the texts of kernel/schema.ts are, as JSON Schema says it. */
const lengths: Record<string, Schema> = {
  name: { minLength: 1, maxLength: 200 },
  prose: { minLength: 1, maxLength: 2000 },
};

function portable({ "x-text": text, ...schema }: Schema): Schema {
  const kept = Object.entries(schema).filter(([name]) => !name.startsWith("x-"));
  const inner = kept.map(([name, value]) => [name, within[name]?.(value) ?? value]);
  return { ...Object.fromEntries(inner), ...(typeof text === "string" ? lengths[text] : {}) };
}

const all = (values: unknown) => (values as Schema[]).map(portable);
const byName = (values: unknown) =>
  Object.fromEntries(
    Object.entries(values as Record<string, Schema>).map(([name, value]) => [name, portable(value)]),
  );

/** The keywords that hold schemas. */
const within: Record<string, (value: unknown) => unknown> = {
  properties: byName,
  items: (value) => portable(value as Schema),
  anyOf: all,
  additionalProperties: (value) => (typeof value === "object" ? portable(value as Schema) : value),
};
