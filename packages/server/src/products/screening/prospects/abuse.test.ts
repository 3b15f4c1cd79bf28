import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";
import { after, before, describe, test } from "node:test";
import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import { minutes, plus } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { createVault } from "#kernel/vault.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { secrets, startTestServer, type TestServer } from "../../../../test/server.ts";
import { settled } from "../../../../test/travel.ts";
import type { Question } from "../questions.ts";
import { chatCookie } from "./links.ts";
import { createProofOfWork } from "./proof-of-work.ts";
import { createStartLimit } from "./start-limit.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

/** What gives a page its challenges: they hang on the deployment's secret alone. */
const proofOfWork = createProofOfWork(createVault(secrets.secret));

async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}
const solutionFor = async (slug: string, at = server.clock()) =>
  solve(await proofOfWork.challengeFor(slug, at));

async function workflow(plan: "starter" | "enterprise" = "enterprise", questions?: Question[]) {
  const organization = await server.build.organization({ plan });
  const { slug } = await screening.template(organization, { questions });
  const start = (body?: object, headers?: Record<string, string>) =>
    server.api().post(`/api/public/workflows/${slug}/sessions`, body, headers);
  return { organization, slug, start };
}

async function started(questions?: Question[]) {
  const { organization, slug, start } = await workflow("enterprise", questions);
  const { body } = await start();
  const path = `/api/public/screening-sessions/${body.id}`;
  const api = server.api(body.token);
  const answer = (key: string, value: unknown) => api.post(`${path}/answers`, { key, value });
  return { organization, slug, path, api, answer, id: body.id as string, token: body.token as string };
}

describe("a proof of work", () => {
  test("starts one session, whoever sends it again and at once", async () => {
    const { slug, start } = await workflow();
    const altcha = await solutionFor(slug);
    const answers = await Promise.all(Array.from({ length: 4 }, () => start({ altcha })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 422, 422, 422]);
    const { body } = await start({ altcha });
    assert.deepEqual([body.code, /already/.test(body.detail)], ["proof_refused", true]);
    // A repeat of the very request is answered as before.
    const once = { altcha: await solutionFor(slug) };
    const key = { "idempotency-key": newId() };
    assert.deepEqual((await start(once, key)).body, (await start(once, key)).body);
  });

  test("that is forged, altered, too old, or for another workflow is refused, and nothing is stored", async () => {
    const [mine, other] = [await workflow(), await workflow()];
    const challenge = await proofOfWork.challengeFor(mine.slug, server.clock());
    const foreign = createProofOfWork(createVault("another deployment's secret, thirty-two characters"));
    const unsolved = (sent: object) => Buffer.from(JSON.stringify(sent)).toString("base64");
    const easy = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: "00" } };
    const cases = [
      await solutionFor(other.slug),
      await solutionFor(mine.slug, plus(server.clock(), -minutes(20))),
      await solve(await foreign.challengeFor(mine.slug, server.clock())),
      await solve(easy),
      unsolved({ challenge, solution: { counter: 1, derivedKey: "00".repeat(32) } }),
      unsolved({ challenge: { ...challenge, signature: undefined }, solution: null }),
      unsolved({ challenge: { ...challenge, signature: ["a"] }, solution: { counter: "1" } }),
      unsolved({ challenge: { parameters: null } }),
      ...["", "AAAA", "null", unsolved([]), unsolved({ challenge })],
    ];
    for (const altcha of cases) {
      const { status, body } = await mine.start({ altcha });
      assert.deepEqual([status, body.code], [422, "proof_refused"], altcha);
    }
    const list = await server.db.query("select id from screening_sessions where organization_id = $1", [
      mine.organization,
    ]);
    assert.deepEqual(list, []);
  });

  test("is forgotten once it could not be used any more", async () => {
    const { slug, start } = await workflow();
    await start({ altcha: await solutionFor(slug) });
    const count = async () => (await server.db.query("select from spent_solutions")).length;
    assert.ok((await count()) > 0);
    server.clock.advance(minutes(21));
    await server.db.query("select graphile_worker.add_job('purge-proofs-of-work')");
    await settled(server);
    assert.equal(await count(), 0);
  });
});

