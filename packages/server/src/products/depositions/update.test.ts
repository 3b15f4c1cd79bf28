import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { depositionRequest, pointersOf } from "../../../test/build-depositions.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let organizationId: string;
let coach: Api;
let count = 0;

before(async () => {
  server = await startTestServer();
  organizationId = await server.build.organization();
  coach = await server.memberApi(organizationId, "Coach");
});
after(() => server.close());

async function scheduled(invites?: unknown[]): Promise<{ id: number; path: string; slug: string }> {
  const slug = `edited-${++count}`;
  const request = depositionRequest({ session: { remote_session_id: slug }, invites });
  const { body } = await coach.post("/api/v1/sessions", request);
  return { id: body.requests[0].id, path: `/api/v1/sessions/${slug}`, slug };
}

const eventsOf = async (id: number) =>
  (
    await server.db.query<{ type: string; version: number; payload: Record<string, unknown> }>(
      "select type, version, payload from events where subject_id = $1 and version > 1 order by version, type",
      [String(id)],
    )
  ).map((event) => ({ ...event, type: event.type.replace("depositions.session.", "") }));

const moved = { start_date: "2026-04-15", start_time: "09:00", time_zone: "Europe/Berlin" };

describe("updating", () => {
  test("a new title keeps the remote_session_id", async () => {
    const { id, path, slug } = await scheduled();
    const { status, body } = await coach.patch(path, { remote_session: { title: " New title " } });
    assert.equal(status, 200);
    assert.equal(body.requests[0].remote_session.title, "New title");
    assert.equal(body.requests[0].remote_session_id, slug);
    assert.deepEqual(await eventsOf(id), [{ type: "edited", version: 2, payload: { sessionId: id } }]);
    assert.deepEqual((await coach.get(`/api/v1/session_requests/${id}`)).body, body);
  });

  test("a new start is echoed, and told with both instants", async () => {
    const { id, path } = await scheduled();
    const { body } = await coach.patch(path, { session_request: { remote_session: moved } });
    const { title, case: caseName, estimated_duration, ...start } = body.requests[0].remote_session;
    assert.deepEqual(start, moved);
    const payload = { sessionId: id, from: "2026-04-14T20:30:00.000Z", to: "2026-04-15T07:00:00.000Z" };
    assert.deepEqual(await eventsOf(id), [{ type: "rescheduled", version: 2, payload }]);
  });

  test("the same instant in other words is an update, not a move", async () => {
    const { id, path } = await scheduled();
    const words = { start_date: "2026-04-14", start_time: "13:30", time_zone: "America/Los_Angeles" };
    await coach.patch(path, { remote_session: words });
    assert.deepEqual(
      (await eventsOf(id)).map(({ type }) => type),
      ["edited"],
    );
  });

  test("what is as it was is no change and no event", async () => {
    const { id, path } = await scheduled(["ada@example.com"]);
    const before = await coach.get(`/api/v1/session_requests/${id}`);
    const same = { title: "Deposition of Malachite Yarrow", invites: ["ada@example.com"] };
    for (const edit of [{ remote_session: same }, { remote_session: {} }, { session_request: {} }]) {
      assert.deepEqual((await coach.patch(path, edit)).body, before.body);
    }
    assert.deepEqual(await eventsOf(id), []);
  });

  test("invites replace the list, the deponent stays, and hosts are looked up again", async () => {
    const { id, path } = await scheduled(["ada@example.com", "bob@example.com"]);
    await server.build.member(organizationId, "Coach", "bob@example.com");
    const invites = [
      { email: "Bob@example.com", access_level: "host" },
      { email: "eve@example.com", access_level: "host" },
    ];
    const { body } = await coach.patch(path, { session_request: { invites } });
    assert.deepEqual(body.requests[0].session_request.invites, [
      { email: "Bob@example.com", access_level: "host" },
      { email: "eve@example.com" },
      { email: "malachite@example.com" },
    ]);
    assert.match(body.requests[0].notice, /eve@example\.com is not/);
    assert.deepEqual((await coach.get(`/api/v1/session_requests/${id}`)).body, body);

    const rows = await server.db.query<{ id: string; email: string; removed: boolean }>(
      "select id, email, removed_at is not null as removed from deposition_invites where deposition_id = $1",
      [id],
    );
    const idOf = (email: string) => rows.find((row) => row.email === email)!.id;
    assert.equal(rows.find((row) => row.email === "ada@example.com")!.removed, true);
    const [event] = await eventsOf(id);
    assert.equal(event!.type, "invites_changed");
    assert.deepEqual(event!.payload, {
      sessionId: id,
      added: [idOf("eve@example.com")],
      removed: [idOf("ada@example.com")],
      changed: [idOf("Bob@example.com")],
    });
  });

  test("somebody taken off the list can be invited again", async () => {
    const { path } = await scheduled(["ada@example.com"]);
    await coach.patch(path, { remote_session: { invites: [] } });
    const { body } = await coach.patch(path, { remote_session: { invites: ["ada@example.com"] } });
    assert.deepEqual(body.requests[0].session_request.invites, [
      { email: "ada@example.com" },
      { email: "malachite@example.com" },
    ]);
  });

  test("twenty updates at once all count: the version says so", async () => {
    const { id, path } = await scheduled();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => coach.patch(path, { remote_session: { title: `Title ${n}` } })),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    const versions = (await eventsOf(id)).map(({ version }) => version);
    assert.deepEqual(
      versions,
      Array.from({ length: 20 }, (_, n) => n + 2),
    );
  });
});

