import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { buildMentorshipWorld, type MentorshipWorld } from "./build-mentorship.ts";
import { createFuzz, type Fuzz } from "./fuzz.ts";
import type { OpenApiDocument } from "./openapi-document.ts";
import { type Operation, operationsOf, urlOf } from "./operations.ts";
import { startTestServer, type TestServer } from "./server.ts";

/** FUZZ_SEED and FUZZ_REQUESTS repeat a run, or make a longer one. */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_121);
const requests = Number(process.env.FUZZ_REQUESTS ?? 4000);
/** However slow a route is, as one that hashes passwords, it gets no more milliseconds than these. */
const longest = 2_000;
const hanging = 15_000;

let server: TestServer;
let operations: Operation[];
let document: OpenApiDocument;
before(async () => {
  server = await startTestServer();
  document = JSON.parse(JSON.stringify(server.server.app.swagger()));
  operations = operationsOf(document);
});
after(() => server.close());

describe("random and hostile input", () => {
  it(`never makes a 5xx, a hang or an undocumented answer`, async (t) => {
    t.diagnostic(`FUZZ_SEED=${seed} FUZZ_REQUESTS=${requests}, ${operations.length} operations`);
    const share = Math.ceil(requests / operations.length);
    const statuses = new Map<number, number>();
    const failures: string[] = [];
    for (const [index, operation] of operations.entries()) {
      const fuzz = createFuzz(seed + index, document);
      // Each operation has an organization of its own: some of them remove people, or sign them out.
      const world = await buildMentorshipWorld(server);
      const sessionId = await world.session(600);
      const deadline = Date.now() + longest;
      const ids = [
        sessionId,
        world.mentorshipId,
        world.organizationId,
        ...Object.values(world.ids),
        "1",
        "42",
      ];
      for (let sent = 0; sent < share && Date.now() < deadline; sent += 8) {
        const batch = Array.from({ length: 8 }, () => attack(operation, world, ids, fuzz));
        const results = await Promise.allSettled(batch);
        const bad = results.find((result) => result.status === "rejected");
        if (bad) {
          failures.push(bad.reason.message);
          break;
        }
        for (const { value = 0 } of results as { value?: number }[]) {
          statuses.set(value, (statuses.get(value) ?? 0) + 1);
        }
      }
    }
    t.diagnostic(`statuses: ${JSON.stringify(Object.fromEntries([...statuses].sort()))}`);
    assert.deepEqual(failures, []);
  });

  it("leaves a server that still serves", async () => {
    const world = await buildMentorshipWorld(server);
    await world.session(60);
  });
});

/** One request, of which anything may be wrong; the client holds the answer against the document. */
async function attack(
  operation: Operation,
  world: MentorshipWorld,
  ids: string[],
  fuzz: Fuzz,
): Promise<number> {
  const caller = fuzz.pick(["admin", "platformAdmin", "coach", "teacher", "key"] as const);
  const parameters = Object.fromEntries(
    operation.pathParameters.map((name) => [name, fuzz.oneIn(4) ? `a${short(fuzz)}` : fuzz.pick(ids)]),
  );
  const query = operation.queryParameters
    .filter(() => fuzz.oneIn(2))
    .map(({ name, schema }) => [name, fuzz.oneIn(2) ? String(fuzz.plausible(schema)) : short(fuzz)])
    .concat(fuzz.oneIn(5) ? [[short(fuzz), short(fuzz)]] : []);
  const search = new URLSearchParams(query as [string, string][]).toString();
  const path = `${urlOf(operation, parameters)}${search && "?"}${search}`;
  const body = operation.method === "GET" ? undefined : bodyFor(operation, fuzz);
  const shown = `FUZZ_SEED=${seed}: ${caller} ${operation.method} ${path} ${body?.slice(0, 1000)}`;
  const answer = await within(
    world.as[caller].send(operation.method, path, body, headersFor(fuzz, body)),
    shown,
  );
  assert.ok(answer.status < 500, `${answer.status} to ${shown}`);
  return answer.status;
}

/** A request's head must stay under 16 KiB. */
const short = (fuzz: Fuzz): string => fuzz.text().slice(0, 300).toWellFormed();

function bodyFor({ body: schema }: Operation, fuzz: Fuzz): string | undefined {
  if (fuzz.oneIn(15))
    return fuzz.pick(["{", "", "[[[[", '"\\ud800"', "\u0000", '{"a":1,"a":2}', "1e999", "{]"]);
  if (!schema) return fuzz.oneIn(3) ? JSON.stringify(fuzz.hostile()) : undefined;
  return JSON.stringify(fuzz.oneIn(3) ? fuzz.plausible(schema) : fuzz.spoilt(schema));
}

function headersFor(fuzz: Fuzz, body: string | undefined): Record<string, string> {
  const type = fuzz.oneIn(12) ? fuzz.pick(["text/plain", "application/xml", "*/*"]) : "application/json";
  const visible = (text: string) => text.replace(/[^\x20-\x7e]/g, "").trim();
  return {
    ...(body === undefined ? {} : { "content-type": type }),
    ...(fuzz.oneIn(6) ? { "idempotency-key": visible(fuzz.text()) } : {}),
    ...(fuzz.oneIn(12) ? { "x-organization-id": visible(fuzz.text()) } : {}),
    ...(fuzz.oneIn(12)
      ? { origin: visible(fuzz.text()), cookie: `convene_sign_in=${visible(fuzz.text())}` }
      : {}),
  };
}

async function within<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${hanging} ms: ${what}`)), hanging);
  });
  try {
    return await Promise.race([
      work.catch((cause: Error) => {
        throw new Error(`${cause.message} after ${what}`, { cause });
      }),
      hang,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