describe("starts without end", () => {
  test("are few without a proof of work, more with one, and bounded for a template from wherever", () => {
    const limit = createStartLimit();
    const now = new Date("2026-03-01T10:00:00Z");
    const start = (address: string, isProven: boolean, templateId = "one", at = now) => {
      try {
        limit.count({ organization: { id: "o", plan: "starter" }, templateId, address, isProven }, at);
        return true;
      } catch (fault) {
        assert.equal((fault as { code: string }).code, "too_many_requests");
        return false;
      }
    };
    const many = (length: number, once: () => boolean) =>
      Array.from({ length }, once).filter((isThrough) => isThrough).length;
    assert.equal(
      many(10_000, () => start("a", false)),
      6,
    );
    assert.equal(
      many(10_000, () => start("a", true)),
      54,
    );
    assert.equal(
      many(100, () => start("a", true, "two")),
      0,
    );
    let address = 0;
    assert.equal(
      many(10_000, () => start(`b${address++}`, true)),
      540,
    );
    assert.equal(start("c", true, "two"), true);
    // Whoever has one IPv6 address has as many as they like.
    assert.equal(
      many(100, () => start(`2001:db8:0:7::${(address++).toString(16)}`, false, "three")),
      6,
    );
    assert.equal(start("2001:db8:0:8::1", false, "three"), true);
    assert.equal(
      many(100, () => start("a", false, "one", plus(now, minutes(1)))),
      6,
    );
  });

  test("from one address are answered 429 with Retry-After, and the others are served", async () => {
    const [flooded, other] = [await workflow("starter"), await workflow("starter")];
    const statuses: number[] = [];
    for (let batch = 0; batch < 4; batch += 1) {
      const answers = await Promise.all(Array.from({ length: 25 }, () => flooded.start()));
      statuses.push(...answers.map(({ status }) => status));
      for (const { status, headers } of answers) if (status === 429) assert.ok(headers.get("retry-after"));
    }
    assert.equal(statuses.filter((status) => status === 201).length, 6);
    assert.equal(statuses.filter((status) => status === 429).length, 94);
    assert.equal((await other.start()).status, 201);
    assert.equal((await flooded.start({ altcha: await solutionFor(flooded.slug) })).status, 201);
  });
});

describe("a browser's cookie", () => {
  test("stands for the token on its own session's routes, and is believed from our own pages alone", async () => {
    const [jane, john] = [await started(), await started()];
    const cookie = `convene_theme=dark; ${chatCookie(jane.slug)}=${jane.id}.${jane.token}; ${chatCookie(john.slug)}=${john.id}.${john.token}`;
    const browser = server.api();
    const origin = "http://convene.test";
    const pets = { key: "pets", value: "1 cat" };
    for (const { id, path } of [jane, john]) {
      assert.equal((await browser.get(path, { cookie })).body.id, id);
      assert.equal((await browser.post(`${path}/answers`, pets, { cookie, origin })).status, 200);
    }
    for (const foreign of [undefined, "https://evil.test", "null"]) {
      const headers = { cookie, ...(foreign ? { origin: foreign } : {}) };
      const { status, body } = await browser.post(`${jane.path}/finish`, undefined, headers);
      assert.deepEqual([status, body.code], [403, "foreign_origin"]);
    }
    // A header counts before it, also a wrong one.
    assert.equal((await server.api(john.token).get(jane.path, { cookie })).status, 404);
    const withoutMine = `${chatCookie(john.slug)}=${john.id}.${john.token}`;
    assert.equal((await browser.get(jane.path, { cookie: withoutMine })).status, 401);
    const forged = `${chatCookie(jane.slug)}=${jane.id}.${john.token}`;
    const { status, body } = await browser.get(jane.path, { cookie: forged });
    assert.deepEqual([status, body.detail], [404, "session not found"]);
    for (const empty of [`${chatCookie(jane.slug)}=${jane.id}.`, `convene_chat_=${jane.id}`]) {
      assert.equal((await browser.get(jane.path, { cookie: empty })).status, 401);
    }
    assert.equal((await browser.get("/api/v1/sessions", { cookie })).status, 401);
  });
});