describe("updates that are refused", () => {
  const bad: [string, unknown, string[]][] = [
    [
      "a date alone",
      { remote_session: { start_date: "2026-04-15" } },
      ["/remote_session/start_time", "/remote_session/time_zone"],
    ],
    [
      "a zone and time alone",
      { session_request: { remote_session: { start_time: "09:00", time_zone: "Mars" } } },
      ["/session_request/remote_session/start_date", "/session_request/remote_session/time_zone"],
    ],
    [
      "a gap",
      { remote_session: { start_date: "2026-03-08", start_time: "02:30", time_zone: "America/New_York" } },
      ["/remote_session/start_time"],
    ],
    [
      "another remote_session_id",
      { remote_session: { remote_session_id: "other" } },
      ["/remote_session/remote_session_id"],
    ],
    [
      "a duration",
      { session_request: { remote_session: { estimated_duration: 2 } } },
      ["/session_request/remote_session/estimated_duration"],
    ],
    ["a bad invite", { remote_session: { invites: ["x"] } }, ["/remote_session/invites/0"]],
    ["both shapes at once", { remote_session: {}, session_request: {} }, [""]],
    ["nothing", {}, [""]],
    ["no body", undefined, [""]],
  ];
  for (const [name, body, pointers] of bad) {
    test(`${name}: 422, named`, async () => {
      const { path } = await scheduled();
      const answer = await coach.patch(path, body);
      assert.deepEqual([answer.status, answer.body.code], [422, "unprocessable"]);
      assert.deepEqual(pointersOf(answer.body), pointers);
    });
  }

  test("an active session keeps its start but takes a title; one that is over takes nothing", async () => {
    const { id, path } = await scheduled();
    const setState = (state: string) =>
      server.db.query("update depositions set state = $2 where id = $1", [id, state]);
    await setState("active");
    assert.equal((await coach.patch(path, { remote_session: moved })).body.code, "refused_transition");
    assert.equal((await coach.patch(path, { remote_session: { title: "On air" } })).status, 200);
    for (const state of ["completed", "canceled"]) {
      await setState(state);
      const answer = await coach.patch(path, { remote_session: { title: "Late" } });
      assert.deepEqual([answer.status, answer.body.code], [422, "refused_transition"]);
    }
  });
});
