import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { buildMentorshipWorld, type MentorshipWorld, must } from "../../../test/build-mentorship.ts";
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

const statuses = ["pending", "active", "paused", "ended"] as const;

describe("bringing a coach and a teacher together", () => {
  it("answers 201 with the mentorship, pending unless said otherwise", async () => {
    const { ids, as } = world;
    const now = server.clock().toISOString();
    for (const status of [undefined, "pending", "active"]) {
      const { data } = must(
        201,
        await as.manager.post("/api/mentorships", { coachId: ids.coach, teacherId: ids.teacher, status }),
      );
      const { id, ...rest } = data;
      const people = { coachId: ids.coach, teacherId: ids.teacher };
      assert.deepEqual(rest, { ...people, status: status ?? "pending", createdAt: now, updatedAt: now });
      assert.deepEqual(must(200, await as.teacher.get(`/api/mentorships/${id}`)).data, data);
      const payload = { mentorshipId: id, ...people, status: rest.status };
      assert.deepEqual(await world.events(id), [
        { type: "mentorship.created", version: 1, payload, actor_id: ids.manager },
      ]);
    }
  });

  it("is for Manager and up", async () => {
    const body = { coachId: world.ids.coach, teacherId: world.ids.teacher };
    for (const [seat, api] of Object.entries(world.as)) {
      const isAllowed = ["manager", "admin", "platformAdmin", "key"].includes(seat);
      assert.equal((await api.post("/api/mentorships", body)).status, isAllowed ? 201 : 403, seat);
    }
  });

  it("refuses people whom the organization does not have, a Teacher as the coach, and one person as both", async () => {
    const stranger = await buildMentorshipWorld(server);
    const { ids } = world;
    const cases: [object, string[]][] = [
      [{ coachId: stranger.ids.coach, teacherId: ids.teacher }, ["/coachId"]],
      [{ coachId: ids.coach, teacherId: stranger.ids.teacher }, ["/teacherId"]],
      [{ coachId: "nobody", teacherId: "" }, ["/coachId", "/teacherId"]],
      [{ coachId: ids.teacher, teacherId: ids.otherTeacher }, ["/coachId"]],
      [{ coachId: ids.coach, teacherId: ids.coach }, ["/teacherId"]],
      [{ coachId: ids.coach, teacherId: ids.coach, status: "ended" }, ["/status", "/teacherId"]],
      [{ coachId: 5 }, ["/coachId", "/teacherId"]],
      [{ coachId: ids.coach, teacherId: ids.teacher, status: "ended" }, ["/status"]],
      [{ coachId: ids.coach, teacherId: ids.teacher, name: "x" }, ["/name"]],
    ];
    for (const [body, pointers] of cases) {
      const answer = await world.as.manager.post("/api/mentorships", body);
      assert.equal(answer.status, 400, JSON.stringify(body));
      const named = answer.body.errors.map((error: { pointer: string }) => error.pointer);
      assert.deepEqual([...new Set(named)].sort(), pointers);
    }
  });
});

describe("a mentorship's lifecycle", () => {
  const steps: Record<string, readonly string[]> = {
    pending: ["active", "ended"],
    active: ["paused", "ended"],
    paused: ["active", "ended"],
    ended: [],
  };
  for (const from of statuses) {
    for (const to of statuses) {
      const status = from === to || steps[from]!.includes(to) ? 200 : 422;
      it(`${from} → ${to} answers ${status}`, async () => {
        const { organizationId, ids, as } = world;
        const id = await server.build.mentorship(organizationId, ids.coach, ids.teacher, from);
        server.clock.advance(1000);
        const answer = await as.manager.patch(`/api/mentorships/${id}`, { status: to });
        assert.equal(answer.status, status);
        const isChange = status === 200 && from !== to;
        const stored = must(200, await as.manager.get(`/api/mentorships/${id}`)).data;
        assert.equal(stored.status, isChange ? to : from);
        const events = await world.events(id);
        const payload = { mentorshipId: id, coachId: ids.coach, teacherId: ids.teacher, status: to };
        const event = { type: "mentorship.status_changed", version: 2, payload, actor_id: ids.manager };
        assert.deepEqual(events, isChange ? [event] : []);
      });
    }
  }

  it("is changed by Manager and up alone", async () => {
    for (const [seat, api] of Object.entries(world.as)) {
      const isAllowed = ["manager", "admin", "platformAdmin", "key"].includes(seat);
      const answer = await api.patch(`/api/mentorships/${world.mentorshipId}`, { status: "active" });
      assert.equal(answer.status, isAllowed ? 200 : 403, seat);
    }
  });

  it("refuses what is no status", async () => {
    for (const body of [{}, { status: "over" }, { status: null }, { status: "active", coachId: "x" }]) {
      assert.equal(
        (await world.as.manager.patch(`/api/mentorships/${world.mentorshipId}`, body)).status,
        400,
      );
    }
  });

  it("leaves sessions that are scheduled where they are when it ends", async () => {
    const id = await world.session(60);
    must(200, await world.as.manager.patch(`/api/mentorships/${world.mentorshipId}`, { status: "ended" }));
    must(200, await world.as.teacher.patch(`/api/sessions/${id}`, { status: "confirmed" }));
    const { mentorship } = must(200, await world.as.coach.get(`/api/sessions/${id}`)).data;
    assert.equal(mentorship.status, "ended");
  });
});

