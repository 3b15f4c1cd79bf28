import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { buildMentorshipWorld, type MentorshipWorld } from "./build-mentorship.ts";
import { createFuzz } from "./fuzz.ts";
import type { OpenApiDocument } from "./openapi-document.ts";
import { type Operation, operationsOf, urlOf } from "./operations.ts";
import { startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
let world: MentorshipWorld;
let foreign: MentorshipWorld;
let operations: Operation[];
let document: OpenApiDocument;
/** Ids of what our organization has, by the path of the list that shows them. */
const known = new Map<string, string[]>();

before(async () => {
  server = await startTestServer();
  document = JSON.parse(JSON.stringify(server.server.app.swagger()));
  operations = operationsOf(document);
  world = await buildMentorshipWorld(server);
  foreign = await buildMentorshipWorld(server);
  known.set("/api/sessions", [await world.session(600), await world.session(700, "confirmed")]);
  await populate();
  for (const operation of operations.filter(
    ({ method, pathParameters }) => method === "GET" && pathParameters.length === 0,
  )) {
    const answer = await world.as.admin.get(operation.path);
    if (answer.status === 200)
      known.set(operation.path, [...(known.get(operation.path) ?? []), ...idsIn(answer.body)]);
  }
});
after(() => server.close());

/** Creates something of each kind that can be created with a body that its schema alone describes. */
async function populate(): Promise<void> {
  const fuzz = createFuzz(1, document);
  for (const operation of operations) {
    if (operation.method !== "POST" || operation.pathParameters.length > 0 || !operation.body) continue;
    // Not signing in and the like: guessing is slow there on purpose.
    if (operation.isOpen) continue;
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await world.as.admin.post(operation.path, fuzz.plausible(operation.body));
    }
  }
}

const idsIn = (body: unknown): string[] => {
  const found = new Set<string>();
  JSON.stringify(body, (name, value) => {
    if (/^(id|.*_id|.*Id)$/.test(name) && (typeof value === "string" || typeof value === "number")) {
      found.add(String(value));
    }
    return value;
  });
  return [...found].slice(0, 20);
};

/** Calls the operation for each of some things of our organization that its path can name. */
async function call(
  operation: Operation,
  token: string | undefined,
): Promise<{ status: number; text: string }[]> {
  const fuzz = createFuzz(7, document);
  const lists = [...known].filter(([path]) => operation.path.startsWith(path)).flatMap(([, ids]) => ids);
  const ids = operation.path.startsWith("/api/organizations/") ? [world.organizationId] : lists;
  const targets = operation.pathParameters.length === 0 ? [""] : [...ids.slice(0, 4), world.mentorshipId];
  const answers: { status: number; text: string }[] = [];
  for (const target of targets) {
    const url = urlOf(operation, Object.fromEntries(operation.pathParameters.map((name) => [name, target])));
    const body = operation.body ? JSON.stringify(fuzz.plausible(operation.body)) : undefined;
    const headers: Record<string, string> = body ? { "content-type": "application/json" } : {};
    const answer = await server.api(token).send(operation.method, url, body, headers);
    answers.push({ status: answer.status, text: JSON.stringify(answer.body) });
  }
  return answers;
}

