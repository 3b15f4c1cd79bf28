import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import {
  buildMentorshipWorld,
  type MentorshipWorld,
  must,
  type Seat,
} from "../../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

/*
 * CONTRACTS.md, "Transitions by people", written down a second time and independently of lifecycle.ts and
 * policy.ts: for each step, who may make it. Everything else that a person may ask for at all answers 422.
 */
const statuses = ["scheduled", "confirmed", "completed", "cancelled", "missed"] as const;
type Status = (typeof statuses)[number];
const seats: Seat[] = [
  "teacher",
  "coach",
  "manager",
  "admin",
  "platformAdmin",
  "key",
  "otherTeacher",
  "otherCoach",
];
const high: Seat[] = ["manager", "admin", "platformAdmin", "key"];
const steps: Record<string, Seat[]> = {
  "scheduled → confirmed": ["teacher", ...high],
  "scheduled → cancelled": ["coach", ...high],
  "confirmed → cancelled": ["coach", ...high],
  "confirmed → completed": ["coach", ...high],
  "confirmed → missed": ["coach", ...high],
  "confirmed → scheduled": ["coach", ...high],
  "missed → completed": high,
};

function expected(seat: Seat, from: Status, to: Status): number {
  if (seat === "otherTeacher" || seat === "otherCoach") return 403;
  if (seat === "teacher" && to !== "confirmed") return 403;
  if (seat === "coach" && to === "confirmed") return 403;
  if (from === to) return 200;
  return steps[`${from} → ${to}`]?.includes(seat) ? 200 : 422;
}

let server: TestServer;
let world: MentorshipWorld;
before(async () => {
  server = await startTestServer();
  world = await buildMentorshipWorld(server);
});
after(() => server.close());

/** A fresh session, far from all others. */
const session = (status: Status) => world.session(world.ahead(), status);

describe("every step by everybody", () => {
  for (const from of statuses) {
    for (const to of statuses) {
      it(`${from} → ${to}: ${seats.map((seat) => `${seat} ${expected(seat, from, to)}`).join(", ")}`, async () => {
        for (const seat of seats) {
          const id = await session(from);
          const before = (await world.events(id)).length;
          const answer = await world.as[seat].patch(`/api/sessions/${id}`, { status: to });
          const status = expected(seat, from, to);
          assert.equal(answer.status, status, `${seat}: ${JSON.stringify(answer.body)}`);
          const now = must(200, await world.as.manager.get(`/api/sessions/${id}`)).data;
          assert.equal(now.status, status === 200 ? to : from);
          const appended = (await world.events(id)).length - before;
          assert.equal(
            appended,
            status === 200 && from !== to ? 1 : 0,
            `${seat} appended ${appended} events`,
          );
          if (status === 422) assert.equal(answer.body.code, "refused_transition");
        }
      });
    }
  }
});

describe("what a step leaves behind", () => {
  const eventOf: Record<Status, string> = {
    scheduled: "mentorship.session.reopened",
    confirmed: "mentorship.session.confirmed",
    completed: "mentorship.session.completed",
    cancelled: "mentorship.session.cancelled",
    missed: "mentorship.session.missed",
  };

  it("cancelling says when and by whom, and releases the channel", async () => {
    const id = await session("confirmed");
    server.clock.advance(1000);
    const now = server.clock().toISOString();
    const { data } = must(200, await world.as.coach.patch(`/api/sessions/${id}`, { status: "cancelled" }));
    assert.deepEqual(
      [data.cancelledAt, data.cancelledBy, data.agoraChannel, data.completedAt, data.updatedAt],
      [now, world.ids.coach, null, null, now],
    );
  });

  it("completing says when, also when the session was first missed", async () => {
    for (const from of ["confirmed", "missed"] as const) {
      const id = await session(from);
      server.clock.advance(1000);
      const { data } = must(
        200,
        await world.as.manager.patch(`/api/sessions/${id}`, { status: "completed" }),
      );
      assert.equal(data.completedAt, server.clock().toISOString());
      assert.ok(data.agoraChannel);
    }
  });

  it("setting the status that it has changes nothing, not even updatedAt", async () => {
    for (const status of statuses) {
      const id = await session(status);
      const before = must(200, await world.as.manager.get(`/api/sessions/${id}`)).data;
      server.clock.advance(1000);
      const { data } = must(200, await world.as.manager.patch(`/api/sessions/${id}`, { status }));
      assert.deepEqual(data, before);
    }
  });

  it("any walk through the lifecycle keeps to the table and numbers its events 1, 2, 3 …", async () => {
    const walk = fc.array(fc.tuple(fc.constantFrom(...seats), fc.constantFrom(...statuses)), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(walk, async (attempts) => {
        const id = await session("scheduled");
        let status: Status = "scheduled";
        const happened = ["mentorship.session.scheduled"];
        for (const [seat, to] of attempts) {
          const answer = await world.as[seat].patch(`/api/sessions/${id}`, { status: to });
          assert.equal(answer.status, expected(seat, status, to));
          if (answer.status === 200 && status !== to) happened.push(eventOf[to]);
          if (answer.status === 200) status = to;
        }
        const events = await world.events(id);
        assert.deepEqual(
          events.map((event) => event.type),
          happened,
        );
        assert.deepEqual(
          events.map((event) => event.version),
          happened.map((_, index) => index + 1),
        );
      }),
      { numRuns: 25 },
    );
  });
});

describe("DELETE", () => {
  for (const status of statuses) {
    const isOver = status === "completed" || status === "missed";
    it(`answers ${isOver ? 422 : 200} for a ${status} session`, async () => {
      const id = await session(status);
      const { status: answered, body } = await world.as.coach.delete(`/api/sessions/${id}`);
      assert.equal(answered, isOver ? 422 : 200);
      if (!isOver) assert.equal(body.data.status, "cancelled");
    });
  }

  it("twice answers the same and appends one event", async () => {
    const id = await session("scheduled");
    const first = must(200, await world.as.coach.delete(`/api/sessions/${id}`));
    server.clock.advance(1000);
    const second = must(200, await world.as.manager.delete(`/api/sessions/${id}`));
    assert.deepEqual(second, first);
    assert.equal(first.data.cancelledBy, world.ids.coach);
    const types = (await world.events(id)).map((event) => event.type);
    assert.deepEqual(types, ["mentorship.session.scheduled", "mentorship.session.cancelled"]);
  });

  it("is for the session's coach and for Manager and up", async () => {
    for (const seat of seats) {
      const id = await session("scheduled");
      const mayCancel = seat === "coach" || high.includes(seat);
      const answer = await world.as[seat].delete(`/api/sessions/${id}`);
      assert.equal(answer.status, mayCancel ? 200 : 403, seat);
      if (mayCancel) assert.equal(answer.body.data.cancelledBy, world.ids[seat]);
    }
  });
});
