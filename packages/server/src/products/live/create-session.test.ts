import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createLive, liveBody, liveEventsOf } from "../../../test/build-live.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let organization: string;
let teacher: Awaited<ReturnType<TestServer["build"]["member"]>>;
before(async () => {
  server = await startTestServer();
  organization = await server.build.organization();
  teacher = await server.build.member(organization, "Teacher");
});
after(() => server.close());

const post = (body: unknown) => server.api(teacher.token).post("/v1/sessions", body);

test("the least body that the document allows answers all nineteen members with their defaults", async () => {
  const { status, body } = await post(liveBody());
  assert.equal(status, 201);
  const { id, ...others } = body;
  assert.match(id, /^[0-9a-f-]{36}$/);
  assert.deepEqual(others, {
    host_id: "host-1",
    brand_id: "brand-1",
    title: "Breathing for beginners",
    kind: "live",
    category: null,
    scheduled_at: "2026-03-10T18:00:00.000Z",
    started_at: null,
    ended_at: null,
    status: "scheduled",
    stream_call_id: null,
    max_participants: 25,
    duration_minutes: null,
    recording_url: null,
    metadata: {},
    created_at: "2026-03-02T09:00:00.000Z",
    updated_at: "2026-03-02T09:00:00.000Z",
    registered_count: 0,
    is_registered: false,
  });
  assert.deepEqual((await server.api(teacher.token).get(`/v1/sessions/${id}`)).body, body);
});

test("every member, a Teacher too, and a key with live:write creates; another key does not", async () => {
  for (const role of ["Teacher", "Coach", "Manager", "OrganizationAdmin"] as const) {
    const { token } = await server.build.member(organization, role);
    await createLive(server.api(token));
  }
  const admin = await server.build.person({ platformAdmin: true });
  const headers = { "x-organization-id": organization };
  assert.equal((await server.api(admin.token).post("/v1/sessions", liveBody(), headers)).status, 201);
  const writer = await server.build.apiKey(organization, ["live:write"]);
  const session = await createLive(server.api(writer.text));
  const reader = await server.build.apiKey(organization, ["live:read", "mentorship:write"]);
  const refused = await server.api(reader.text).post("/v1/sessions", liveBody());
  assert.deepEqual([refused.status, refused.body.error], [403, "insufficient_scope"]);
  assert.equal((await server.api(writer.text).get(`/v1/sessions/${session.id}`)).status, 403);
  assert.equal((await server.api(reader.text).get(`/v1/sessions/${session.id}`)).status, 200);
});

test("without a credential 401, without an organization 400, both in live's shape", async () => {
  const nobody = await server.api().post("/v1/sessions", liveBody());
  assert.deepEqual([nobody.status, nobody.body.error], [401, "unauthenticated"]);
  const homeless = await server.build.person();
  const nowhere = await server.api(homeless.token).post("/v1/sessions", liveBody());
  assert.deepEqual([nowhere.status, nowhere.body.error], [400, "no_organization_context"]);
  assert.equal(typeof nowhere.body.message, "string");
});

test("scheduled_at is any instant with an offset, past or future, and is answered in UTC", async () => {
  const cases = {
    "2026-02-28T23:30:00-05:00": "2026-03-01T04:30:00.000Z",
    "1999-12-31t23:59:59.5z": "1999-12-31T23:59:59.500Z",
    "2030-01-01T00:00:00.123456+05:45": "2029-12-31T18:15:00.123Z",
    "0001-01-01T00:00:00Z": "0001-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999Z": "9999-12-31T23:59:59.999Z",
  };
  for (const [sent, answered] of Object.entries(cases)) {
    const created = await createLive(server.api(teacher.token), { scheduled_at: sent });
    assert.equal(created.scheduled_at, answered);
    const { body } = await server.api(teacher.token).get(`/v1/sessions/${created.id}`);
    assert.equal(body.scheduled_at, answered);
  }
});

test("texts come back exactly as sent: untrimmed, unnormalised, of any length", async () => {
  const texts = { title: "  e\u0301\t\n ", host_id: "x".repeat(20_000), brand_id: "\u{1f600}\u0007" };
  const created = await createLive(server.api(teacher.token), texts);
  const { body } = await server.api(teacher.token).get(`/v1/sessions/${created.id}`);
  for (const [name, text] of Object.entries(texts)) {
    assert.equal(created[name], text);
    assert.equal(body[name], text);
  }
});

test("metadata comes back as sent, its members in their order and its numbers as they were", async () => {
  const metadata = {
    zebra: 1,
    ant: { z: [null, true, { q: "" }], a: 1e300 },
    "": 0.1,
    toJSON: "x",
    bb: 1e21,
  };
  const created = await createLive(server.api(teacher.token), { metadata });
  const { body } = await server.api(teacher.token).get(`/v1/sessions/${created.id}`);
  assert.equal(JSON.stringify(created.metadata), JSON.stringify(metadata));
  assert.equal(JSON.stringify(body.metadata), JSON.stringify(metadata));
});

