import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  at,
  buildMentorshipWorld,
  type MentorshipWorld,
  must,
  type Seat,
} from "../../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let world: MentorshipWorld;
before(async () => {
  server = await startTestServer();
  world = await buildMentorshipWorld(server);
});
after(() => server.close());

const session = (status?: string) => world.session(world.ahead(), status);
const patch = (seat: Seat, id: string, body: unknown) => world.as[seat].patch(`/api/sessions/${id}`, body);
const later = () => at(server.clock(), world.ahead());

describe("changing a session", () => {
  it("takes every documented field at once", async () => {
    const id = await session();
    const scheduledAt = later();
    server.clock.advance(1000);
    const update = { scheduledAt, durationMinutes: 90, timezone: "America/New_York", notes: "To Thursday" };
    const { data } = must(200, await patch("coach", id, update));
    const { durationMinutes, timezone, notes, status, updatedAt } = data;
    assert.deepEqual({ scheduledAt: data.scheduledAt, durationMinutes, timezone, notes }, update);
    assert.deepEqual([status, updatedAt], ["scheduled", server.clock().toISOString()]);
    assert.deepEqual(must(200, await world.as.coach.get(`/api/sessions/${id}`)).data, data);
  });

  it("leaves alone what is not named, and takes notes away with null", async () => {
    const id = await session();
    must(200, await patch("coach", id, { notes: "first" }));
    const before = must(200, await patch("coach", id, { durationMinutes: 30 })).data;
    assert.equal(before.notes, "first");
    const { data } = must(200, await patch("coach", id, { notes: null }));
    assert.deepEqual(data, { ...before, notes: null });
  });

  it("moves a confirmed session without taking the confirmation away", async () => {
    const id = await session("confirmed");
    assert.equal(must(200, await patch("coach", id, { scheduledAt: later() })).data.status, "confirmed");
  });

  it("changes nothing with an empty body or with what it has", async () => {
    const id = await session();
    const before = must(200, await world.as.coach.get(`/api/sessions/${id}`)).data;
    server.clock.advance(1000);
    const { scheduledAt, durationMinutes, timezone, notes, status } = before;
    const same = { scheduledAt, durationMinutes, timezone, notes, status };
    for (const body of [{}, same]) assert.deepEqual(must(200, await patch("manager", id, body)).data, before);
    assert.equal((await world.events(id)).length, 1);
  });

  it("appends one event for each kind of change, in order", async () => {
    const id = await session();
    const { scheduledAt: from } = must(200, await world.as.coach.get(`/api/sessions/${id}`)).data;
    const to = later();
    must(200, await patch("manager", id, { scheduledAt: to, notes: "x", status: "confirmed" }));
    must(200, await patch("coach", id, { timezone: "Asia/Tokyo" }));
    const ids = { sessionId: id, mentorshipId: world.mentorshipId };
    const by = (seat: Seat) => ({ actor_id: world.ids[seat] });
    assert.deepEqual(await world.events(id), [
      { type: "mentorship.session.scheduled", version: 1, payload: ids, ...by("coach") },
      { type: "mentorship.session.rescheduled", version: 2, payload: { ...ids, from, to }, ...by("manager") },
      {
        type: "mentorship.session.edited",
        version: 3,
        payload: { ...ids, changed: ["notes"] },
        ...by("manager"),
      },
      { type: "mentorship.session.confirmed", version: 4, payload: ids, ...by("manager") },
      {
        type: "mentorship.session.edited",
        version: 5,
        payload: { ...ids, changed: ["timezone"] },
        ...by("coach"),
      },
    ]);
  });

  it("keeps the time, duration and zone of a session that is over, but not its notes", async () => {
    for (const status of ["completed", "missed", "cancelled"]) {
      const id = await session(status);
      for (const update of [{ scheduledAt: later() }, { durationMinutes: 30 }, { timezone: "Asia/Tokyo" }]) {
        const answer = await patch("manager", id, update);
        assert.deepEqual([answer.status, answer.body.code], [422, "refused_transition"], status);
      }
      assert.equal(must(200, await patch("coach", id, { notes: "afterwards" })).data.notes, "afterwards");
    }
  });

  const bad: [string, unknown][] = [
    ["scheduledAt", "2026-03-01T00:00:00Z"],
    ["scheduledAt", "soon"],
    ["scheduledAt", null],
    ["durationMinutes", 14],
    ["durationMinutes", 481],
    ["durationMinutes", "60"],
    ["timezone", "Nowhere"],
    ["timezone", null],
    ["notes", "x".repeat(2001)],
    ["status", "done"],
    ["status", null],
    ["status", ""],
    ["mentorshipId", "00000000-0000-4000-8000-000000000000"],
    ["agoraChannel", "ms_mine_1"],
  ];
  for (const [name, value] of bad) {
    it(`answers 400 to ${name} ${JSON.stringify(value)?.slice(0, 30)}`, async () => {
      const answer = await patch("coach", "00000000-0000-4000-8000-000000000000", { [name]: value });
      assert.equal(answer.status, 400, "before it looks for the session");
      assert.ok(answer.body.errors.every((error: { pointer: string }) => error.pointer === `/${name}`));
    });
  }

  it("answers 400, 404, 403, 422, 409 in this order", async () => {
    const over = await session("cancelled");
    const taken = must(200, await world.as.coach.get(`/api/sessions/${await session()}`)).data;
    const id = await session();
    const nowhere = "00000000-0000-4000-8000-000000000000";
    const { scheduledAt } = taken;
    assert.equal((await patch("otherCoach", nowhere, { scheduledAt, notes: 5 })).status, 400);
    assert.equal((await patch("otherCoach", nowhere, { scheduledAt })).status, 404);
    assert.equal((await patch("otherCoach", over, { scheduledAt })).status, 403);
    assert.equal((await patch("coach", over, { scheduledAt })).status, 422);
    assert.equal((await patch("coach", id, { scheduledAt, status: "completed" })).status, 422);
    assert.equal((await patch("coach", id, { scheduledAt })).status, 409);
  });
});

