import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createPool, type Pool } from "#database/pool.ts";
import { createDatabase, type Database } from "#database/tenancy.ts";
import { newId } from "#kernel/ids.ts";
import { createTestClock } from "../../test/clock.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { eventually } from "../../test/eventually.ts";
import { createHub } from "./hub.ts";
import { mostReads } from "./turns.ts";

let db: TestDatabase;
let pool: Pool;
let missedPool: Pool;
const clock = createTestClock();

before(async () => {
  db = await createTestDatabase();
  pool = createPool({ connection: db.connection, size: 1, onError: () => {} });
  missedPool = createPool({ connection: db.connection, size: mostReads, onError: () => {} });
});
after(async () => {
  await pool.end();
  await missedPool.end();
  await db.drop();
});

/** The database for what was missed, whose reads wait at a gate until it is opened, and are counted. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const database = createDatabase(missedPool);
  const reads = new Map<string, number>();
  const gated: Database = {
    ...database,
    async asTenant(organizationId, work) {
      reads.set(organizationId, (reads.get(organizationId) ?? 0) + 1);
      await promise;
      return database.asTenant(organizationId, work);
    },
  };
  return { gated, reads, open: resolve };
}

function startHub(missed: Database) {
  return createHub({
    database: createDatabase(pool),
    missed,
    realtime: {
      publish() {},
      subscribe() {},
      connected: Promise.resolve(),
      stop: async () => {},
    },
    broadcasters: [({ id }) => [{ topic: "all", name: "message", data: { id } }]],
    announcers: [],
    clock,
    onFault: (fault) => assert.fail(String(fault)),
  });
}

function createReader() {
  let isGone = false;
  const heard: string[] = [];
  return {
    heard,
    leave() {
      isGone = true;
    },
    reader: {
      receive: (chunk: Buffer) => void heard.push(chunk.toString()),
      ready: async () => {},
      isGone: () => isGone,
    },
  };
}

/** Events of an organization that have their positions; answers the id of the first of them. */
async function append(organizationId: string, count: number): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `with given as (update event_positions set last = last + $2 returning last - $2 as last),
       added as (
         insert into events
           (organization_id, id, type, subject_id, version, payload, occurred_at, actor_kind, position)
         select $1, gen_random_uuid(), 'live.session.edited', gen_random_uuid(), 1, '{}', $3, 'system', last + n
         from given, generate_series(1, $2::int) as n returning id, position)
     select id from added order by position limit 1`,
    [organizationId, count, clock()],
  );
  assert.ok(row);
  return row.id;
}

describe("readers who come back and leave before they are brought up to date", () => {
  it("cost nothing from then on, and hold up nobody of another organization", async () => {
    const { gated, reads, open } = gate();
    const hub = startHub(gated);
    const [busy, other] = [newId(), newId()];
    const first = await append(busy, 2_000);
    const watching = createReader();
    const leave = await hub.join({ organizationId: other, topic: "all" }, null, () => watching.reader);
    const gone = Array.from({ length: 60 }, createReader);
    const joining = gone.map(({ reader }) =>
      hub.join({ organizationId: busy, topic: "all" }, first, () => reader),
    );
    await eventually(async () => assert.equal(reads.get(busy), 2));
    for (const each of gone) each.leave();
    await append(other, 1);
    await append(busy, 1);
    await eventually(async () => assert.equal(watching.heard.length, 1));
    const back = createReader();
    const comingBack = hub.join(
      { organizationId: other, topic: "all" },
      await append(other, 1),
      () => back.reader,
    );
    await eventually(async () => assert.equal(reads.get(other), 1));
    open();
    for (const leaveToo of await Promise.all(joining)) leaveToo();
    (await comingBack)();
    leave();
    assert.equal(reads.get(busy), 2, "reads for readers who were gone");
    assert.ok(gone.every(({ heard }) => heard.every((chunk) => chunk.includes("resync"))));
    assert.deepEqual(hub.state(), { streams: 0, position: null });
    hub.stop();
  });

  it("are brought up to date where they stay, however many there are", async () => {
    const { gated, open } = gate();
    const hub = startHub(gated);
    const organizationId = newId();
    const first = await append(organizationId, 301);
    const staying = Array.from({ length: 20 }, createReader);
    open();
    const leaving = await Promise.all(
      staying.map(({ reader }) => hub.join({ organizationId, topic: "all" }, first, () => reader)),
    );
    for (const { heard } of staying) assert.equal(heard.join("").split("\n\n").length - 1, 300);
    for (const leave of leaving) leave();
    assert.equal(hub.state().streams, 0);
    hub.stop();
  });
});