async function badTokens(): Promise<Record<string, string>> {
  const { tokens } = server.server;
  const { coach } = world.ids;
  const expired = (await tokens.issue(coach, world.organizationId, 1000)).token;
  const { token } = await tokens.issue(coach, world.organizationId, 3_600_000);
  server.clock.advance(2000);
  const [head = "", payload = "", signature = ""] = token.split(".");
  const { privateKey } = await generateKeyPair("ES256");
  const claims = { ...JSON.parse(String(Buffer.from(payload, "base64url"))), sub: world.ids.admin };
  const sign = (issuer: string, kid?: string) =>
    new SignJWT({ ...claims, iss: issuer })
      .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid })
      .sign(privateKey);
  const { kid } = JSON.parse(String(Buffer.from(head, "base64url")));
  const published = JSON.stringify(server.server.tokens.jwks().keys[0]);
  const symmetric = new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid });
  const revoked = await server.build.apiKey(world.organizationId, ["mentorship:read"]);
  await server.db.query("update api_keys set revoked_at = now() where id = $1", [revoked.id]);
  return {
    "an expired token": expired,
    "a token with another payload": [
      head,
      Buffer.from(JSON.stringify(claims)).toString("base64url"),
      signature,
    ].join("."),
    "a token without its signature": `${head}.${payload}.`,
    "an unsigned token": new UnsecuredJWT(claims).encode(),
    "a token signed by somebody else": await sign("http://convene.test", kid),
    "a token of another issuer": await sign("https://evil.example"),
    "a token signed with the public key": await symmetric.sign(new TextEncoder().encode(published)),
    "a revoked key": revoked.text,
    "a key with another's secret": `cvk_${world.ids.key}_${"a".repeat(43)}`,
    "what is no credential": "Bearer",
  };
}

describe("every operation", () => {
  it("answers 401 without a valid credential, whatever is wrong with it", async () => {
    const failures: string[] = [];
    const bad: Record<string, string | undefined> = { nothing: undefined, ...(await badTokens()) };
    for (const operation of operations.filter(({ isOpen }) => !isOpen)) {
      for (const [what, token] of Object.entries(bad)) {
        const [answer] = await call(operation, token);
        if (answer?.status !== 401) failures.push(`${operation.title} with ${what}: ${answer?.status}`);
      }
    }
    assert.deepEqual(failures, []);
  });

  it("tells another organization nothing of ours, not even that it is there", async (t) => {
    const failures: string[] = [];
    const statuses: number[] = [];
    const secrets = [
      world.organizationId,
      ...Object.values(world.ids),
      world.mentorshipId,
      ...[...known.values()].flat(),
    ].filter((id) => id.length > 8);
    for (const operation of operations.filter(({ isOpen }) => !isOpen)) {
      for (const { status, text } of await call(operation, await tokenFor(foreign, "admin"))) {
        if (operation.pathParameters.length > 0 && status < 400)
          failures.push(`${operation.title}: ${status}`);
        statuses.push(status);
        const isAnonymous = status === 401 && !text.includes("wrong_password");
        if (isAnonymous || status >= 500) failures.push(`${operation.title}: ${status}`);
        const leaked = status < 400 && secrets.find((secret) => text.includes(secret));
        if (leaked) failures.push(`${operation.title} shows ${leaked}`);
      }
    }
    const counts = [...Map.groupBy(statuses, (status) => status)].map(
      ([status, all]) => `${status}: ${all.length}`,
    );
    t.diagnostic(`${statuses.length} answers; ${counts.sort().join(", ")}`);
    assert.deepEqual(failures, []);
  });

  it("refuses a key that has no scope", async () => {
    const failures: string[] = [];
    const key = await server.build.apiKey(world.organizationId, []);
    for (const operation of operations.filter(({ isOpen }) => !isOpen)) {
      for (const { status } of await call(operation, key.text)) {
        if (![400, 403, 404, 422].includes(status)) failures.push(`${operation.title}: ${status}`);
      }
    }
    assert.deepEqual(failures, []);
  });

  it("gives every role an answer of its document", async () => {
    const failures: string[] = [];
    for (const seat of ["teacher", "coach", "manager", "admin", "platformAdmin"] as const) {
      for (const operation of operations) {
        // A fresh token each time: some operations end those that there are.
        for (const { status } of await call(operation, await tokenFor(world, seat))) {
          if (status >= 500) failures.push(`${operation.title} as ${seat}: ${status}`);
        }
      }
    }
    assert.deepEqual(failures, []);
  });
});

async function tokenFor(
  owner: MentorshipWorld,
  seat: "teacher" | "coach" | "manager" | "admin" | "platformAdmin",
) {
  server.clock.advance(10);
  const { token } = await server.server.tokens.issue(owner.ids[seat], owner.organizationId, 3_600_000);
  return token;
}