test("unknown members are ignored, those of the answer included", async () => {
  const created = await createLive(server.api(teacher.token), {
    id: "00000000-0000-4000-8000-000000000000",
    titel: "typo",
    category: "yoga",
    status: "ended",
    registered_count: 7,
  });
  assert.notEqual(created.id, "00000000-0000-4000-8000-000000000000");
  assert.deepEqual([created.category, created.status, created.registered_count], [null, "scheduled", 0]);
  assert.equal("titel" in created, false);
});

test("every bad member is named at once, with 400 in live's shape", async () => {
  const { status, body } = await post({
    host_id: "",
    brand_id: 7,
    scheduled_at: "2026-03-10 18:00",
    max_participants: 0,
    kind: "webinar",
    metadata: [],
  });
  assert.equal(status, 400);
  assert.equal(body.error, "invalid_request");
  assert.equal(typeof body.message, "string");
  const pointers = body.errors.map((error: { pointer: string }) => error.pointer).sort();
  assert.deepEqual(pointers, [
    "/brand_id",
    "/host_id",
    "/kind",
    "/max_participants",
    "/metadata",
    "/scheduled_at",
    "/title",
  ]);
});

test("types are exact and bounds hold", async () => {
  const bad: Record<string, unknown[]> = {
    title: ["", null, 1, {}, []],
    host_id: ["", null],
    brand_id: ["", null],
    scheduled_at: ["2026-03-10T18:00:00", "2026-02-30T18:00:00Z", "2026-03-10", "", null, 1_773_165_600],
    max_participants: [0, -1, 1.5, "25", 2_147_483_648, null, true],
    kind: [null, "", "LIVE"],
    metadata: [null, "x", 1, [1]],
  };
  for (const [name, values] of Object.entries(bad)) {
    for (const value of values) {
      const { status, body } = await post(liveBody({ [name]: value }));
      assert.equal(status, 400, `${name}: ${JSON.stringify(value)}`);
      assert.ok(body.errors.every((error: { pointer: string }) => error.pointer === `/${name}`));
    }
  }
  for (const max_participants of [1, 2_147_483_647]) {
    assert.equal(
      (await createLive(server.api(teacher.token), { max_participants })).max_participants,
      max_participants,
    );
  }
});

test("metadata keeps whatever names its members have", async () => {
  const metadata = '{"__proto__":{"x":1},"constructor":{"prototype":{"title":"y"}},"a":[]}';
  const sent = JSON.stringify(liveBody()).replace(/}$/, `,"metadata":${metadata}}`);
  const headers = { "content-type": "application/json" };
  const { status, body } = await server.api(teacher.token).send("POST", "/v1/sessions", sent, headers);
  assert.equal(status, 201);
  const seen = await server.api(teacher.token).get(`/v1/sessions/${body.id}`);
  assert.equal(JSON.stringify(seen.body.metadata), metadata);
});

test("hostile bodies are 400 in live's shape, never a 500", async () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
  const withMetadata = (json: string) => JSON.stringify(liveBody()).replace(/}$/, `,"metadata":${json}}`);
  const bodies = [
    "",
    "null",
    "[]",
    '"x"',
    "{",
    JSON.stringify(liveBody({ title: "a\0b" })),
    JSON.stringify(liveBody()).replace("Breathing", "\\ud800"),
    withMetadata('{"a":"\\u0000"}'),
    withMetadata('{"\\udfff":1}'),
    withMetadata('{"a":1e400}'),
    withMetadata(nested(65)),
    JSON.stringify(liveBody()).replace("25", "1e400"),
  ];
  const headers = { "content-type": "application/json" };
  for (const body of bodies) {
    const answer = await server.api(teacher.token).send("POST", "/v1/sessions", body, headers);
    assert.equal(answer.status, 400, body.slice(0, 200));
    assert.equal(typeof answer.body.error, "string");
    assert.equal(typeof answer.body.message, "string");
  }
  const deep = await server
    .api(teacher.token)
    .send("POST", "/v1/sessions", withMetadata(nested(60)), headers);
  assert.equal(deep.status, 201);
  const pointed = await post(liveBody({ metadata: { a: ["x\0"] } }));
  assert.equal(pointed.body.errors[0].pointer, "/metadata/a/0");
});

test("a repeat under the same Idempotency-Key creates nothing and answers the same", async () => {
  const headers = { "idempotency-key": "create-1" };
  const api = server.api(teacher.token);
  const first = await api.post("/v1/sessions", liveBody(), headers);
  const second = await api.post("/v1/sessions", liveBody(), headers);
  assert.deepEqual(second.body, first.body);
  const reused = await api.post("/v1/sessions", liveBody({ title: "Other" }), headers);
  assert.deepEqual([reused.status, reused.body.error], [422, "idempotency_key_reused"]);
});

test("creating appends one event", async () => {
  const { id } = await createLive(server.api(teacher.token));
  assert.deepEqual(await liveEventsOf(server, id), [
    { type: "live.session.created", version: 1, person: null },
  ]);
});
