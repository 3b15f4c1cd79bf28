import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { at, buildMentorshipWorld, type MentorshipWorld, must } from "../../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let world: MentorshipWorld;
before(async () => {
  server = await startTestServer();
});
after(() => server.close());
beforeEach(async () => {
  world = await buildMentorshipWorld(server);
});

const post = (body: unknown) => world.as.coach.post("/api/sessions", body);
const pointers = (body: { errors?: { pointer: string }[] }) =>
  body.errors?.map((error) => error.pointer).sort();

describe("scheduling a session", () => {
  it("answers 201 with every documented field", async () => {
    const { mentorshipId, ids } = world;
    const answer = await post({
      mentorshipId,
      scheduledAt: "2026-05-01T14:00:00.000Z",
      durationMinutes: 90,
      timezone: "America/Panama",
      notes: "Discuss Q2 objectives",
    });
    assert.equal(answer.status, 201);
    const { id, agoraChannel, mentorship, coach, teacher, ...rest } = answer.body.data;
    assert.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.match(agoraChannel, new RegExp(`^ms_[A-Za-z0-9]+_${server.clock().getTime()}$`));
    const now = server.clock().toISOString();
    assert.deepEqual(rest, {
      mentorshipId,
      scheduledAt: "2026-05-01T14:00:00.000Z",
      durationMinutes: 90,
      timezone: "America/Panama",
      notes: "Discuss Q2 objectives",
      status: "scheduled",
      cancelledAt: null,
      cancelledBy: null,
      completedAt: null,
      createdAt: now,
      updatedAt: now,
    });
    const people = { firstName: "Ada", lastName: "Lovelace", avatarUrl: null };
    assert.deepEqual(coach, { id: ids.coach, email: `${ids.coach}@example.com`, ...people });
    assert.deepEqual(teacher, { id: ids.teacher, email: `${ids.teacher}@example.com`, ...people });
    assert.deepEqual(
      [mentorship.id, mentorship.coachId, mentorship.teacherId, mentorship.status],
      [mentorshipId, ids.coach, ids.teacher, "active"],
    );
    const stored = must(200, await world.as.teacher.get(`/api/sessions/${id}`)).data;
    assert.deepEqual(stored, answer.body.data);
  });

  it("takes 60 minutes, UTC and no notes where nothing is said", async () => {
    const { data } = must(201, await post(world.plan(60)));
    assert.deepEqual([data.durationMinutes, data.timezone, data.notes], [60, "UTC", null]);
    const nullNotes = must(201, await post(world.plan(120, { notes: null })));
    assert.equal(nullNotes.data.notes, null);
  });

  it("takes any offset and answers in UTC with milliseconds", async () => {
    const { data } = must(201, await post({ ...world.plan(0), scheduledAt: "2026-05-01T09:00:00-05:00" }));
    assert.equal(data.scheduledAt, "2026-05-01T14:00:00.000Z");
    const finest = await post({ ...world.plan(0), scheduledAt: "2026-06-01T00:00:00.1239999+00:00" });
    assert.equal(must(201, finest).data.scheduledAt, "2026-06-01T00:00:00.123Z");
  });

  it("keeps the first and the last instants that the wire can say", async () => {
    const soonest = new Date(server.clock().getTime() + 1).toISOString();
    assert.equal(must(201, await post({ ...world.plan(0), scheduledAt: soonest })).data.scheduledAt, soonest);
    const latest = "9999-12-31T23:59:59.999Z";
    const last = await post({ ...world.plan(0), scheduledAt: latest, durationMinutes: 480 });
    assert.equal(must(201, last).data.scheduledAt, latest);
  });

  it("refuses a start that is not in the future", async () => {
    for (const minutesAhead of [0, -1]) {
      const answer = await post(world.plan(minutesAhead));
      assert.equal(answer.status, 400);
      assert.deepEqual(pointers(answer.body), ["/scheduledAt"]);
    }
    const both = await post(world.plan(-1, { durationMinutes: 1 }));
    assert.deepEqual(pointers(both.body)?.sort(), ["/durationMinutes", "/scheduledAt"]);
  });

  it("appends one event that names the session and the mentorship", async () => {
    const id = await world.session(60);
    const payload = { sessionId: id, mentorshipId: world.mentorshipId };
    const actor_id = world.ids.coach;
    assert.deepEqual(await world.events(id), [
      { type: "mentorship.session.scheduled", version: 1, payload, actor_id },
    ]);
  });

  it("stores nothing when it is refused", async () => {
    await world.session(60);
    const count = async () =>
      (
        await server.db.query(
          "select (select count(*) from events) + (select count(*) from mentorship_sessions) n",
        )
      )[0];
    const before = await count();
    await post(world.plan(60));
    await post(world.plan(90, { durationMinutes: 14 }));
    await world.as.otherCoach.post("/api/sessions", world.plan(120));
    assert.deepEqual(await count(), before);
  });

  const limits: [string, unknown, number][] = [
    ["durationMinutes", 14, 400],
    ["durationMinutes", 15, 201],
    ["durationMinutes", 480, 201],
    ["durationMinutes", 481, 400],
    ["durationMinutes", 60.5, 400],
    ["durationMinutes", "60", 400],
    ["durationMinutes", null, 400],
    ["timezone", "Mars/Olympus", 400],
    ["timezone", "+05:00", 400],
    ["timezone", "", 400],
    ["timezone", null, 400],
    ["timezone", "Pacific Time (US & Canada)", 400],
    ["notes", "", 201],
    ["notes", "x".repeat(2000), 201],
    ["notes", "😀".repeat(2000), 201],
    ["notes", "x".repeat(2001), 400],
    ["notes", "one\ntwo\tthree", 201],
    ["notes", "bell\u0007", 400],
    ["notes", "nul\u0000", 400],
    ["notes", "half a pair \ud800", 400],
    ["notes", 5, 400],
    ["notes", ["x"], 400],
    ["scheduledAt", "2026-05-01T14:00:00", 400],
    ["scheduledAt", "2026-05-01", 400],
    ["scheduledAt", "2026-02-30T14:00:00Z", 400],
    ["scheduledAt", "tomorrow", 400],
    ["scheduledAt", 1_777_644_000_000, 400],
    ["scheduledAt", null, 400],
    ["mentorshipId", "abc", 400],
    ["mentorshipId", null, 400],
    ["titel", "a typo", 400],
    ["status", "confirmed", 400],
    ["id", "00000000-0000-0000-0000-000000000000", 400],
  ];
  for (const [name, value, status] of limits) {
    const shown = JSON.stringify(value).slice(0, 40);
    it(`answers ${status} to ${name} ${shown}`, async () => {
      const answer = await post(world.plan(60, { [name]: value }));
      assert.equal(answer.status, status, JSON.stringify(answer.body));
      if (status === 400) assert.deepEqual([...new Set(pointers(answer.body))], [`/${name}`]);
      else assert.equal(answer.body.data[name], value);
    });
  }

  it("names every bad member at once", async () => {
    const answer = await post({ durationMinutes: "60", timezone: 5, notes: 7, titel: "x" });
    assert.equal(answer.status, 400);
    assert.deepEqual(pointers(answer.body), [
      "/durationMinutes",
      "/mentorshipId",
      "/notes",
      "/scheduledAt",
      "/timezone",
      "/titel",
    ]);
  });

  it("wants an object", async () => {
    for (const body of [[], "text", 5, null, true]) assert.equal((await post(body)).status, 400);
    assert.equal((await world.as.coach.post("/api/sessions")).status, 400);
  });

  for (const status of ["pending", "paused", "ended"]) {
    it(`answers 422 for a mentorship that is ${status}`, async () => {
      const { build } = server;
      const { organizationId, ids } = world;
      const mentorshipId = await build.mentorship(organizationId, ids.coach, ids.teacher, status);
      const answer = await post(world.plan(60, { mentorshipId }));
      assert.equal(answer.status, 422);
      assert.equal(answer.body.code, "mentorship_not_active");
    });
  }
});

