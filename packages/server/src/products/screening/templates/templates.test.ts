import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#kernel/ids.ts";
import { createScreeningBuilders, exampleQuestions } from "../../../../test/build-screening.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

const templates = "/api/v1/workflow_templates";

async function manager() {
  const organization = await server.build.organization();
  const { token } = await server.build.member(organization, "Manager");
  return { organization, api: server.api(token) };
}

test("a template that is made and published can be started, and its questions come back as they were given", async () => {
  const { api } = await manager();
  const slug = `Rent ${newId()}`;
  const made = await api.post(templates, { name: " Rent ", slug });
  const id = made.body.id;
  assert.equal(made.status, 201);
  assert.deepEqual(made.body, {
    id,
    slug: slug.toLowerCase().replaceAll(" ", "-"),
    name: "Rent",
    status: "draft",
    questionsVersion: 1,
    language: "en",
    introduction: null,
    completion: null,
    timeLimitMinutes: null,
    reviewFirst: [],
    questions: [],
    translations: {},
    createdAt: "2026-03-02T09:00:00Z",
    updatedAt: "2026-03-02T09:00:00Z",
  });
  const more = { key: "colour", label: "Colour?", type: "one_of", options: ["red", "blue"] };
  const questions = [...exampleQuestions, more];
  const changed = await api.patch(`${templates}/${id}`, { questions, status: "published" });
  assert.deepEqual([changed.status, changed.body.questionsVersion], [200, 2]);
  assert.deepEqual(changed.body.questions, [...exampleQuestions, { ...more, required: false }]);
  assert.deepEqual((await api.get(`${templates}/${id}`)).body, changed.body);
  const start = await server.api().post(`/api/public/workflows/${made.body.slug}/sessions`);
  assert.equal(start.status, 201);
  const again = await api.patch(`${templates}/${id}`, { name: "Rent", questions, status: "published" });
  assert.deepEqual(again.body, changed.body);
  const renamed = await api.patch(`${templates}/${id}`, { name: "Lease" });
  assert.deepEqual([renamed.body.name, renamed.body.questionsVersion], ["Lease", 2]);
  assert.deepEqual(await screening.eventsOf(id), [
    "screening.template.created",
    "screening.template.changed",
    "screening.template.changed",
  ]);
});

test("every fault of a template is named", async () => {
  const { api } = await manager();
  const question = { key: "a", label: "A", type: "short_text" };
  const cases: [body: object, pointer: string][] = [
    [{ slug: "x" }, "/name"],
    [{ name: " ", slug: "x" }, "/name"],
    [{ name: "x", slug: "a/b" }, "/slug"],
    [{ name: "x", slug: ".." }, "/slug"],
    [{ name: "x", slug: "x", status: "live" }, "/status"],
    [{ name: "x", slug: "x", status: "published" }, "/questions"],
    [{ name: "x", slug: "x", titel: 1 }, "/titel"],
    [{ name: "x", slug: "x", questions: Array.from({ length: 201 }, () => question) }, "/questions"],
    [{ name: "x", slug: "x", questions: [question, question] }, "/questions/1/key"],
    [{ name: "x", slug: "x", questions: [{ ...question, key: "__proto__" }] }, "/questions/0/key"],
    [{ name: "x", slug: "x", questions: [{ ...question, type: "essay" }] }, "/questions/0/type"],
    [{ name: "x", slug: "x", questions: [{ ...question, type: "one_of" }] }, "/questions/0/options"],
    [{ name: "x", slug: "x", questions: [{ ...question, hint: "?" }] }, "/questions/0/hint"],
  ];
  for (const [sent, pointer] of cases) {
    const { status, body } = await api.post(templates, sent);
    assert.deepEqual([status, body.code], [422, "unprocessable"], JSON.stringify(sent));
    const named = body.errors.map((error: { pointer: string }) => error.pointer);
    assert.ok(named.includes(pointer), JSON.stringify([pointer, named]));
  }
  assert.equal((await api.get(templates)).body.pagination.total, 0);
});

