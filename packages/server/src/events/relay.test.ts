import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { buildMentorshipWorld, type MentorshipWorld } from "../../test/build-mentorship.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled } from "../../test/travel.ts";
import { relayLock } from "./relay.ts";

interface Row {
  position: string;
  subject_id: string;
  version: number;
}

describe("the relay", () => {
  let server: TestServer;
  let world: MentorshipWorld;

  before(async () => {
    server = await startTestServer();
    await server.another();
    world = await buildMentorshipWorld(server);
  });
  after(() => server.close());

  test("places every event once, without a gap, each subject's in the order of its versions", async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, (_, n) => world.session(60 + 20 * n)));
    const change = (id: string, n: number) =>
      world.as.coach.patch(`/api/sessions/${id}`, { notes: `note ${n}` });
    await Promise.all(ids.flatMap((id) => [1, 2, 3].map((n) => change(id, n))));
    await settled(server);
    const rows = await server.db.query<Row>(
      "select position, subject_id, version from events order by position",
    );
    assert.deepEqual(
      rows.map((row) => Number(row.position)),
      rows.map((_, n) => n + 1),
    );
    const versions = Map.groupBy(rows, (row) => row.subject_id);
    for (const [subject, events] of versions) {
      assert.deepEqual(
        events.map((event) => event.version),
        events.map((event) => event.version).toSorted((a, b) => a - b),
        subject,
      );
    }
  });

  test("places an event that commits late after those that were visible before it", async () => {
    const pause = Promise.withResolvers<void>();
    const slow = server.server.database.asTenant(world.organizationId, async (tx) => {
      const { appendFor } = await import("./append.ts");
      const context = { tx, now: server.clock(), origin: { requestId: "late", ip: null, userAgent: null } };
      const author = { kind: "system", id: null } as const;
      const payload = { personId: "late" };
      appendFor(context, world.organizationId, author, {
        type: "member.removed",
        subjectId: "late",
        payload,
      });
      await pause.promise;
    });
    const id = await world.session(3_000);
    await eventually(async () => {
      const [row] = await server.db.query<Row>("select position from events where subject_id = $1", [id]);
      assert.ok(row?.position);
    });
    pause.resolve();
    await slow;
    await settled(server);
    const placed = await server.db.query<Row>(
      "select subject_id, position from events where subject_id in ('late', $1) order by position",
      [id],
    );
    assert.deepEqual(
      placed.map((row) => row.subject_id),
      [id, "late"],
    );
  });

  test("keeps together what one request made of a session, however many events wait before", async () => {
    const id = await world.session(5_000);
    await settled(server);
    const other = new pg.Client(server.db.superuser);
    await other.connect();
    try {
      await other.query("select pg_advisory_lock($1)", [relayLock]);
      await server.db.query(
        `insert into events (organization_id, id, type, subject_id, version, payload, occurred_at, actor_kind)
         select $1, gen_random_uuid(), 'member.removed', 'filler', 1, '{"personId": "filler"}', now(), 'system'
         from generate_series(1, 499)`,
        [world.organizationId],
      );
      const { scheduledAt } = world.plan(6_000) as { scheduledAt: string };
      const change = { scheduledAt, durationMinutes: 90, status: "cancelled" };
      assert.equal((await world.as.coach.patch(`/api/sessions/${id}`, change)).status, 200);
    } finally {
      await other.end();
    }
    await settled(server);
    const rows = await server.db.query<{ xmin: string }>(
      "select xmin from events where subject_id = $1 and version > 1",
      [id],
    );
    assert.equal(rows.length, 3);
    assert.equal(new Set(rows.map((row) => row.xmin)).size, 1, "placed by one transaction");
  });

  test("takes over what another process left", async () => {
    const other = await server.another();
    const id = await world.session(4_000);
    await other.close();
    await settled(server);
    const [row] = await server.db.query<Row>("select position from events where subject_id = $1", [id]);
    assert.ok(row?.position);
  });
});
