import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "../src/kernel/ids.ts";
import { plans } from "../src/kernel/plans.ts";
import { startTestServer, type TestServer } from "./server.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(() => server.close());

const names = ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "retry-after"];
const limits = ({ headers }: { headers: Headers }) => names.map((name) => headers.get(name));

test("an organization's requests in a minute are bounded by its plan, told in every answer, and its neighbours' are not", async () => {
  const most = plans.starter.requestsPerMinute ?? 0;
  const organization = await server.build.organization({ plan: "starter" });
  const [coach, teacher] = [
    await server.memberApi(organization, "Coach"),
    await server.memberApi(organization, "Teacher"),
  ];
  const key = await server.build.apiKey(organization, ["screening:read"]);
  const neighbour = await server.memberApi(await server.build.organization({ plan: "starter" }), "Coach");
  const path = "/api/v1/workflow_templates";
  const [limit, remaining, reset, retryAfter] = limits(await coach.get(path));
  assert.deepEqual([limit, remaining, retryAfter], [String(most), String(most - 1), null]);
  assert.ok(Number(reset) > 0 && Number(reset) <= 60);
  // Refusals count and tell as well, whoever of the organization asks and however.
  const refused = await teacher.get(path);
  assert.deepEqual([refused.status, limits(refused)[1]], [403, String(most - 2)]);
  const bad = await server.api(key.text).get("/api/v1/contacts/17");
  assert.deepEqual([bad.status, limits(bad)[1]], [422, String(most - 3)]);
  for (let left = most - 3; left > 0; left -= 50) {
    const batch = Array.from({ length: Math.min(left, 50) }, () => teacher.get("/api/v1/contacts/17"));
    assert.deepEqual(new Set((await Promise.all(batch)).map(({ status }) => status)), new Set([422]));
  }
  for (const api of [coach, server.api(key.text)]) {
    const over = await api.get(path);
    assert.deepEqual([over.status, over.body.code], [429, "too_many_requests"]);
    assert.match(over.body.detail, new RegExp(`allows ${most} requests a minute`));
    const [overLimit, overRemaining, overReset, again] = limits(over);
    assert.deepEqual([overLimit, overRemaining], [String(most), "0"]);
    assert.ok(again === overReset && Number(again) > 0 && Number(again) <= 60);
  }
  const stream = await coach.get("/api/events/organization/events");
  assert.equal(stream.status, 429);
  assert.equal((await server.api("not-a-token").get(path)).status, 401);
  assert.equal((await neighbour.get(path)).status, 200);
});

test("a plan that never throttles says nothing of it", async () => {
  const coach = await server.memberApi(await server.build.organization(), "Coach");
  assert.deepEqual(limits(await coach.get("/api/v1/workflow_templates")), [null, null, null, null]);
});

interface Document {
  paths: Record<string, Record<string, { responses: Record<string, { headers?: object }> }>>;
}

test("the limit is documented on every route of members", async () => {
  const { paths } = (await (await fetch(`${server.url}/openapi.json`)).json()) as Document;
  for (const path of ["/api/v1/contacts", "/v1/sessions", "/api/sessions"]) {
    const responses = paths[path]?.get?.responses;
    assert.deepEqual(Object.keys(responses?.[200]?.headers ?? {}), names.slice(0, 3));
    assert.deepEqual(Object.keys(responses?.[429]?.headers ?? {}), names.slice(3));
  }
});

const questions = [{ key: "pets", label: "Any pets?", type: "short_text" }];
const template = (status: string) => ({ name: "Pre-screening", slug: newId(), status, questions });

test("no more workflow templates are published than the plan allows, however many at once", async () => {
  const most = plans.starter.publishedTemplates ?? 0;
  const organization = await server.build.organization({ plan: "starter" });
  const manager = await server.memberApi(organization, "Manager");
  const path = "/api/v1/workflow_templates";
  const drafts = [];
  for (let count = 0; count < most + 2; count += 1)
    drafts.push((await manager.post(path, template("draft"))).body.id);
  const answers = await Promise.all([
    ...drafts.map((id) => manager.patch(`${path}/${id}`, { status: "published" })),
    ...drafts.map(() => manager.post(path, template("published"))),
  ]);
  const refused = answers.filter(({ status }) => status === 409);
  assert.equal(answers.length - refused.length, most);
  for (const { body } of refused) {
    assert.equal(body.code, "plan_limit");
    assert.match(body.detail, new RegExp(`allows ${most} published workflow templates`));
  }
  const published = (await manager.get(`${path}?status=published`)).body.data;
  assert.equal(published.length, most);
  // What is published stays so and can be changed, also when the plan allows less by now; a draft makes room.
  const [{ id }] = published;
  assert.equal((await manager.patch(`${path}/${id}`, { name: "Another", status: "published" })).status, 200);
  assert.equal((await manager.patch(`${path}/${id}`, { status: "draft" })).status, 200);
  assert.equal((await manager.post(path, template("published"))).status, 201);
  assert.equal((await manager.patch(`${path}/${id}`, { status: "published" })).status, 409);
});

test("a lowered plan leaves what is published", async () => {
  const organization = await server.build.organization();
  const path = "/api/v1/workflow_templates";
  const admin = await server.build.person({ platformAdmin: true, organizationId: organization });
  const api = server.api(admin.token);
  const ids = [];
  for (let count = 0; count <= (plans.starter.publishedTemplates ?? 0); count += 1)
    ids.push((await api.post(path, template("published"))).body.id);
  const lowered = await api.patch(`/api/organizations/${organization}`, { plan: "starter" });
  assert.equal(lowered.body.data.plan, "starter");
  assert.equal((await api.get(`${path}?status=published`)).body.pagination.total, ids.length);
  assert.equal((await api.patch(`${path}/${ids[0]}`, { name: "Renamed" })).status, 200);
  const more = await api.post(path, template("published"));
  assert.deepEqual([more.status, more.body.code], [409, "plan_limit"]);
});