describe("hostile answers", () => {
  const script = `"><script>alert(document.cookie)</script><img src=x onerror=alert(1)>{{7*7}}`;
  const texts: Question[] = [
    { key: "line", label: "A line?", type: "short_text", required: false },
    { key: "story", label: "A story?", type: "long_text", required: false },
  ];

  test("with scripts are kept as the text that they are; what is no text is refused", async () => {
    const { organization, id, answer, api, path } = await started(texts);
    for (const key of ["line", "story"]) assert.equal((await answer(key, script)).status, 200);
    assert.deepEqual((await api.get(path)).body.submission, { line: script, story: script });
    const coach = await server.memberApi(organization, "Coach");
    const read = await coach.get(`/api/v1/sessions/${id}`);
    assert.deepEqual(read.body.submission, { line: script, story: script });
    assert.match(read.headers.get("content-type") ?? "", /^application\/json/);
    assert.equal(read.headers.get("x-content-type-options"), "nosniff");
    for (const bad of ["a\u0000b", "a\u001bb", "\ud800", "a\u0085b", { toString: "x" }, ["x"], 1, true]) {
      for (const key of ["line", "story"]) assert.equal((await answer(key, bad)).status, 422);
    }
    assert.deepEqual((await api.get(path)).body.submission, { line: script, story: script });
  });

  test("with members that every object has, or under such keys, are refused", async () => {
    const { api, path } = await started(texts);
    const bodies = [
      '{"key":"__proto__","value":"x"}',
      '{"key":"constructor","value":"x"}',
      '{"key":"hasOwnProperty","value":null}',
      '{"key":"line","value":"x","__proto__":{"isAdmin":true}}',
      '{"__proto__":{"key":"line","value":"x"}}',
      '{"key":"line","value":{"__proto__":"x"}}',
      '{"key":["line"],"value":"x"}',
    ];
    const type = { "content-type": "application/json" };
    for (const body of bodies) {
      const { status } = await api.send("POST", `${path}/answers`, body, type);
      assert.equal(status, 422, body);
    }
    assert.deepEqual((await api.get(path)).body.submission, {});
  });

  test("of twenty megabytes are refused before they are read, and nothing is lost", async () => {
    const { api, path, token, answer } = await started(texts);
    await answer("line", "kept");
    const sent = request(`${server.url}${path}/answers`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "content-length": 20 * 1024 * 1024,
      },
    });
    sent.on("error", () => {});
    sent.write('{"key":"story","value":"');
    const [answered] = await once(sent, "response");
    assert.equal(answered.statusCode, 413);
    sent.destroy();
    assert.deepEqual((await api.get(path)).body.submission, { line: "kept" });
  });

  test("to another's session, or sent once more after it is over, change nothing", async () => {
    const [jane, john] = [await started(texts), await started(texts)];
    await jane.answer("line", "mine");
    const forged = await server.api(john.token).post(`${jane.path}/answers`, { key: "line", value: "yours" });
    assert.deepEqual([forged.status, forged.body.detail], [404, "session not found"]);
    await jane.api.post(`${jane.path}/finish`);
    assert.equal((await jane.answer("line", "mine")).status, 200);
    assert.equal((await jane.answer("line", "changed")).status, 422);
    assert.deepEqual((await jane.api.get(jane.path)).body.submission, { line: "mine", story: null });
  });
});
