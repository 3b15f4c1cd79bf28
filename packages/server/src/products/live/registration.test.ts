import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { buildCrowd, createLive, liveEventsOf } from "../../../test/build-live.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let organization: string;
let creator: Api;
let people: { id: string; api: Api }[];
before(async () => {
  server = await startTestServer();
  organization = await server.build.organization();
  creator = await server.memberApi(organization, "Teacher");
  people = await buildCrowd(server, organization, 6);
});
after(() => server.close());

const wait = { waitlist: true };
const register = (who: number, id: string, body?: unknown) =>
  people[who]!.api.post(`/v1/sessions/${id}/register`, body);
const unregister = (who: number, id: string) => people[who]!.api.delete(`/v1/sessions/${id}/register`);

/** Everybody's own view: `registered`, `none`, or the place in line. */
const places = (id: string) =>
  Promise.all(
    people.map(async ({ api }) => {
      const { body } = await api.get(`/v1/sessions/${id}/register`);
      return body.status === "waitlisted" ? body.position : body.status;
    }),
  );

/** A session with `seats` seats, for which people 0, 1, 2 … have come in this order. */
async function withPeople(seats: number, count: number): Promise<string> {
  const { id } = await createLive(creator, { max_participants: seats });
  for (let who = 0; who < count; who += 1) {
    assert.equal((await register(who, id, wait)).status, 201);
  }
  return id;
}

test("registering takes a seat, and the session shows it at once", async () => {
  const { id } = await createLive(creator);
  const { status, body } = await register(0, id);
  assert.equal(status, 201);
  assert.deepEqual(body, { session_id: id, status: "registered", position: null, registered_count: 1 });
  const seen = (await people[0]!.api.get(`/v1/sessions/${id}`)).body;
  assert.deepEqual([seen.registered_count, seen.is_registered], [1, true]);
  const byOther = (await creator.get(`/v1/sessions/${id}`)).body;
  assert.deepEqual([byOther.registered_count, byOther.is_registered], [1, false]);
  const upperCase = await people[0]!.api.get(`/v1/sessions/${id.toUpperCase()}/register`);
  assert.equal(upperCase.body.session_id, id);
});

test("the body may be left out, be empty, and have unknown members; waitlist is a boolean", async () => {
  const { id } = await createLive(creator);
  assert.equal((await register(0, id, {})).status, 201);
  assert.equal((await register(1, id, { waitlist: false, seat: 7 })).status, 201);
  const emptyJson = { "content-type": "application/json" };
  const empty = await people[2]!.api.send("POST", `/v1/sessions/${id}/register`, "", emptyJson);
  assert.equal(empty.status, 201);
  for (const body of [{ waitlist: "true" }, { waitlist: null }, [], "x"]) {
    assert.equal((await register(3, id, body)).status, 400, JSON.stringify(body));
  }
  const none = await people[3]!.api.send("POST", `/v1/sessions/${id}/register`, "null", emptyJson);
  assert.equal(none.status, 400);
});

test("a full session is 412 without waitlist; with it the last place in line", async () => {
  const id = await withPeople(1, 1);
  const refused = await register(1, id);
  assert.deepEqual([refused.status, refused.body.error], [412, "session_full"]);
  const first = await register(1, id, wait);
  assert.equal(first.status, 201);
  assert.deepEqual(first.body, { session_id: id, status: "waitlisted", position: 1, registered_count: 1 });
  assert.equal((await register(2, id, wait)).body.position, 2);
  const seen = (await people[1]!.api.get(`/v1/sessions/${id}`)).body;
  assert.deepEqual([seen.registered_count, seen.is_registered], [1, false]);
});

test("registering again is 409, for who has a seat and for who waits", async () => {
  const id = await withPeople(1, 2);
  for (const who of [0, 1]) {
    for (const body of [undefined, wait]) {
      const { status, body: answer } = await register(who, id, body);
      assert.deepEqual([status, answer.error], [409, "already_registered"]);
    }
  }
});

test("a live session takes registrations; one that ended or was cancelled is 412", async () => {
  const { id } = await createLive(creator);
  await creator.post(`/v1/sessions/${id}/start`);
  assert.equal((await register(0, id)).status, 201);
  await creator.post(`/v1/sessions/${id}/end`);
  const cancelled = await createLive(creator);
  await creator.post(`/v1/sessions/${cancelled.id}/cancel`);
  for (const over of [id, cancelled.id]) {
    const refused = await register(1, over, wait);
    assert.deepEqual([refused.status, refused.body.error], [412, "session_not_open"]);
    assert.equal((await unregister(1, over)).status, 404, "not registered comes first");
  }
  const kept = await unregister(0, id);
  assert.deepEqual([kept.status, kept.body.error], [412, "session_not_open"]);
});

