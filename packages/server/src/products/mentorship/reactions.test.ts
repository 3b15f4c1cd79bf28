import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import {
  buildMentorshipWorld,
  type MentorshipWorld,
  must,
  type Seat,
} from "../../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let world: MentorshipWorld;
let path: string;
let id: string;
let watcher: pg.Client | undefined;
const heard: { organizationId: string; type: string; payload: Record<string, string> }[] = [];
before(async () => {
  server = await startTestServer();
  world = await buildMentorshipWorld(server);
  id = await world.session(60);
  path = `/api/sessions/${id}/reactions`;
  const client = new pg.Client(server.db.connection);
  client.on("notification", ({ payload }) => heard.push(JSON.parse(payload ?? "")));
  await client.connect();
  await client.query("listen convene_ephemeral");
  watcher = client;
});
after(async () => {
  await watcher?.end();
  await server.close();
});

/** What was announced until now; a round trip on the watcher's connection brings everything before it. */
async function announced() {
  await watcher?.query("select 1");
  return heard.splice(0);
}

describe("a reaction", () => {
  for (const emoji of ["👍", "❤️", "😂", "🎉", "👏", "🙌"]) {
    it(`${emoji} is announced to all who watch the mentorship, and not stored`, async () => {
      const events = async () => (await server.db.query("select count(*) from events"))[0];
      const before = await events();
      const answer = await world.as.teacher.post(path, { emoji });
      assert.deepEqual([answer.status, answer.body], [200, { success: true }]);
      const payload = {
        sessionId: id,
        mentorshipId: world.mentorshipId,
        emoji,
        userId: world.ids.teacher,
        sentAt: server.clock().toISOString(),
      };
      const { organizationId } = world;
      assert.deepEqual(await announced(), [{ organizationId, type: "mentorship.reaction.sent", payload }]);
      assert.deepEqual(await events(), before);
    });
  }

  const others: unknown[] = ["❤", "👎", "🎉🎉", "👍🏽", "", " 🎉", "party", null, 5, ["🎉"], undefined];
  for (const emoji of others) {
    it(`${JSON.stringify(emoji)} is refused with 400`, async () => {
      const answer = await world.as.teacher.post(path, { emoji });
      assert.equal(answer.status, 400);
      assert.equal(answer.body.errors[0].pointer, "/emoji");
      assert.deepEqual(await announced(), []);
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
