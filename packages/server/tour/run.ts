// Replays every documented example of the four contracts against a throw-away server, and prints request and
// answer. Ends with a non-zero exit code when an answer departs from the documented one. `npm run tour`.
import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Demo } from "../src/demo/demo.ts";
import { compare } from "./compare.ts";
import { at, type Example, type ExampleFile, prepare } from "./example.ts";
import { submitDocumentedAnswers } from "./prospect.ts";
import { startThrowaway } from "./throwaway.ts";

const folder = new URL("./examples/", import.meta.url);
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

async function tour(demo: Demo): Promise<{ passed: number; failed: number }> {
  const values = new Map<string, string>([
    ["baseUrl", demo.baseUrl],
    ["mentorship", demo.mentorships.active],
    ["paused", demo.mentorships.paused],
    ["others", demo.mentorships.others],
    ["foreign", demo.mentorships.foreign],
    ["coachId", demo.users.coach.id],
    ["template", await submitDocumentedAnswers(demo)],
  ]);
  const count = { passed: 0, failed: 0 };
  for (const file of readdirSync(folder).sort()) {
    const { document, examples }: ExampleFile = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    console.log(`\n━━ ${document} ━━`);
    for (const example of examples) {
      const departures = await replay(demo, example, values);
      count[departures.length === 0 ? "passed" : "failed"] += 1;
    }
  }
  return count;
}

async function replay(demo: Demo, documented: Example, values: Map<string, string>): Promise<string[]> {
  const nextYear = new Date().getUTCFullYear() + 1;
  const example = prepare(documented, values, documented.moveDates ? nextYear - 2025 : 0);
  const { method, path, body } = example;
  const response = await fetch(demo.baseUrl + path, {
    method,
    headers: {
      authorization: `Bearer ${tokenOf(demo, example.as)}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  const departures = [
    ...(response.status === example.status
      ? []
      : [`status ${response.status}, documented as ${example.status}`]),
    ...compare(example, answer),
    ...schemaFaults(example, answer),
  ];
  print(example, response.status, answer, departures);
  for (const [name, pointer] of Object.entries(example.save ?? {}))
    values.set(name, String(at(answer, pointer)));
  return departures;
}

function tokenOf(demo: Demo, name: string): string {
  const user = Object.entries(demo.users).find(([key]) => key === name)?.[1];
  if (!user) throw new Error(`demo.json has no user ${name}`);
  return user.token;
}

function schemaFaults({ schema }: Example, answer: unknown): string[] {
  if (!schema) return [];
  const validate = ajv.compile(schema);
  return validate(answer) ? [] : [`the documented schema refuses it: ${ajv.errorsText(validate.errors)}`];
}

function print(example: Example, status: number, answer: unknown, departures: string[]): void {
  console.log(`\n${departures.length === 0 ? "✔" : "✘"} ${example.title}`);
  console.log(`  ${example.method} ${example.path}   (as ${example.as})`);
  if (example.body !== undefined) console.log(indent(example.body));
  console.log(`  → ${status}`);
  console.log(indent(answer));
  for (const departure of departures) console.log(`  ✘ ${departure}`);
}

const indent = (value: unknown): string => JSON.stringify(value, null, 2).replace(/^/gm, "    ");

const server = await startThrowaway();
try {
  const { passed, failed } = await tour(server.demo);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  await server.stop();
}
