import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { depositionRequest } from "../../../test/build-depositions.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { recomputeStarts } from "./index.ts";
import { zoneRules } from "./start.ts";

let server: TestServer;
let coach: Api;

before(async () => {
  server = await startTestServer();
  coach = await server.memberApi(await server.build.organization(), "Coach");
});
after(() => server.close());

/** A session whose row says that it was computed with older rules, which put it an hour off. */
async function outdated(session: Record<string, unknown> = {}, state = "scheduled"): Promise<number> {
  const { body } = await coach.post("/api/v1/sessions", depositionRequest({ session }));
  const { id } = body.requests[0];
  await server.db.query(
    "update depositions set zone_rules = '2020a', starts_at = starts_at + interval '1 hour', state = $2 where id = $1",
    [id, state],
  );
  return id;
}

const rowOf = async (id: number) => {
  const [row] = await server.db.query<{ starts_at: Date; zone_rules: string; version: number }>(
    "select starts_at, zone_rules, version from depositions where id = $1",
    [id],
  );
  return { startsAt: row!.starts_at.toISOString(), rules: row!.zone_rules, version: row!.version };
};

const movesOf = (id: number) =>
  server.db.query(
    "select payload, actor_kind, version from events where subject_id = $1 and type = 'depositions.session.rescheduled'",
    [String(id)],
  );

const right = "2026-04-14T20:30:00.000Z";
const off = "2026-04-14T21:30:00.000Z";

describe("when time-zone rules change", () => {
  test("the next start of a server moves the instants, keeps the wall times and tells of it", async () => {
    const id = await outdated();
    await server.another();
    assert.deepEqual(await rowOf(id), { startsAt: right, rules: zoneRules, version: 2 });
    assert.deepEqual(await movesOf(id), [
      { payload: { sessionId: id, from: off, to: right }, actor_kind: "system", version: 2 },
    ]);
    const { body } = await coach.get(`/api/v1/session_requests/${id}`);
    assert.equal(body.requests[0].remote_session.start_time, "01:30 PM");
  });

  test("two servers that start at once tell of it once", async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => outdated()));
    const { database } = server.server;
    await Promise.all([1, 2, 3].map(() => recomputeStarts(database, server.clock)));
    for (const id of ids) assert.equal((await movesOf(id)).length, 1);
  });

  test("sessions that are over keep the instant at which they were", async () => {
    const past = await outdated({ start_date: "2026-02-01" });
    const completed = await outdated({}, "completed");
    const canceled = await outdated({}, "canceled");
    await recomputeStarts(server.server.database, server.clock);
    assert.deepEqual(await rowOf(past), {
      startsAt: "2026-02-01T22:30:00.000Z",
      rules: zoneRules,
      version: 1,
    });
    for (const id of [completed, canceled]) {
      assert.deepEqual(await rowOf(id), { startsAt: off, rules: "2020a", version: 1 });
    }
    assert.deepEqual(await movesOf(past), []);
  });

  test("a wall time that the new rules skip keeps its instant", async () => {
    const id = await outdated();
    await server.db.query(
      "update depositions set start_date = '2026-03-08', start_time = '02:30 AM' where id = $1",
      [id],
    );
    await recomputeStarts(server.server.database, server.clock);
    assert.deepEqual(await rowOf(id), { startsAt: off, rules: zoneRules, version: 1 });
  });

  test("a server with older rules leaves alone what a newer one computed", async () => {
    const id = await outdated();
    await server.db.query("update depositions set zone_rules = '2999a' where id = $1", [id]);
    await recomputeStarts(server.server.database, server.clock);
    assert.deepEqual(await rowOf(id), { startsAt: off, rules: "2999a", version: 1 });
  });

  test("more than one batch is worked through", async () => {
    await outdated();
    await server.db.query(
      `insert into depositions
       select copy.* from generate_series(1, 1100) n, depositions d, jsonb_populate_record(
         null::depositions, to_jsonb(d) || jsonb_build_object('id', 1000000 + n)) copy
       where d.zone_rules = '2020a' and d.state = 'scheduled'`,
    );
    await recomputeStarts(server.server.database, server.clock);
    const left = await server.db.query(
      "select from depositions where zone_rules = '2020a' and state = 'scheduled'",
    );
    assert.equal(left.length, 0);
  });
});
