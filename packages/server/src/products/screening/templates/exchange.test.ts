import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { newId } from "#kernel/ids.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { answerTo, chanceFrom, generateQuestions } from "../../../../test/screening-templates.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";
import { followPath } from "../path.ts";
import { findSession, insertSession } from "../store.ts";

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
  return { organization, api: await server.memberApi(organization, "Manager") };
}

const ending = "Thank you. We only teach online at the moment.";
/** A template in which everything is used. */
const whole = () => ({
  slug: `whole-${newId()}`,
  name: "Tutors",
  language: "en",
  introduction: "Welcome.\nFive questions.",
  completion: "We will write to you.",
  timeLimitMinutes: 90,
  reviewFirst: ["pay", "online"],
  questions: [
    {
      key: "online",
      label: "Would you teach online?",
      help: "From your home.",
      type: "yes_no",
      required: true,
      branches: [
        { when: [{ key: "online", operator: "is", value: false }], then: { disqualify: ending } },
        { when: [{ key: "online", operator: "is_answered" }], then: { goTo: "pay" } },
      ],
    },
    {
      key: "pay",
      label: "Pay an hour?",
      type: "money",
      required: false,
      min: 10,
      max: 99.5,
      currency: "EUR",
    },
    {
      key: "code",
      label: "Code?",
      type: "short_text",
      required: false,
      pattern: "[A-Z]{3}",
      message: "Three letters.",
    },
    { key: "subject", label: "Subject?", type: "one_of", required: false, options: ["arts", "maths"] },
    { key: "cv", label: "CV?", type: "file", required: false, otherwise: { finish: true } },
  ],
  translations: {
    de: {
      name: "Lehrkräfte",
      introduction: "Willkommen.",
      questions: {
        online: { label: "Würden Sie online unterrichten?", help: "Von zu Hause." },
        code: { message: "Drei Buchstaben." },
        subject: { options: { arts: "Kunst", maths: "Mathematik" } },
      },
      endings: { [ending]: "Danke. Im Moment unterrichten wir nur online." },
    },
  },
});

test("a template goes from one organization to another as a document that meets its published schema", async () => {
  const [one, other] = [await manager(), await manager()];
  const content = whole();
  const made = await one.api.post(templates, { ...content, status: "published" });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const coach = await server.memberApi(one.organization, "Coach");
  const exported = await coach.get(`${templates}/${made.body.id}/export`);
  const $schema = "http://convene.test/schemas/workflow-template.json";
  assert.deepEqual(exported.body, { $schema, ...content });

  const schema = await server.api().get("/schemas/workflow-template.json");
  assert.equal(schema.body.$id, $schema);
  const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema.body);
  assert.ok(validate(exported.body), JSON.stringify(validate.errors));
  const [first, ...others] = content.questions;
  for (const spoilt of [
    { ...content, titel: 1 },
    { ...content, name: "" },
    { ...content, questions: [{ ...first, type: "essay" }] },
    { ...content, questions: [{ ...first, otherwise: { finish: true, goTo: "pay" } }, ...others] },
    { ...content, translations: { de: { questions: { online: { labels: "x" } } } } },
  ]) {
    assert.ok(!validate(spoilt));
    assert.equal((await one.api.post(`${templates}/import`, spoilt)).status, 422);
  }

  const taken = await other.api.post(`${templates}/import`, exported.body);
  assert.deepEqual([taken.status, taken.body.code], [409, "already_exists"]);
  const slug = `${content.slug}-2`;
  const imported = await other.api.post(`${templates}/import`, { ...exported.body, slug });
  assert.deepEqual([imported.status, imported.body.status], [201, "draft"]);
  assert.notEqual(imported.body.id, made.body.id);
  const again = await other.api.get(`${templates}/${imported.body.id}/export`);
  assert.deepEqual(again.body, { ...exported.body, slug });
  const published = await other.api.post(`${templates}/import`, {
    ...content,
    slug: `${slug}-b`,
    status: "published",
  });
  assert.equal(published.body.status, "published");
  assert.deepEqual(await screening.eventsOf(imported.body.id), ["screening.template.created"]);

  const looped = { ...content, slug: `${slug}-c`, questions: [{ ...others[0], otherwise: { goTo: "pay" } }] };
  const refused = await other.api.post(`${templates}/import`, looped);
  const pointers = refused.body.errors.map(({ pointer }: { pointer: string }) => pointer);
  assert.ok(
    pointers.includes("/questions/0/otherwise/goTo") && pointers.includes("/reviewFirst/1"),
    pointers,
  );
});

