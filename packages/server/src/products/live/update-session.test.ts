import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { createLive, liveEventsOf } from "../../../test/build-live.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let organization: string;
let creator: Api;
before(async () => {
  server = await startTestServer();
  organization = await server.build.organization();
  creator = await server.memberApi(organization, "Teacher");
});
after(() => server.close());

const memberApi = (role: "Teacher" | "Coach" | "Manager" | "OrganizationAdmin"): Promise<Api> =>
  server.memberApi(organization, role);

test("PATCH changes what it names and leaves the rest", async () => {
  const session = await createLive(creator, { metadata: { a: 1 } });
  server.clock.advance(60_000);
  const update = {
    title: " New ",
    host_id: "h2",
    brand_id: "b2",
    category: "yoga",
    scheduled_at: "2026-04-01T10:00:00+02:00",
    max_participants: 30,
    metadata: { z: 1, a: [2] },
  };
  const { status, body } = await creator.patch(`/v1/sessions/${session.id}`, update);
  assert.equal(status, 200);
  assert.deepEqual(body, {
    ...session,
    ...update,
    scheduled_at: "2026-04-01T08:00:00.000Z",
    updated_at: server.clock().toISOString(),
  });
  assert.equal(JSON.stringify(body.metadata), JSON.stringify(update.metadata));
  assert.deepEqual((await creator.get(`/v1/sessions/${session.id}`)).body, body);
  const cleared = await creator.patch(`/v1/sessions/${session.id}`, { category: null });
  assert.equal(cleared.body.category, null);
});

test("setting what it has is no change, and neither is a body of unknown members", async () => {
  const session = await createLive(creator, { metadata: { a: 1 } });
  server.clock.advance(60_000);
  const same = { title: session.title, scheduled_at: "2026-03-10T19:00:00+01:00", metadata: { a: 1 } };
  for (const update of [same, {}, session, { status: "ended", kind: "office_hours" }]) {
    const { status, body } = await creator.patch(`/v1/sessions/${session.id}`, update);
    assert.equal(status, 200);
    assert.deepEqual(body, session);
  }
  assert.equal((await liveEventsOf(server, session.id)).length, 1);
});

test("an edit appends one event that names the changed members, and what they were where it matters", async () => {
  const { id } = await createLive(creator);
  await creator.patch(`/v1/sessions/${id}`, { title: "Other", category: "yoga", max_participants: 25 });
  const editor = await server.build.member(organization, "Manager");
  await creator.patch(`/v1/sessions/${id}`, { scheduled_at: "2026-03-11T18:00:00Z", host_id: editor.id });
  const edits = await server.db.query<{ version: number; payload: { formerHostId?: string } }>(
    "select version, payload from events where subject_id = $1 and type = 'live.session.edited' order by version",
    [id],
  );
  const [{ created_by: creatorId } = { created_by: "" }] = await server.db.query<{ created_by: string }>(
    "select created_by from live_sessions where id = $1",
    [id],
  );
  const session = { sessionId: id, status: "scheduled" };
  assert.deepEqual(edits, [
    { version: 2, payload: { ...session, changed: ["title", "category"], sequence: 0 } },
    {
      version: 3,
      payload: {
        ...session,
        changed: ["host_id", "scheduled_at"],
        from: "2026-03-10T18:00:00.000Z",
        formerHostId: creatorId,
        newHostId: editor.id,
        sequence: 1,
      },
    },
  ]);
});

test("bad members are 400 and named", async () => {
  const { id } = await createLive(creator);
  const bad: Record<string, unknown[]> = {
    title: ["", null, 5],
    category: ["", 5],
    scheduled_at: [null, "tomorrow"],
    max_participants: [0, null, 2 ** 31],
    metadata: [null, []],
    host_id: ["", null],
  };
  for (const [name, values] of Object.entries(bad)) {
    for (const value of values) {
      const { status, body } = await creator.patch(`/v1/sessions/${id}`, { [name]: value });
      assert.deepEqual([status, body.errors[0].pointer], [400, `/${name}`]);
    }
  }
  assert.equal((await creator.patch(`/v1/sessions/${id}`)).status, 400);
  assert.equal((await creator.patch("/v1/sessions/not-a-uuid", {})).status, 400);
});

test("the creator, Manager and up, and a key with the scope change a session; others get 403", async () => {
  const { id } = await createLive(creator);
  const path = `/v1/sessions/${id}`;
  for (const role of ["Manager", "OrganizationAdmin"] as const) {
    assert.equal((await (await memberApi(role)).patch(path, { title: role })).status, 200);
  }
  const key = await server.build.apiKey(organization, ["live:write"]);
  assert.equal((await server.api(key.text).patch(path, { title: "key" })).status, 200);
  const admin = await server.build.person({ platformAdmin: true });
  const headers = { "x-organization-id": organization };
  assert.equal((await server.api(admin.token).patch(path, { title: "admin" }, headers)).status, 200);
  for (const role of ["Teacher", "Coach"] as const) {
    const other = await memberApi(role);
    for (const refused of [
      await other.patch(path, { title: "other" }),
      await other.post(`${path}/start`),
      await other.post(`${path}/end`),
      await other.post(`${path}/cancel`),
    ]) {
      assert.deepEqual([refused.status, refused.body.error], [403, "forbidden"]);
    }
    assert.equal((await other.get(path)).body.title, "admin");
  }
  assert.equal((await (await memberApi("Coach")).patch(path, { title: 5 })).status, 400, "400 before 403");
});

test("another organization's session is 404 on every route", async () => {
  const { id } = await createLive(creator);
  const elsewhere = await server.build.organization();
  const outsider = await server.memberApi(elsewhere, "OrganizationAdmin");
  const foreignKey = server.api((await server.build.apiKey(elsewhere, ["live:read", "live:write"])).text);
  for (const api of [outsider, foreignKey]) {
    for (const path of [`/v1/sessions/${id}`, "/v1/sessions/0197a000-0000-7000-8000-000000000000"]) {
      const answers = [
        await api.get(path),
        await api.patch(path, { title: "mine" }),
        await api.post(`${path}/start`),
        await api.post(`${path}/end`),
        await api.post(`${path}/cancel`),
        await api.get(`${path}/register`),
        await api.post(`${path}/register`),
        await api.delete(`${path}/register`),
      ];
      for (const { status, body } of answers) assert.deepEqual([status, body.error], [404, "not_found"]);
    }
  }
  assert.equal((await outsider.get("/v1/sessions")).body.data.length, 0);
});

test("what was, stays: the start of a session that began, the seats of one that is over", async () => {
  const { id } = await createLive(creator);
  const path = `/v1/sessions/${id}`;
  const moved = { scheduled_at: "2026-05-01T00:00:00Z" };
  await creator.post(`${path}/start`);
  const late = await creator.patch(path, moved);
  assert.deepEqual([late.status, late.body.error], [412, "session_not_open"]);
  assert.equal((await creator.patch(path, { max_participants: 40 })).status, 200);
  await creator.post(`${path}/end`);
  assert.equal((await creator.patch(path, { max_participants: 41 })).status, 412);
  const described = { title: "Recorded", category: "archive", metadata: { seen: 3 } };
  assert.equal((await creator.patch(path, described)).status, 200);
});
