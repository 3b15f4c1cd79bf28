import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { at, buildMentorshipWorld, type MentorshipWorld, must } from "../../../test/build-mentorship.ts";
import { createTestClock } from "../../../test/clock.ts";
import { createTestDatabase } from "../../../test/database.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let other: TestServer;
before(async () => {
  // A deadlock is given up as a fault long before PostgreSQL would notice and end it.
  const db = await createTestDatabase();
  await db.query(`alter database ${db.connection.database} set deadlock_timeout = '10min'`);
  server = await startTestServer({ on: { db, clock: createTestClock() } });
  other = await server.another();
});
after(() => server.close());

const many = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

/** Half of the requests go to each of two servers on one database. */
const serverFor = (index: number) => (index % 2 === 0 ? server : other);

async function tokenOf(world: MentorshipWorld) {
  const { token } = await server.server.tokens.issue(world.ids.manager, world.organizationId, 3_600_000);
  return token;
}

const count = (statuses: number[], status: number) => statuses.filter((each) => each === status).length;

/** The starts of a mentorship's sessions that are not cancelled, in milliseconds, as the database has them. */
async function startsOf(world: MentorshipWorld): Promise<number[]> {
  const rows = await server.db.query<{ scheduled_at: Date }>(
    "select scheduled_at from mentorship_sessions where mentorship_id = $1 and status <> 'cancelled'",
    [world.mentorshipId],
  );
  return rows.map((row) => row.scheduled_at.getTime()).sort((a, b) => a - b);
}