test("a copy is a draft of its own, and a running session keeps the version that it began with", async () => {
  const { organization, api } = await manager();
  const content = whole();
  const made = await api.post(templates, { ...content, status: "published" });
  const path = `${templates}/${made.body.id}`;
  const copied = await api.post(`${path}/copy`, { slug: `${content.slug} Copy` });
  assert.deepEqual([copied.status, copied.body.status, copied.body.name], [201, "draft", "Tutors"]);
  assert.deepEqual(copied.body.translations, content.translations);
  assert.equal((await api.post(`${path}/copy`, { slug: content.slug })).status, 409);
  assert.equal((await api.post(`${path}/copy`, { slug: "a/b" })).body.errors[0].pointer, "/slug");

  const start = () => server.api().post(`/api/public/workflows/${content.slug}/sessions`, { language: "de" });
  const old = await start();
  assert.equal(old.body.expiresAt, "2026-03-02T10:30:00Z");
  const german = content.translations.de.questions.online;
  const { label, help, next } = old.body.questions[0];
  assert.deepEqual([label, help, next], [german.label, german.help, undefined]);
  assert.deepEqual(old.body.questions[3].options, [
    { value: "arts", label: "Kunst" },
    { value: "maths", label: "Mathematik" },
  ]);
  assert.deepEqual([old.body.questions[1].next, old.body.questions[4].next], ["code", null]);
  assert.doesNotMatch(JSON.stringify(old.body), /disqualify|branches|nur online/);

  const renamed = await api.patch(path, { name: "Teachers" });
  assert.equal(renamed.body.questionsVersion, 1);
  const changed = await api.patch(path, { completion: "Done.", timeLimitMinutes: null });
  assert.deepEqual([changed.body.questionsVersion, changed.body.completion], [2, "Done."]);
  const asked = content.questions.map((question) => ({ ...question, label: "Anew?" }));
  assert.equal((await api.patch(path, { questions: asked, translations: {} })).body.questionsVersion, 3);
  assert.equal(
    (await api.patch(path, { questions: asked, reviewFirst: content.reviewFirst })).body.questionsVersion,
    3,
  );

  const prospect = server.api(old.body.token);
  const own = `/api/public/screening-sessions/${old.body.id}`;
  assert.deepEqual((await prospect.get(own)).body.questions, old.body.questions);
  assert.equal((await start()).body.questions[0].label, "Anew?");
  const refused = await prospect.post(`${own}/answers`, { key: "code", value: "abc" });
  assert.deepEqual(refused.body.errors, [{ pointer: "/value", detail: "Drei Buchstaben." }]);
  const ended = await prospect.post(`${own}/answers`, { key: "online", value: false });
  assert.deepEqual(ended.body.ending, {
    kind: "disqualified",
    text: content.translations.de.endings[ending],
  });
  const coach = await server.memberApi(organization, "Coach");
  assert.equal((await coach.get(`/api/v1/sessions/${old.body.id}`)).body.status, "expired");
});

test("a change that leaves the questions out is checked against those that there are, and the other way round", async () => {
  const { api } = await manager();
  const content = whole();
  const { body } = await api.post(templates, content);
  const path = `${templates}/${body.id}`;
  const pointersOf = async (change: object) => {
    const answer = await api.patch(path, change);
    assert.equal(answer.status, 422, JSON.stringify(answer.body));
    return answer.body.errors.map(({ pointer }: { pointer: string }) => pointer);
  };
  assert.deepEqual(await pointersOf({ reviewFirst: ["pay", "gone"] }), ["/reviewFirst/1"]);
  assert.deepEqual(await pointersOf({ language: "de" }), ["/translations/de"]);
  assert.deepEqual(
    await pointersOf({ translations: { fr: { questions: { cv: { options: {} }, no: {} } } } }),
    ["/translations/fr/questions/cv/options", "/translations/fr/questions/no"],
  );
  const others = content.questions.slice(1);
  const gone = ["/reviewFirst/1", "/translations/de/questions/online", `/translations/de/endings/${ending}`];
  assert.deepEqual(await pointersOf({ questions: others }), gone);
  const fitting = { questions: others, reviewFirst: ["pay"], translations: {} };
  assert.equal((await api.patch(path, fitting)).status, 200);
  const empty = { ...fitting, questions: [], reviewFirst: [] };
  assert.deepEqual((await api.patch(path, empty)).body.questions, []);
});