describe("who may change what", () => {
  it("a teacher only confirms", async () => {
    const id = await session();
    const forbidden: object[] = [
      { scheduledAt: later() },
      { durationMinutes: 30 },
      { timezone: "UTC" },
      { notes: "mine" },
      { notes: null },
      { status: "confirmed", notes: "mine" },
      { status: "cancelled" },
      { status: "scheduled" },
    ];
    for (const body of forbidden)
      assert.equal((await patch("teacher", id, body)).status, 403, JSON.stringify(body));
    must(200, await patch("teacher", id, {}));
    must(200, await patch("teacher", id, { status: "confirmed" }));
  });

  it("a coach changes everything of their own sessions but cannot confirm", async () => {
    const id = await session();
    assert.equal((await patch("coach", id, { status: "confirmed" })).status, 403);
    assert.equal((await patch("coach", id, { notes: "x", status: "confirmed" })).status, 403);
    must(200, await patch("coach", id, { notes: "x" }));
  });

  it("people with no seat in the mentorship change nothing, whatever they send", async () => {
    const id = await session();
    for (const seat of ["otherCoach", "otherTeacher"] as const) {
      for (const body of [{}, { status: "confirmed" }, { notes: "x" }]) {
        assert.equal((await patch(seat, id, body)).status, 403);
      }
    }
  });

  it("Manager, OrganizationAdmin, PlatformAdmin and a key with the scope change all", async () => {
    for (const seat of ["manager", "admin", "platformAdmin", "key"] as const) {
      const id = await session();
      const body = { notes: seat, durationMinutes: 45, status: "confirmed" };
      const { data } = must(200, await patch(seat, id, body));
      assert.deepEqual([data.notes, data.durationMinutes, data.status], [seat, 45, "confirmed"]);
    }
  });
});
