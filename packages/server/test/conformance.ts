import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

export interface Exchange {
  method: string;
  path: string;
  status: number;
  contentType: string;
  body: unknown;
}

/** Holds every answer against the OpenAPI document: status, media type and body must be ones that it names. */
export function createConformance(document: Document): (exchange: Exchange) => void {
  // Whether the document is sound is for `npm run check` to say; here it would be looked at for each server anew.
  const ajv = new Ajv2020({ strict: false, allErrors: true, meta: false, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema(document, "openapi");
  const templates = Object.keys(document.paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replace(/[.]/g, "\\.").replace(/\{[^}]+\}/g, "[^/]+")}$`),
  }));
  // `/a/{id}/review` must win over `/a/{id}` only by its own pattern, so the most literal template goes first.
  templates.sort((a, b) => a.template.split("{").length - b.template.split("{").length);

  return ({ method, path, status, contentType, body }) => {
    const pathname = path.split("?")[0] ?? "";
    const found = templates.find(
      ({ template, pattern }) => pattern.test(pathname) && document.paths[template]?.[method.toLowerCase()],
    );
    if (!found) {
      assert.ok(status >= 400 && status < 500, `${method} ${path} is not documented but answered ${status}`);
      return;
    }
    const where = `${method} ${found.template} → ${status}`;
    const response = document.paths[found.template]?.[method.toLowerCase()]?.responses[status];
    assert.ok(response, `${where} is not documented: ${JSON.stringify(body)}`);
    const media = contentType.split(";")[0] ?? "";
    if (!response.content) return;
    assert.ok(response.content[media], `${where} has the undocumented media type ${media}`);
    const pointer = [
      "paths",
      found.template,
      method.toLowerCase(),
      "responses",
      String(status),
      "content",
      media,
      "schema",
    ];
    // By its reference rather than as a schema of its own: so it is compiled once, not for each answer.
    const validate = ajv.getSchema(`openapi#/${pointer.map(escapePart).join("/")}`);
    assert.ok(validate?.(body), `${where}: ${ajv.errorsText(validate?.errors)} in ${JSON.stringify(body)}`);
  };
}

const escapePart = (part: string): string =>
  encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