test("a draft on which no session began is deleted, and its slug is free; any other stays", async () => {
  const { organization, api } = await manager();
  const { api: stranger } = await manager();
  const content = whole();
  const { body } = await api.post(templates, { ...content, status: "published" });
  const path = `${templates}/${body.id}`;
  const refused = await api.delete(path);
  assert.deepEqual([refused.status, refused.body.detail], [409, "it is published: make it a draft first"]);
  await api.patch(path, { status: "draft" });
  const coach = await server.memberApi(organization, "Coach");
  assert.equal((await coach.delete(path)).status, 403);
  assert.equal((await coach.post(`${path}/copy`, { slug: "x" })).status, 403);
  assert.equal((await coach.post(`${templates}/import`, content)).status, 403);
  const teacher = await server.memberApi(organization, "Teacher");
  assert.equal((await teacher.get(`${path}/export`)).status, 403);
  assert.equal((await stranger.delete(path)).status, 404);
  assert.equal((await stranger.get(`${path}/export`)).status, 404);
  assert.equal((await stranger.post(`${path}/copy`, { slug: "x" })).status, 404);
  const deleted = await api.delete(path);
  assert.deepEqual([deleted.status, deleted.body.id], [200, body.id]);
  assert.equal((await api.delete(path)).status, 404);
  assert.equal((await screening.eventsOf(body.id)).at(-1), "screening.template.deleted");
  const second = await stranger.post(templates, { ...content, status: "published" });
  assert.equal(second.status, 201);
  await server.api().post(`/api/public/workflows/${content.slug}/sessions`);
  const kept = `${templates}/${second.body.id}`;
  await stranger.patch(kept, { status: "draft" });
  const used = await stranger.delete(kept);
  assert.deepEqual([used.status, used.body.code], [409, "conflict"]);
  assert.match(used.body.detail, /sessions have begun on it/);
  assert.equal((await stranger.get(kept)).status, 200);
});

test("a session that begins while its template is deleted is refused as on one that never was", async () => {
  const { organization } = await manager();
  const id = await screening.session(organization, { status: "active" });
  const beginning = server.server.database.asTenant(organization, async (tx) => {
    const session = (await findSession(tx, organization, id, server.clock())) ?? assert.fail();
    await insertSession(tx, organization, { ...session, id: newId(), workflowTemplateId: newId() }, newId());
  });
  await assert.rejects(beginning, { code: "not_found" });
});

test("generated templates are taken as they are, and answered to an end over HTTP", async () => {
  const { organization, api } = await manager();
  const coach = await server.memberApi(organization, "Coach");
  const ends = { completed: 0, disqualified: 0 };
  for (let seed = 1; seed <= 40; seed++) {
    const chance = chanceFrom(seed);
    const questions = generateQuestions(chance);
    const slug = `generated-${seed}-${newId()}`;
    const made = await api.post(templates, { name: "x", slug, status: "published", questions });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { body } = await server.api().post(`/api/public/workflows/${slug}/sessions`);
    const prospect = server.api(body.token);
    const own = `/api/public/screening-sessions/${body.id}`;
    let session = body;
    while (session.nextQuestion) {
      const { key } = session.nextQuestion;
      const question = questions.find((one) => one.key === key) ?? assert.fail();
      const value = question.type === "file" ? null : answerTo(question, chance);
      const answered = await prospect.post(`${own}/answers`, { key, value });
      assert.equal(answered.status, 200, JSON.stringify([question, value, answered.body]));
      session = answered.body;
    }
    if (!session.ending) session = (await prospect.post(`${own}/finish`)).body;
    const kind = session.ending.kind as keyof typeof ends;
    ends[kind] += 1;
    const { submission, status } = (await coach.get(`/api/v1/sessions/${body.id}`)).body;
    const path = followPath(questions, submission);
    assert.deepEqual(
      [status, path.disqualified],
      kind === "completed" ? ["completed", null] : ["expired", session.ending.text],
    );
    assert.deepEqual(new Set(Object.keys(submission)), new Set(path.asked.map(({ key }) => key)));
  }
  assert.ok(ends.completed > 0 && ends.disqualified > 0, JSON.stringify(ends));
});