describe("listing mentorships", () => {
  it("is newest first, by status and page, and shows a coach or teacher their own", async () => {
    const { organizationId, ids, as } = world;
    const ours = [world.mentorshipId];
    for (const status of statuses) {
      server.clock.advance(1000);
      ours.unshift(await server.build.mentorship(organizationId, ids.coach, ids.otherTeacher, status));
    }
    const list = async (api: typeof as.coach, query = "") => {
      const { data, meta } = must(200, await api.get(`/api/mentorships${query}`));
      return [data.map((mentorship: { id: string }) => mentorship.id), meta.total_count];
    };
    assert.deepEqual(await list(as.manager), [ours, 5]);
    assert.deepEqual(await list(as.coach), [ours, 5]);
    assert.deepEqual(await list(as.teacher), [[world.mentorshipId], 1]);
    assert.deepEqual(await list(as.otherCoach), [[], 0]);
    assert.deepEqual(await list(as.manager, "?limit=2&offset=1"), [ours.slice(1, 3), 5]);
    assert.deepEqual(await list(as.manager, "?offset=9"), [[], 5]);
    assert.deepEqual(await list(as.manager, "?status=paused"), [[ours[1]], 1]);
    for (const query of ["?limit=0", "?limit=201", "?status=x", "?offset=-1"]) {
      assert.equal((await as.manager.get(`/api/mentorships${query}`)).status, 400);
    }
  });
});

describe("warnings", () => {
  it("tell of the coach's overlapping sessions in other mentorships, to those who may see them", async () => {
    const { organizationId, ids, as } = world;
    const other = await server.build.mentorship(organizationId, ids.coach, ids.otherTeacher);
    const first = must(201, await as.coach.post("/api/sessions", world.plan(600)));
    assert.equal(first.warnings, undefined);
    const overlapping = [
      [541, 60],
      [659, 15],
      [600, 60],
      [130, 471],
    ] as const;
    for (const [ahead, durationMinutes] of overlapping) {
      const plan = world.plan(ahead, { mentorshipId: other, durationMinutes });
      const { data, warnings } = must(201, await as.coach.post("/api/sessions", plan));
      const { id: sessionId, scheduledAt } = first.data;
      const detail = `the coach has another session at ${scheduledAt}`;
      assert.deepEqual(warnings, [{ code: "coach_is_busy", detail, sessionId }], `${ahead}`);
      const confirmed = must(
        200,
        await as.otherTeacher.patch(`/api/sessions/${data.id}`, { status: "confirmed" }),
      );
      assert.equal(confirmed.warnings, undefined, "the teacher is not told of other people's sessions");
      const edited = must(200, await as.manager.patch(`/api/sessions/${data.id}`, { notes: "x" }));
      assert.equal(edited.warnings[0].sessionId, sessionId);
      must(200, await as.coach.delete(`/api/sessions/${data.id}`));
    }
    for (const [ahead, durationMinutes] of [
      [660, 60],
      [585, 15],
      [120, 480],
    ] as const) {
      const plan = world.plan(ahead, { mentorshipId: other, durationMinutes });
      const { data, warnings } = must(201, await as.coach.post("/api/sessions", plan));
      assert.equal(warnings, undefined, `sessions that only touch do not overlap: ${ahead}`);
      must(200, await as.coach.delete(`/api/sessions/${data.id}`));
    }
  });
});
