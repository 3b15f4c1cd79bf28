import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { generate } from "./schema-text.ts";

test("the client's types are those of openapi.json: `npm run openapi` writes them again", async () => {
  const stored = readFileSync(new URL("../src/schema.ts", import.meta.url), "utf8");
  assert.equal(stored, await generate(new URL("../../../openapi.json", import.meta.url)));
});
