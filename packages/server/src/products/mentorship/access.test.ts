import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Api } from "../../../test/api.ts";
import { buildMentorshipWorld, type MentorshipWorld, must } from "../../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let world: MentorshipWorld;
let foreign: MentorshipWorld;
let id: string;
before(async () => {
  server = await startTestServer();
  world = await buildMentorshipWorld(server);
  foreign = await buildMentorshipWorld(server);
  id = await world.session(60);
});
after(() => server.close());

/** Every route of the product, called with a good request for this session and mentorship. */
const calls: Record<string, (api: Api, session: string, mentorship: string) => ReturnType<Api["get"]>> = {
  list: (api) => api.get("/api/sessions"),
  schedule: (api, _, mentorshipId) => api.post("/api/sessions", world.plan(9000, { mentorshipId })),
  item: (api, session) => api.get(`/api/sessions/${session}`),
  update: (api, session) => api.patch(`/api/sessions/${session}`, {}),
  cancel: (api, session) => api.delete(`/api/sessions/${session}`),
  token: (api, session) => api.get(`/api/sessions/${session}/agora-token`),
  react: (api, session) => api.post(`/api/sessions/${session}/reactions`, { emoji: "🎉" }),
  mentorships: (api) => api.get("/api/mentorships"),
  mentorship: (api, _, mentorship) => api.get(`/api/mentorships/${mentorship}`),
  change: (api, _, mentorship) => api.patch(`/api/mentorships/${mentorship}`, { status: "active" }),
};
const reads = ["list", "item", "token", "mentorships", "mentorship"];

describe("every route of mentorship", () => {
  for (const [name, call] of Object.entries(calls)) {
    it(`${name} answers 401 without a credential`, async () => {
      const answer = await call(server.api(), id, world.mentorshipId);
      assert.equal(answer.status, 401);
      assert.equal(answer.headers.get("www-authenticate"), "Bearer");
    });

    it(`${name} answers 400 to somebody who is in no organization`, async () => {
      const homeless = await server.build.person();
      const answer = await call(server.api(homeless.token), id, world.mentorshipId);
      assert.deepEqual([answer.status, answer.body.code], [400, "no_organization_context"]);
    });

    it(`${name} answers 403 to a key without its scope`, async () => {
      const wrong = reads.includes(name) ? "mentorship:write" : "mentorship:read";
      const key = await server.build.apiKey(world.organizationId, [wrong, "live:read", "screening:write"]);
      const answer = await call(server.api(key.text), id, world.mentorshipId);
      assert.deepEqual([answer.status, answer.body.code], [403, "insufficient_scope"]);
    });

    if (name !== "list" && name !== "mentorships") {
      it(`${name} answers 404 to everybody of another organization`, async () => {
        for (const api of Object.values(foreign.as)) {
          const answer = await call(api, id, world.mentorshipId);
          assert.deepEqual([answer.status, answer.body.code], [404, "not_found"]);
        }
      });
    }
  }

  it("shows another organization nothing in its lists", async () => {
    const sessions = must(
      200,
      await foreign.as.admin.get(`/api/sessions?mentorshipId=${world.mentorshipId}`),
    );
    assert.deepEqual(sessions, { data: [], meta: { total_count: 0 } });
    const mentorships = must(200, await foreign.as.admin.get("/api/mentorships")).data;
    assert.deepEqual(
      mentorships.map((mentorship: { id: string }) => mentorship.id),
      [foreign.mentorshipId],
    );
  });

  it("answers 404 for what does not exist and 400 for what is no id", async () => {
    const nowhere = "00000000-0000-4000-8000-000000000000";
    for (const name of ["item", "update", "cancel", "token", "react", "mentorship", "change"]) {
      const call = calls[name]!;
      assert.equal((await call(world.as.admin, nowhere, nowhere)).status, 404, name);
      for (const bad of [
        "abc",
        "%00",
        "%F0%9F%98%80",
        "a".repeat(5000),
        `urn:uuid:${nowhere}`,
        `${nowhere}0`,
      ]) {
        const answer = await call(world.as.admin, bad, bad);
        assert.equal(answer.status, 400, `${name} ${bad.slice(0, 20)}`);
        assert.equal(answer.body.errors[0].pointer, ":id");
      }
      const upper = await call(world.as.admin, id.toUpperCase(), world.mentorshipId.toUpperCase());
      assert.notEqual(upper.status, 400, "a UUID in capitals is the same UUID");
    }
  });

  it("shows a session and its token to its two people and to Manager and up, and to nobody else", async () => {
    const session = await world.session(2000);
    for (const [seat, api] of Object.entries(world.as)) {
      const expected = seat.startsWith("other") ? 403 : 200;
      for (const name of ["item", "token", "react", "mentorship"]) {
        assert.equal(
          (await calls[name]!(api, session, world.mentorshipId)).status,
          expected,
          `${seat} ${name}`,
        );
      }
    }
  });

  it("lets the coach, and Manager and up, schedule", async () => {
    for (const [index, [seat, api]] of Object.entries(world.as).entries()) {
      const isAllowed = !["teacher", "otherTeacher", "otherCoach"].includes(seat);
      const answer = await api.post("/api/sessions", world.plan(3000 + index * 20));
      assert.equal(answer.status, isAllowed ? 201 : 403, seat);
    }
  });

  it("takes the role as it is now: a coach who became a Teacher no longer schedules", async () => {
    const other = await buildMentorshipWorld(server);
    await server.db.query("update members set role = 'Teacher' where person_id = $1", [other.ids.coach]);
    const deadline = Date.now() + 10_000;
    let status = 201;
    for (let ahead = 100; status === 201 && Date.now() < deadline; ahead += 20) {
      status = (await other.as.coach.post("/api/sessions", other.plan(ahead))).status;
    }
    assert.equal(status, 403);
  });

  it("lets a Coach who sits as the teacher confirm", async () => {
    const { build } = server;
    const mentorshipId = await build.mentorship(world.organizationId, world.ids.coach, world.ids.otherCoach);
    const body = world.plan(60, { mentorshipId });
    const { data } = must(201, await world.as.coach.post("/api/sessions", body));
    const path = `/api/sessions/${data.id}`;
    assert.equal((await world.as.otherCoach.patch(path, { notes: "x" })).status, 403);
    assert.equal((await world.as.otherCoach.delete(path)).status, 403);
    must(200, await world.as.otherCoach.patch(path, { status: "confirmed" }));
  });
});
