import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { hours } from "#kernel/clock.ts";
import {
  buildMentorshipWorld,
  type MentorshipWorld,
  must,
  type Seat,
} from "../../../test/build-mentorship.ts";
import { eventually } from "../../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { type Listening, openStream } from "../../../test/streams.ts";

let server: TestServer;
let world: MentorshipWorld;
let path: string;
let id: string;
let watcher: Listening;
before(async () => {
  server = await startTestServer();
  world = await buildMentorshipWorld(server);
  id = await world.session(60);
  path = `/api/sessions/${id}/reactions`;
  const { token } = await server.server.tokens.issue(world.ids.coach, world.organizationId, hours(1));
  const url = `${server.url}/api/events/mentorships/${world.mentorshipId}/events`;
  watcher = await openStream(url, { authorization: `Bearer ${token}` });
});
after(async () => {
  watcher.hangUp();
  await server.close();
});

/** The reactions that were seen since the last time; what was sent before this call is among them. */
async function seen(): Promise<object[]> {
  must(200, await world.as.manager.post(path, { emoji: "👏" }));
  const reactions = await eventually(async () => {
    const last = watcher.heard.findLast((event) => event.data.userId === world.ids.manager);
    assert.ok(last);
    return watcher.heard.splice(0);
  });
  return reactions.filter(({ name, data }) => name === "call-reaction" && data.userId !== world.ids.manager);
}

describe("a reaction", () => {
  for (const emoji of ["👍", "❤️", "😂", "🎉", "👏", "🙌"]) {
    it(`${emoji} reaches all who watch the mentorship, and is not stored`, async () => {
      const events = async () => (await server.db.query("select count(*) from events"))[0];
      const before = await events();
      const answer = await world.as.teacher.post(path, { emoji });
      assert.deepEqual([answer.status, answer.body], [200, { success: true }]);
      const data = {
        sessionId: id,
        mentorshipId: world.mentorshipId,
        emoji,
        userId: world.ids.teacher,
        sentAt: server.clock().toISOString(),
      };
      assert.deepEqual(await seen(), [{ id: null, name: "call-reaction", data }]);
      assert.deepEqual(await events(), before);
    });
  }

  const others: unknown[] = ["❤", "👎", "🎉🎉", "👍🏽", "", " 🎉", "party", null, 5, ["🎉"], undefined];
  for (const emoji of others) {
    it(`${JSON.stringify(emoji)} is refused with 400`, async () => {
      const answer = await world.as.teacher.post(path, { emoji });
      assert.equal(answer.status, 400);
      assert.equal(answer.body.errors[0].pointer, "/emoji");
      assert.deepEqual(await seen(), []);
    });
  }

  it("takes nothing beside the emoji", async () => {
    const answer = await world.as.teacher.post(path, { emoji: "🎉", userId: "somebody" });
    assert.deepEqual([answer.status, answer.body.errors[0].pointer], [400, "/userId"]);
  });

  it("is for those who may see the session", async () => {
    for (const [seat, api] of Object.entries(world.as) as [Seat, typeof world.as.coach][]) {
      const status = seat.startsWith("other") ? 403 : 200;
      assert.equal((await api.post(path, { emoji: "👏" })).status, status, seat);
    }
    const nowhere = "/api/sessions/00000000-0000-4000-8000-000000000000/reactions";
    assert.equal((await world.as.coach.post(nowhere, { emoji: "👏" })).status, 404);
    assert.equal((await world.as.coach.post(nowhere, { emoji: "x" })).status, 400);
  });

  it("has no time window and asks for no status", async () => {
    for (const [index, status] of ["confirmed", "completed", "missed", "cancelled"].entries()) {
      const session = await world.session(200 + index * 100, status);
      must(200, await world.as.coach.post(`/api/sessions/${session}/reactions`, { emoji: "🙌" }));
    }
  });
});
