import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { describe } from "../src/composition/describe.ts";

test("openapi.json is what the routes say: `npm run openapi` writes it again", async () => {
  const stored = readFileSync(new URL("../../../openapi.json", import.meta.url), "utf8");
  assert.deepEqual(JSON.parse(stored), await describe());
});

test("every operation has an id of its own, a summary, and a documented answer for bad input", async () => {
  const { paths } = (await describe()) as { paths: Record<string, Record<string, Operation>> };
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length);
  for (const { operationId, summary, responses } of operations) {
    assert.ok(summary, operationId);
    assert.ok(responses["400"] ?? responses["422"], operationId);
  }
});

interface Operation {
  operationId: string;
  summary: string;
  responses: Record<string, unknown>;
}
