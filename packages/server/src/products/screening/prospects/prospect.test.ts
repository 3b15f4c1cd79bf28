import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { PlanName } from "#kernel/actor.ts";
import { minutes } from "#kernel/clock.ts";
import { newId, newSecret } from "#kernel/ids.ts";
import { createScreeningBuilders, exampleQuestions } from "../../../../test/build-screening.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

const own = (id: string) => `/api/public/screening-sessions/${id}`;

/** Questions that follow each other, as prospects see them. */
const shown = <Asked extends { key: string }>(questions: readonly Asked[]) =>
  questions.map((question, index) => ({ ...question, next: questions[index + 1]?.key ?? null }));

/** A session that a prospect has just started, and the prospect's client. */
async function started(options: Parameters<typeof screening.template>[1] = {}) {
  const organization = await server.build.organization();
  const { id: workflowTemplateId, slug } = await screening.template(organization, options);
  const { status, body } = await server.api().post(`/api/public/workflows/${slug}/sessions`);
  assert.equal(status, 201);
  const { id, token } = body;
  return {
    organization,
    workflowTemplateId,
    slug,
    body,
    id,
    token,
    prospect: server.api(token),
    path: own(id),
  };
}

test("a prospect starts, answers and finishes, a coach approves, and the prospect sees the decision only", async () => {
  const { organization, workflowTemplateId, body, id, token, prospect, path } = await started();
  const coach = await server.memberApi(organization, "Coach");
  assert.deepEqual([body.status, body.reviewStatus, body.submission], ["active", "pending_review", {}]);
  assert.deepEqual(body.questions, shown(exampleQuestions));
  assert.equal(body.nextQuestion.key, "fullName");
  server.clock.advance(minutes(1));
  // Out of order, and one of them twice.
  const given: [string, unknown][] = [
    ["budget", 2400],
    ["fullName", "  Jane Smith "],
    ["moveInDate", "2026-04-01"],
    ["budget", 2500],
  ];
  for (const [key, value] of given) {
    assert.equal((await prospect.post(`${path}/answers`, { key, value })).status, 200, key);
  }
  const partial = await prospect.get(path);
  assert.equal(partial.body.nextQuestion.key, "pets");
  const last = await prospect.post(`${path}/answers`, { key: "pets", value: "1 cat" });
  const submission = { fullName: "Jane Smith", moveInDate: "2026-04-01", budget: 2500, pets: "1 cat" };
  assert.deepEqual([last.body.submission, last.body.nextQuestion], [submission, null]);

  const finished = await prospect.post(`${path}/finish`);
  assert.deepEqual([finished.status, finished.body.status], [200, "completed"]);
  const listed = await coach.get(`/api/v1/sessions?workflowTemplateId=${workflowTemplateId}`);
  assert.equal(listed.body.data[0].id, id);
  assert.deepEqual(Object.entries(listed.body.data[0].submission), Object.entries(submission));
  assert.equal(listed.body.data[0].updatedAt, server.clock().toISOString().replace(".000", ""));
  const notes = "Internal: strong candidate";
  const review = { reviewStatus: "approved", reviewNotes: notes };
  assert.equal((await coach.patch(`/api/v1/sessions/${id}/review`, review)).status, 200);
  const seen = await prospect.get(path);
  assert.deepEqual([seen.body.status, seen.body.reviewStatus], ["completed", "approved"]);
  assert.doesNotMatch(JSON.stringify(seen.body), /notes|Internal|contact/i);

  assert.deepEqual(await screening.eventsOf(id), [
    "screening.session.started",
    ...Array.from({ length: 5 }, () => "screening.session.answered"),
    "screening.session.completed",
    "screening.session.reviewed",
  ]);
  const rows = await server.db.query("select * from events where subject_id = $1", [id]);
  const stored = JSON.stringify([rows, await server.db.query("select * from screening_sessions")]);
  assert.doesNotMatch(JSON.stringify(rows), /Jane|cat|Internal/);
  assert.equal(rows.filter((row) => row.actor_kind === "prospect" && row.actor_id === id).length, 7);
  assert.ok(!stored.includes(token), "the token is nowhere in the database");
});

