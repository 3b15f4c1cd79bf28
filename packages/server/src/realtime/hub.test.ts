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
    const missed = [await append(busy, 2_000), await append(busy, 1)];
    const watching = createReader();
    const leave = await hub.join({ organizationId: other, topic: "all" }, null, () => watching.reader);
    const gone = Array.from({ length: 60 }, createReader);
    const joining = gone.map(({ reader }, index) =>
      hub.join({ organizationId: busy, topic: "all" }, missed[index % 2] ?? "", () => reader),
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

  it("are brought up to date where they stay, however many there are, by reads that they share", async () => {
    const { gated, reads, open } = gate();
    const hub = startHub(gated);
    const organizationId = newId();
    const first = await append(organizationId, 301);
    const staying = Array.from({ length: 20 }, createReader);
    const joining = staying.map(({ reader }) =>
      hub.join({ organizationId, topic: "all" }, first, () => reader),
    );
    await eventually(async () => assert.equal(reads.get(organizationId), 1));
    open();
    const leaving = await Promise.all(joining);
    // One for the position, and one for each of two pages.
    assert.equal(reads.get(organizationId), 3);
    for (const { heard } of staying) assert.equal(heard.join("").split("\n\n").length - 1, 300);
    for (const leave of leaving) leave();
    assert.equal(hub.state().streams, 0);
    hub.stop();
  });

  it("need no look at the database for what this process has handed on, and get nothing of another organization", async () => {
    const { gated, reads, open } = gate();
    open();
    const hub = startHub(gated);
    const [organizationId, other] = [newId(), newId()];
    const staying = createReader();
    const leave = await hub.join({ organizationId, topic: "all" }, null, () => staying.reader);
    const ids = [await append(organizationId, 1), await append(other, 1), await append(organizationId, 1)];
    await eventually(async () => assert.equal(staying.heard.length, 2));
    const back = createReader();
    (await hub.join({ organizationId, topic: "all" }, ids[0] ?? "", () => back.reader))();
    assert.deepEqual(back.heard, [staying.heard[1]]);
    assert.deepEqual([...reads], []);
    const foreign = createReader();
    (await hub.join({ organizationId, topic: "all" }, ids[1] ?? "", () => foreign.reader))();
    assert.match(foreign.heard.join(), /^event: resync\n/);
    leave();
    await append(organizationId, 1);
    const after = createReader();
    (await hub.join({ organizationId, topic: "all" }, ids[2] ?? "", () => after.reader))();
    assert.equal(after.heard.length, 1, "what happened while nobody read");
    hub.stop();
  });

  it("are brought up to date from the database where more has happened than this process remembers", async () => {
    const { gated, reads, open } = gate();
    open();
    const hub = startHub(gated);
    const [organizationId, other] = [newId(), newId()];
    const staying = createReader();
    await hub.join({ organizationId, topic: "all" }, null, () => staying.reader);
    const seen = await append(organizationId, 1);
    await append(other, 4_000);
    await append(organizationId, 1);
    await eventually(async () => assert.equal(staying.heard.length, 2));
    const back = createReader();
    await hub.join({ organizationId, topic: "all" }, seen, () => back.reader);
    assert.deepEqual(back.heard, [staying.heard[1]]);
    assert.equal(reads.get(organizationId), 2);
    hub.stop();
  });
});
