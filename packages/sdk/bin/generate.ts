// Writes src/schema.ts from openapi.json. Part of `npm run openapi`.
import { writeFileSync } from "node:fs";
import { generate } from "./schema-text.ts";

const text = await generate(new URL("../../../openapi.json", import.meta.url));
writeFileSync(new URL("../src/schema.ts", import.meta.url), text);