test("giving up a seat promotes the first in line at once", async () => {
  const id = await withPeople(2, 5);
  assert.deepEqual(await places(id), ["registered", "registered", 1, 2, 3, "none"]);
  const { status, body } = await unregister(0, id);
  assert.equal(status, 200);
  assert.deepEqual(body, { session_id: id, status: "none", position: null, registered_count: 2 });
  assert.deepEqual(await places(id), ["none", "registered", "registered", 1, 2, "none"]);
  assert.deepEqual((await liveEventsOf(server, id)).slice(-2), [
    { type: "live.registration.cancelled", version: 7, person: people[0]!.id },
    { type: "live.registration.promoted", version: 8, person: people[2]!.id },
  ]);
});

test("leaving the line moves up those behind, and coming back means the end of it", async () => {
  const id = await withPeople(1, 4);
  assert.deepEqual((await unregister(1, id)).body.registered_count, 1);
  assert.deepEqual(await places(id), ["registered", "none", 1, 2, "none", "none"]);
  assert.equal((await register(1, id, wait)).body.position, 3);
});

test("unregistering without a registration is 404", async () => {
  const { id } = await createLive(creator);
  const { status, body } = await unregister(0, id);
  assert.deepEqual([status, body.error], [404, "not_found"]);
});

test("more seats go to those who wait, in their order and in one go", async () => {
  const id = await withPeople(1, 5);
  const path = `/v1/sessions/${id}`;
  const { status, body } = await creator.patch(path, { max_participants: 3, title: "Bigger" });
  assert.equal(status, 200);
  assert.equal(body.registered_count, 3);
  assert.deepEqual(await places(id), ["registered", "registered", "registered", 1, 2, "none"]);
  assert.deepEqual((await liveEventsOf(server, id)).slice(-3), [
    { type: "live.session.edited", version: 7, person: null },
    { type: "live.registration.promoted", version: 8, person: people[1]!.id },
    { type: "live.registration.promoted", version: 9, person: people[2]!.id },
  ]);
  const all = await creator.patch(path, { max_participants: 2_147_483_647 });
  assert.equal(all.body.registered_count, 5);
});

test("the answer of a change that promotes its own caller says so", async () => {
  const { id } = await createLive(creator, { max_participants: 1 });
  await register(0, id);
  await creator.post(`/v1/sessions/${id}/register`, wait);
  const { body } = await creator.patch(`/v1/sessions/${id}`, { max_participants: 2 });
  assert.deepEqual([body.registered_count, body.is_registered], [2, true]);
});

test("fewer seats than are taken is 409; exactly as many is allowed", async () => {
  const id = await withPeople(4, 3);
  const refused = await creator.patch(`/v1/sessions/${id}`, { max_participants: 2, title: "no" });
  assert.deepEqual([refused.status, refused.body.error], [409, "conflict"]);
  const { status, body } = await creator.patch(`/v1/sessions/${id}`, { max_participants: 3 });
  assert.deepEqual([status, body.max_participants], [200, 3]);
  assert.notEqual(body.title, "no");
});

test("an API key cannot register, whatever its scopes; a missing session comes first", async () => {
  const { id } = await createLive(creator);
  const key = server.api((await server.build.apiKey(organization, ["live:read", "live:write"])).text);
  for (const [session, expected] of [
    [id, 403],
    ["0197a000-0000-7000-8000-000000000000", 404],
  ] as const) {
    const path = `/v1/sessions/${session}/register`;
    const answers = [await key.post(path), await key.delete(path), await key.get(path)];
    for (const { status } of answers) assert.equal(status, expected);
  }
  assert.equal((await server.api().post(`/v1/sessions/${id}/register`)).status, 401);
  const admin = await server.build.person({ platformAdmin: true });
  const headers = { "x-organization-id": organization };
  const byAdmin = await server.api(admin.token).post(`/v1/sessions/${id}/register`, undefined, headers);
  assert.equal(byAdmin.status, 201);
});

test("a repeat under the same Idempotency-Key answers the first registration, not 409", async () => {
  const { id } = await createLive(creator);
  const headers = { "idempotency-key": "seat-1" };
  const path = `/v1/sessions/${id}/register`;
  const first = await people[0]!.api.post(path, undefined, headers);
  const second = await people[0]!.api.post(path, undefined, headers);
  assert.deepEqual([second.status, second.body], [201, first.body]);
});

test("the database itself refuses more registrations than seats, and people who wait beside a free seat", async () => {
  const id = await withPeople(1, 2);
  for (const change of ["registered_count = 2", "registered_count = 0", "waitlisted_count = -1"]) {
    await assert.rejects(server.db.query(`update live_sessions set ${change} where id = $1`, [id]), {
      code: "23514",
    });
  }
});
