import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { buildMentorshipWorld, type MentorshipWorld } from "../../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled, travel } from "../../../test/travel.ts";
import { minutes } from "../../kernel/clock.ts";

describe("a session that nobody says was held", () => {
  let server: TestServer;
  let world: MentorshipWorld;

  before(async () => {
    server = await startTestServer();
    await server.another();
    world = await buildMentorshipWorld(server);
  });
  after(() => server.close());

  const statusOf = async (id: string): Promise<string> =>
    (await world.as.manager.get(`/api/sessions/${id}`)).body.data.status;
  const missedEvents = async (id: string) =>
    (await world.events(id)).filter((event) => event.type === "mentorship.session.missed");

  test("is missed fifteen minutes after its planned end, once over several processes, and not before", async () => {
    const scheduled = await world.session(60);
    const confirmed = await world.session(90, "confirmed");
    await travel(server, minutes(60 + 60 + 14));
    assert.equal(await statusOf(scheduled), "scheduled");
    await travel(server, minutes(1));
    assert.equal(await statusOf(scheduled), "missed");
    assert.equal(await statusOf(confirmed), "confirmed");
    await travel(server, minutes(30));
    assert.equal(await statusOf(confirmed), "missed");
    for (const id of [scheduled, confirmed]) {
      const events = await missedEvents(id);
      assert.equal(events.length, 1);
      assert.equal(events[0]?.actor_id, null);
    }
  });

  test("is missed at its new time when it was moved or made longer", async () => {
    const id = await world.session(60);
    const moved = world.plan(600) as { scheduledAt: string };
    await world.as.coach.patch(`/api/sessions/${id}`, {
      scheduledAt: moved.scheduledAt,
      durationMinutes: 120,
    });
    await travel(server, minutes(600 + 120 + 14));
    assert.equal(await statusOf(id), "scheduled");
    await travel(server, minutes(1));
    assert.equal(await statusOf(id), "missed");
  });

  test("is not missed when it was cancelled or held", async () => {
    const cancelled = await world.session(60, "cancelled");
    const completed = await world.session(90, "completed");
    await travel(server, minutes(1_000));
    assert.equal(await statusOf(cancelled), "cancelled");
    assert.equal(await statusOf(completed), "completed");
  });

  test("is missed after a restart too", async () => {
    const id = await world.session(60);
    await settled(server);
    const another = await server.another();
    await travel(another, minutes(60 + 60 + 15));
    assert.equal(await statusOf(id), "missed");
  });

  test("can still be marked as held by a manager", async () => {
    const id = await world.session(60);
    await travel(server, minutes(60 + 60 + 15));
    const answer = await world.as.manager.patch(`/api/sessions/${id}`, { status: "completed" });
    assert.equal(answer.status, 200);
  });
});