describe("the order of checks", () => {
  it("is 401, 400, 404, 403, 422, 409", async () => {
    const { build } = server;
    const { organizationId, ids, as } = world;
    const inactive = await build.mentorship(organizationId, ids.coach, ids.teacher, "ended");
    await world.session(60);
    const nowhere = "00000000-0000-4000-8000-000000000000";
    const bad = { durationMinutes: 1 };
    const statusOf = async (api: typeof as.coach, more: object) =>
      (await api.post("/api/sessions", world.plan(60, more))).status;
    assert.equal(await statusOf(server.api(), { ...bad, mentorshipId: nowhere }), 401);
    assert.equal(await statusOf(as.otherCoach, { ...bad, mentorshipId: nowhere }), 400);
    assert.equal(
      await statusOf(as.otherCoach, { scheduledAt: at(server.clock(), -5), mentorshipId: nowhere }),
      400,
    );
    assert.equal(await statusOf(as.otherCoach, { mentorshipId: nowhere }), 404);
    assert.equal(await statusOf(as.otherCoach, { mentorshipId: inactive }), 403);
    assert.equal(await statusOf(as.coach, { mentorshipId: inactive }), 422);
    assert.equal(await statusOf(as.coach, {}), 409);
  });
});

describe("the 15-minute rule", () => {
  const near: [string, number, number][] = [
    ["the same time", 0, 409],
    ["14:59.999 later", 15 * 60_000 - 1, 409],
    ["14:59.999 earlier", -15 * 60_000 + 1, 409],
    ["exactly 15 minutes later", 15 * 60_000, 201],
    ["exactly 15 minutes earlier", -15 * 60_000, 201],
  ];
  for (const [name, milliseconds, status] of near) {
    it(`answers ${status} to ${name} on POST, and likewise on PATCH`, async () => {
      const id = await world.session(600);
      const first = Date.parse((await world.as.coach.get(`/api/sessions/${id}`)).body.data.scheduledAt);
      const scheduledAt = new Date(first + milliseconds).toISOString();
      const other = await world.session(1200);
      const moved = await world.as.coach.patch(`/api/sessions/${other}`, { scheduledAt });
      assert.equal(moved.status, status === 201 ? 200 : 409);
      if (status === 201) must(200, await world.as.coach.delete(`/api/sessions/${other}`));
      const posted = await post({ ...world.plan(0), scheduledAt });
      assert.equal(posted.status, status);
      if (status === 409) assert.equal(posted.body.code, "session_too_close");
    });
  }

  it("does not count cancelled sessions, but does count every other status", async () => {
    for (const [index, status] of ["scheduled", "confirmed", "completed", "missed", "cancelled"].entries()) {
      const ahead = 100 + index * 100;
      await world.session(ahead, status);
      const expected = status === "cancelled" ? 201 : 409;
      assert.equal((await post(world.plan(ahead + 5))).status, expected, status);
    }
  });

  it("does not look at other mentorships", async () => {
    await world.session(60);
    const { build } = server;
    const mentorshipId = await build.mentorship(
      world.organizationId,
      world.ids.coach,
      world.ids.otherTeacher,
    );
    assert.equal((await post(world.plan(60, { mentorshipId }))).status, 201);
  });

  it("lets a session be moved by less than 15 minutes when nothing else is near", async () => {
    const id = await world.session(60);
    const scheduledAt = at(server.clock(), 65);
    const { data } = must(200, await world.as.coach.patch(`/api/sessions/${id}`, { scheduledAt }));
    assert.equal(data.scheduledAt, scheduledAt);
  });

  it("does not take the duration into account", async () => {
    must(201, await post(world.plan(60, { durationMinutes: 480 })));
    assert.equal((await post(world.plan(75))).status, 201);
  });
});
