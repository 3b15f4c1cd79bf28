import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "#kernel/ids.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";
import type { Question } from "../questions.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
before(async () => {
  server = await startTestServer();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

const question = (key: string, type: Question["type"], rest: Partial<Question> = {}): Question => ({
  key,
  label: key,
  type,
  required: false,
  ...rest,
});

/** An active session with these questions, and its prospect. */
async function session(questions?: Question[]) {
  const organization = await server.build.organization();
  const { id: workflowTemplateId } = await screening.template(organization, { questions });
  const token = newId();
  const id = await screening.session(organization, { workflowTemplateId, status: "active", token });
  const path = `/api/public/screening-sessions/${id}`;
  const api = server.api(token);
  const answer = (key: string, value: unknown) => api.post(`${path}/answers`, { key, value });
  return { organization, id, path, api, answer, finish: () => api.post(`${path}/finish`) };
}

test("a malformed answer is refused with the member named, and nothing is stored", async () => {
  const { api, path, answer, id } = await session();
  const cases: [body: unknown, pointer: string][] = [
    [{}, "/key"],
    [{ key: 1, value: "x" }, "/key"],
    [{ key: "pets" }, "/value"],
    [{ key: "pets", value: { a: 1 } }, "/value"],
    [{ key: "pets", value: [1] }, "/value/0"],
    [{ key: "pets", value: "x", extra: 1 }, "/extra"],
    [{ key: "pets", value: "x".repeat(201) }, "/value"],
    [{ key: "pets", value: "\ud800" }, "/value"],
    [{ key: "pets", value: 5 }, "/value"],
    [{ key: "budget", value: "2500" }, "/value"],
    [{ key: "colour", value: "red" }, "/key"],
    [{ key: "__proto__", value: "x" }, "/key"],
    [{ key: "constructor", value: "x" }, "/key"],
  ];
  for (const [sent, pointer] of cases) {
    const { status, body } = await api.post(`${path}/answers`, sent);
    assert.deepEqual([status, body.code], [422, "unprocessable"], JSON.stringify(sent));
    assert.ok(
      body.errors.some((error: { pointer: string }) => error.pointer === pointer),
      JSON.stringify([sent, body.errors]),
    );
  }
  assert.equal(
    (await api.send("POST", `${path}/answers`, "[", { "content-type": "application/json" })).status,
    422,
  );
  assert.equal(
    (await answer("moveInDate", "2026-02-30")).body.errors[0].detail,
    "must be a date such as 2026-04-01",
  );
  assert.deepEqual((await api.get(path)).body.submission, {});
  assert.deepEqual(await screening.eventsOf(id), []);
});

test("a question may be called like a member that every object has", async () => {
  const keys = ["constructor", "toString", "hasOwnProperty", "toJSON", "valueOf"];
  const { organization, id, answer, finish } = await session(keys.map((key) => question(key, "short_text")));
  const { body } = await answer("toJSON", "a");
  assert.equal(body.nextQuestion.key, "constructor");
  for (const key of keys) assert.equal((await answer(key, key)).status, 200);
  const finished = await finish();
  const expected = keys.map((key) => [key, key]);
  assert.deepEqual(Object.entries(finished.body.submission), expected);
  const coach = await server.memberApi(organization, "Coach");
  assert.deepEqual(Object.entries((await coach.get(`/api/v1/sessions/${id}`)).body.submission), expected);
});

test("the same answer again changes nothing; null leaves what is optional without one, and takes back what is required", async () => {
  const { id, answer } = await session();
  await answer("pets", "1 cat");
  await answer("pets", " 1 cat ");
  assert.equal((await screening.eventsOf(id)).length, 1);
  assert.deepEqual((await answer("pets", null)).body.submission, { pets: null });
  await answer("pets", null);
  assert.equal((await screening.eventsOf(id)).length, 2);
  assert.deepEqual((await answer("fullName", "Jane")).body.submission, { fullName: "Jane", pets: null });
  const { body } = await answer("fullName", null);
  assert.deepEqual([body.submission, body.nextQuestion.key], [{ pets: null }, "fullName"]);
});

test("a submission cannot grow without bound", async () => {
  const keys = Array.from({ length: 60 }, (_, index) => `essay${index}`);
  const { answer, finish } = await session(keys.map((key) => question(key, "long_text")));
  const outcomes = await Promise.all(keys.map((key) => answer(key, "x".repeat(2000))));
  const accepted = outcomes.filter(({ status }) => status === 200);
  const refused = outcomes.filter(({ status }) => status === 422);
  assert.equal(accepted.length + refused.length, 60);
  assert.equal(accepted.length, 49);
  assert.equal(refused[0]?.body.errors[0].detail, "makes the submission too long");
  assert.equal((await finish()).status, 200);
});

test("answers given at once are all kept", async () => {
  const keys = Array.from({ length: 12 }, (_, index) => `q${index}`);
  const { id, api, path, answer } = await session(keys.map((key) => question(key, "number")));
  await Promise.all(keys.map((key, index) => answer(key, index)));
  const { body } = await api.get(path);
  assert.deepEqual(
    Object.entries(body.submission),
    keys.map((key, index) => [key, index]),
  );
  assert.equal((await screening.eventsOf(id)).length, 12);
});

test("finishing needs every required answer and names those that are missing", async () => {
  const { id, answer, finish } = await session();
  await answer("budget", 2500);
  const { status, body } = await finish();
  assert.deepEqual([status, body.code], [422, "unprocessable"]);
  const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
  assert.deepEqual(pointers, ["/submission/fullName", "/submission/moveInDate"]);
  await answer("fullName", "Jane Smith");
  await answer("moveInDate", "2026-04-01");
  const finished = await finish();
  const { status: ended, submission, asked, ending } = finished.body;
  assert.deepEqual([ended, ending], ["completed", { kind: "completed", text: null }]);
  // What is optional and was never answered is null from then on: the keys are those that were asked.
  assert.deepEqual(Object.entries(submission), [
    ["fullName", "Jane Smith"],
    ["moveInDate", "2026-04-01"],
    ["budget", 2500],
    ["pets", null],
  ]);
  assert.deepEqual(asked, Object.keys(submission));
  assert.equal((await screening.eventsOf(id)).at(-1), "screening.session.completed");
});

test("a finished session takes no more answers; finishing it again, or twice at once, is one completion", async () => {
  const { id, answer, finish } = await session();
  await answer("fullName", "Jane Smith");
  await answer("moveInDate", "2026-04-01");
  const finishes = await Promise.all(Array.from({ length: 10 }, finish));
  assert.deepEqual(new Set(finishes.map(({ status }) => status)), new Set([200]));
  assert.equal((await finish()).status, 200);
  const late = await answer("pets", "1 dragon");
  assert.deepEqual([late.status, late.body.code], [422, "refused_transition"]);
  const repeated = await answer("fullName", "Jane Smith");
  assert.deepEqual([repeated.status, repeated.body.status], [200, "completed"]);
  const types = await screening.eventsOf(id);
  assert.equal(types.filter((type) => type === "screening.session.completed").length, 1);
});