describe("starting", () => {
  test("takes a published workflow: drafts and unknown slugs are not found", async () => {
    const { slug } = await screening.template(await server.build.organization(), { status: "draft" });
    for (const one of [slug, "nowhere", "..", "%00", "x".repeat(400)]) {
      const { status } = await server.api().post(`/api/public/workflows/${one}/sessions`);
      assert.ok(status === 404 || status === 422, `${one}: ${status}`);
    }
    assert.equal((await server.api().post(`/api/public/workflows/${slug}/sessions`)).status, 404);
  });

  test("a repeat under one Idempotency-Key answers the same session and token, which is stored encrypted", async () => {
    const { slug } = await screening.template(await server.build.organization());
    const key = { "idempotency-key": newId() };
    const start = () => server.api().post(`/api/public/workflows/${slug}/sessions`, undefined, key);
    const [first, second] = [await start(), await start()];
    assert.deepEqual(second.body, first.body);
    const stored = await server.db.query("select * from idempotency_keys");
    assert.ok(!JSON.stringify(stored).includes(first.body.token));
  });

  test("by two prospects with keys of their own is two sessions; a key that can be guessed is refused", async () => {
    const { slug } = await screening.template(await server.build.organization());
    const start = (key: string) =>
      server.api().post(`/api/public/workflows/${slug}/sessions`, undefined, { "idempotency-key": key });
    const [jane, john] = await Promise.all([start(newId()), start(newId())]);
    assert.deepEqual([jane.status, john.status], [201, 201]);
    assert.notEqual(jane.body.id, john.body.id);
    assert.notEqual(jane.body.token, john.body.token);
    const guessable = await start("x".repeat(15));
    assert.deepEqual([guessable.status, guessable.body.code], [400, "invalid_idempotency_key"]);
  });

  test("is limited by the plan of the workflow's organization: one's flood is not another's", async () => {
    const at = async (plan: PlanName) => {
      const { slug } = await screening.template(await server.build.organization({ plan }));
      return () => server.api().post(`/api/public/workflows/${slug}/sessions`);
    };
    const [starter, neighbour, enterprise] = [
      await at("starter"),
      await at("starter"),
      await at("enterprise"),
    ];
    const many = (start: typeof starter) => Promise.all(Array.from({ length: 7 }, start));
    const statuses = (await many(starter)).map(({ status }) => status).sort();
    assert.deepEqual(statuses, [...Array(6).fill(201), 429]);
    server.clock.advance(1_000);
    const refused = await starter();
    assert.deepEqual([refused.status, refused.body.code], [429, "too_many_requests"]);
    assert.equal(refused.headers.get("retry-after"), "59");
    assert.equal((await neighbour()).status, 201);
    assert.deepEqual(new Set((await many(enterprise)).map(({ status }) => status)), new Set([201]));
    server.clock.advance(minutes(1));
    assert.equal((await starter()).status, 201);
  });

  test("a session keeps the questions that it began with", async () => {
    const { organization, workflowTemplateId, prospect, path, slug } = await started();
    const manager = await server.memberApi(organization, "Manager");
    const questions = [{ key: "income", label: "Income?", type: "money", required: true }];
    await manager.patch(`/api/v1/workflow_templates/${workflowTemplateId}`, { questions, status: "draft" });
    assert.deepEqual((await prospect.get(path)).body.questions, shown(exampleQuestions));
    const refused = await prospect.post(`${path}/answers`, { key: "income", value: 1 });
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, "/key"]);
    await manager.patch(`/api/v1/workflow_templates/${workflowTemplateId}`, { status: "published" });
    const { body } = await server.api().post(`/api/public/workflows/${slug}/sessions`);
    assert.deepEqual(body.questions, shown(questions));
  });
});

describe("the token", () => {
  test("opens its own session and nothing else: unknown, foreign and forged are the same 404", async () => {
    const [jane, john] = [await started(), await started()];
    const member = await server.build.member(jane.organization, "OrganizationAdmin");
    const attempts: [token: string, id: string][] = [
      [john.token, jane.id],
      [jane.token, john.id],
      [newSecret(), jane.id],
      [`${jane.token.slice(0, -1)}${jane.token.endsWith("A") ? "B" : "A"}`, jane.id],
      [jane.token, newId()],
      [member.token, jane.id],
      ["x".repeat(5000), jane.id],
    ];
    for (const [token, id] of attempts) {
      const client = server.api(token);
      const answers = [
        await client.get(own(id)),
        await client.post(`${own(id)}/answers`, { key: "pets", value: "dragon" }),
        await client.post(`${own(id)}/finish`),
      ];
      for (const { status, body } of answers) {
        const { requestId, ...rest } = body;
        assert.deepEqual([status, rest.detail, rest.errors], [404, "session not found", undefined]);
      }
    }
    assert.deepEqual((await jane.prospect.get(jane.path)).body.submission, {});
  });

  test("is required, and is no credential for the organization's own routes", async () => {
    const { id, path, prospect, token } = await started();
    for (const authorization of [undefined, "Bearer", `Basic ${token}`]) {
      const { status, body } = await server.api().get(path, authorization ? { authorization } : {});
      assert.deepEqual([status, body.code], [401, "unauthenticated"]);
    }
    for (const route of [`/api/v1/sessions/${id}`, "/api/v1/sessions", "/api/v1/contacts"]) {
      assert.equal((await prospect.get(route)).status, 401);
    }
    const review = await prospect.patch(`/api/v1/sessions/${id}/review`, { reviewStatus: "approved" });
    assert.equal(review.status, 401);
    assert.equal((await prospect.get(own("17"))).status, 422);
  });
});
