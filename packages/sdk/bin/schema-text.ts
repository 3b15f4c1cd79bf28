import openapiTS, { astToString } from "openapi-typescript";

/** The types of openapi.json, as the text of `schema.ts`. */
export async function generate(document: URL): Promise<string> {
  const types = await openapiTS(document, {
    // What has a default may be left out of a request.
    defaultNonNullable: false,
    silent: true,
  });
  return `// Generated from openapi.json by \`npm run openapi\`; not to be edited.\n\n${astToString(types)}`;
}