describe("under parallel requests", () => {
  it("of 40 sessions scheduled within a quarter of an hour exactly one is", async () => {
    const world = await buildMentorshipWorld(server);
    const token = await tokenOf(world);
    const answers = await many(40, (index) =>
      serverFor(index)
        .api(token)
        .post("/api/sessions", world.plan(600 + (index % 15))),
    );
    const statuses = answers.map((answer) => answer.status);
    assert.deepEqual([count(statuses, 201), count(statuses, 409)], [1, 39]);
    assert.equal((await startsOf(world)).length, 1);
    const created = answers.find((answer) => answer.status === 201)?.body.data.id;
    const events = await server.db.query("select subject_id from events where organization_id = $1", [
      world.organizationId,
    ]);
    assert.deepEqual(events, [{ subject_id: created }], "a refused request leaves no event");
  });

  it("of 30 requests to schedule under one key one is executed, and repeats are answered as it was", async () => {
    const world = await buildMentorshipWorld(server);
    const token = await tokenOf(world);
    const headers = { "idempotency-key": "the-same-for-all" };
    const plan = world.plan(700);
    const post = (index: number) => serverFor(index).api(token).post("/api/sessions", plan, headers);
    const statuses = (await many(30, post)).map(({ status }) => status);
    assert.equal(count(statuses, 201) + count(statuses, 409), 30);
    const repeat = must(201, await post(1));
    assert.equal((await post(0)).headers.get("idempotency-replayed"), "true");
    assert.equal((await startsOf(world)).length, 1, "no quarter of an hour apart from itself");
    const events = await world.events(repeat.data.id);
    assert.equal(events.length, 1, "what was undone leaves no event");
    const other = await serverFor(0).api(token).post("/api/sessions", world.plan(900), headers);
    assert.equal(other.body.code, "idempotency_key_reused");
    assert.equal((await startsOf(world)).length, 1);
  });

  it("of 30 sessions moved to one time exactly one is, without a deadlock", async () => {
    const world = await buildMentorshipWorld(server);
    const token = await tokenOf(world);
    const ids = await many(30, (index) => world.session(1000 + index * 20));
    const answers = await many(30, (index) =>
      serverFor(index)
        .api(token)
        .patch(`/api/sessions/${ids[index]}`, { scheduledAt: at(server.clock(), 100) }),
    );
    const statuses = answers.map((answer) => answer.status);
    assert.deepEqual([count(statuses, 200), count(statuses, 409)], [1, 29], "no deadlock among them");
  });

  it("two sessions that swap places, new ones between them and cancellations never end up too close", async () => {
    const request = fc.oneof(
      fc.record({ kind: fc.constant("schedule" as const), ahead: fc.integer({ min: 1, max: 90 }) }),
      fc.record({
        kind: fc.constant("move" as const),
        ahead: fc.integer({ min: 1, max: 90 }),
        which: fc.nat(3),
      }),
      fc.record({
        kind: fc.constantFrom("confirmed" as const, "cancelled" as const, "DELETE" as const),
        which: fc.nat(3),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 8, maxLength: 24 }), async (requests) => {
        const world = await buildMentorshipWorld(server);
        const token = await tokenOf(world);
        const ids = [
          await world.session(10),
          await world.session(30),
          await world.session(50),
          await world.session(80),
        ];
        const answers = await many(requests.length, (index) => {
          const wanted = requests[index]!;
          const api = serverFor(index).api(token);
          if (wanted.kind === "schedule") return api.post("/api/sessions", world.plan(wanted.ahead));
          const path = `/api/sessions/${ids[wanted.which]}`;
          if (wanted.kind === "DELETE") return api.delete(path);
          if (wanted.kind === "move")
            return api.patch(path, { scheduledAt: at(server.clock(), wanted.ahead) });
          return api.patch(path, { status: wanted.kind });
        });
        for (const { status } of answers) assert.ok([200, 201, 409, 422].includes(status), `${status}`);
        const starts = await startsOf(world);
        for (const [index, start] of starts.slice(1).entries()) {
          assert.ok(start - starts[index]! >= 15 * 60_000, "two sessions are under 15 minutes apart");
        }
      }),
      { numRuns: 15 },
    );
  });

  it("30 confirmations are one change and one event", async () => {
    const world = await buildMentorshipWorld(server);
    const id = await world.session(60);
    const answers = await many(30, () =>
      world.as.teacher.patch(`/api/sessions/${id}`, { status: "confirmed" }),
    );
    assert.ok(answers.every((answer) => answer.status === 200 && answer.body.data.status === "confirmed"));
    const confirmed = (await world.events(id)).filter(({ type }) => type === "mentorship.session.confirmed");
    assert.equal(confirmed.length, 1);
  });

  it("30 cancellations are one change and one event, and all give the same answer", async () => {
    const world = await buildMentorshipWorld(server);
    const id = await world.session(60);
    const answers = await many(30, () => world.as.coach.delete(`/api/sessions/${id}`));
    for (const answer of answers) assert.deepEqual(must(200, answer), answers[0]?.body);
    assert.equal((await world.events(id)).length, 2);
  });

  it("completing and cancelling at once leave one of the two, and its event alone", async () => {
    for (let round = 0; round < 8; round += 1) {
      const world = await buildMentorshipWorld(server);
      const id = await world.session(60, "confirmed");
      const path = `/api/sessions/${id}`;
      const answers = await many(10, (index) =>
        index % 2 ? world.as.coach.delete(path) : world.as.coach.patch(path, { status: "completed" }),
      );
      const { status } = must(200, await world.as.coach.get(path)).data;
      const last = (await world.events(id)).slice(2);
      assert.deepEqual(
        last.map(({ type }) => type),
        [`mentorship.session.${status}`],
      );
      assert.equal(
        count(
          answers.map((answer) => answer.status),
          200,
        ),
        5,
      );
    }
  });

  it("20 edits all happen, one after another: versions have no gap", async () => {
    const world = await buildMentorshipWorld(server);
    const id = await world.session(60);
    await many(20, (index) => world.as.coach.patch(`/api/sessions/${id}`, { notes: `note ${index}` }));
    const versions = (await world.events(id)).map(({ version }) => version);
    assert.deepEqual(
      versions,
      Array.from({ length: 21 }, (_, index) => index + 1),
    );
  });
});
