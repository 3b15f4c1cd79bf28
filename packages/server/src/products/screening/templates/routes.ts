import { memberRoute, publicRoute, type Route } from "#http/route.ts";
import { presentPagination } from "../presenter.ts";
import { documentSchema, documentSchemaUrl } from "./document.ts";
import { copyTemplate } from "./operations/copy-template.ts";
import { createTemplate } from "./operations/create-template.ts";
import { deleteTemplate } from "./operations/delete-template.ts";
import { getTemplate } from "./operations/get-template.ts";
import { listTemplates } from "./operations/list-templates.ts";
import { updateTemplate } from "./operations/update-template.ts";
import { presentDocument, presentTemplate, presentTemplateSummary } from "./presenter.ts";
import { templateWire as wire } from "./wire.ts";

const read = { scope: "screening:read" } as const;
const write = { scope: "screening:write" } as const;

/** The routes of workflow templates. */
export function templateRoutes(publicUrl: string): Route[] {
  const schemaUrl = documentSchemaUrl(publicUrl);
  const schema = documentSchema(schemaUrl);
  return [
    memberRoute(wire.listTemplates, read, async (context, { query }) => {
      const { page, total, rows } = await listTemplates(context, query);
      return { data: rows.map(presentTemplateSummary), pagination: presentPagination(page, total) };
    }),
    memberRoute(wire.createTemplate, write, async (context, { body }) =>
      presentTemplate(await createTemplate(context, body)),
    ),
    memberRoute(wire.importTemplate, write, async (context, { body }) =>
      presentTemplate(await createTemplate(context, body)),
    ),
    memberRoute(wire.getTemplate, read, async (context, { params }) =>
      presentTemplate(await getTemplate(context, params.id)),
    ),
    memberRoute(wire.updateTemplate, write, async (context, { params, body }) =>
      presentTemplate(await updateTemplate(context, params.id, body)),
    ),
    memberRoute(wire.deleteTemplate, write, async (context, { params }) =>
      presentTemplate(await deleteTemplate(context, params.id)),
    ),
    memberRoute(wire.exportTemplate, read, async (context, { params }) =>
      presentDocument(await getTemplate(context, params.id), schemaUrl),
    ),
    memberRoute(wire.copyTemplate, write, async (context, { params, body }) =>
      presentTemplate(await copyTemplate(context, params.id, body)),
    ),
    publicRoute(wire.getTemplateSchema, { perMinute: 600 }, async () => schema),
  ];
}