test("every fault of a template is named at once: the schema's together with the rules'", async () => {
  const { api } = await manager();
  const questions = [
    { key: "a", label: " ", type: "short_text", options: ["x"] },
    { key: "a", label: "A", type: "one_of", hint: 1 },
    { key: "b", label: "B", type: "essay", options: ["x", "x"] },
    { key: 7, label: "C", type: "number", min: 2, max: 1 },
    { key: 7, label: "C", type: "number", min: "1" },
    "none",
  ];
  const faults = [
    "/questions/0/label",
    "/questions/0/options",
    "/questions/1/hint",
    "/questions/1/key",
    "/questions/1/options",
    "/questions/2/options",
    "/questions/2/type",
    "/questions/3/key",
    "/questions/3/max",
    "/questions/4/key",
    "/questions/4/min",
    "/questions/5",
    "/slug",
  ];
  const pointers = ({ body }: { body: { errors: { pointer: string }[] } }) =>
    body.errors.map(({ pointer }) => pointer).sort();
  const posted = await api.post(templates, { slug: "a/b", questions });
  assert.deepEqual([posted.status, pointers(posted)], [422, ["/name", ...faults].sort()]);
  const patched = await api.patch(`${templates}/${newId()}`, { slug: "a/b", questions });
  assert.deepEqual([patched.status, pointers(patched)], [422, faults]);
  const empty = { name: "", status: "published", questions: [] };
  const emptied = await api.patch(`${templates}/${newId()}`, empty);
  assert.deepEqual([emptied.status, pointers(emptied)], [422, ["/name", "/questions"]]);
  for (const body of [null, [], "x", { questions: {} }, { questions: [null, [], { options: {} }] }]) {
    assert.equal((await api.post(templates, body)).status, 422);
  }
  const draft = await api.post(templates, { name: "x", slug: `x-${newId()}` });
  const published = await api.patch(`${templates}/${draft.body.id}`, { status: "published" });
  assert.deepEqual([published.status, pointers(published)], [422, ["/questions"]]);
});

test("a slug is one organization's alone, also when two ask for it at once, and free when it is given up", async () => {
  const [one, other] = [await manager(), await manager()];
  const slug = `wanted-${newId()}`;
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      (index % 2 ? one : other).api.post(templates, { name: "x", slug }),
    ),
  );
  const [won] = answers.filter(({ status }) => status === 201);
  const lost = answers.filter(({ status, body }) => status === 409 && body.code === "already_exists");
  assert.equal(lost.length, 9);
  const mine = await one.api.get(`${templates}/${won?.body.id}`);
  const [winner, loser] = mine.status === 200 ? [one.api, other.api] : [other.api, one.api];
  const second = await loser.post(templates, { name: "y", slug: `${slug}-2` });
  assert.equal((await loser.patch(`${templates}/${second.body.id}`, { slug })).status, 409);
  await winner.patch(`${templates}/${won?.body.id}`, { slug: `${slug}-3` });
  assert.equal((await loser.patch(`${templates}/${second.body.id}`, { slug })).status, 200);
});

test("Coach reads and Manager writes, in their own organization only", async () => {
  const { organization, api } = await manager();
  const made = await api.post(templates, { name: "x", slug: `x-${newId()}` });
  const path = `${templates}/${made.body.id}`;
  const readers = {
    coach: (await server.build.member(organization, "Coach")).token,
    reader: (await server.build.apiKey(organization, ["screening:read"])).text,
  };
  for (const token of Object.values(readers)) {
    const listed = await server.api(token).get(templates);
    assert.deepEqual(
      [listed.status, listed.body.data[0].id, listed.body.data[0].questions],
      [200, made.body.id, undefined],
    );
    assert.equal((await server.api(token).get(path)).status, 200);
    assert.equal((await server.api(token).post(templates, { name: "y", slug: "y" })).status, 403);
    assert.equal((await server.api(token).patch(path, { name: "y" })).status, 403);
  }
  const { token } = await server.build.member(organization, "Teacher");
  for (const one of [templates, path]) assert.equal((await server.api(token).get(one)).status, 403);
  const writer = server.api((await server.build.apiKey(organization, ["screening:write"])).text);
  assert.equal((await writer.patch(path, { name: "y" })).status, 200);
  const stranger = (await manager()).api;
  assert.equal((await stranger.get(path)).status, 404);
  assert.equal((await stranger.patch(path, { name: "z" })).status, 404);
  assert.equal((await server.api().get(templates)).status, 401);
});

test("the list is newest first, filters by status, and lowers the limit to the plan's", async () => {
  const organization = await server.build.organization({ plan: "starter" });
  const api = await server.memberApi(organization, "Coach");
  const draft = await screening.template(organization, { status: "draft" });
  server.clock.advance(1000);
  const published = await screening.template(organization);
  const { body } = await api.get(`${templates}?limit=500`);
  assert.deepEqual(body.pagination, { page: 1, limit: 50, total: 2, totalPages: 1 });
  assert.deepEqual(
    body.data.map(({ id }: { id: string }) => id),
    [published.id, draft.id],
  );
  const filtered = await api.get(`${templates}?status=draft`);
  assert.deepEqual(
    filtered.body.data.map(({ id }: { id: string }) => id),
    [draft.id],
  );
  assert.equal((await api.get(`${templates}?status=gone`)).status, 422);
});
