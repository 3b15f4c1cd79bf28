import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createPool, type Pool } from "#database/pool.ts";
import { createDatabase, type Database, type Statements } from "#database/tenancy.ts";
import { type Announcement, announcementsChannel } from "#events/announce.ts";
import { positionsChannel } from "#events/relay.ts";
import { newId } from "#kernel/ids.ts";
import { createTestClock } from "../../test/clock.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { eventually } from "../../test/eventually.ts";
import { createHub } from "./hub.ts";
import { createSubscriptions } from "./port.ts";

let db: TestDatabase;
let pool: Pool;
const clock = createTestClock();

before(async () => {
  db = await createTestDatabase();
  pool = createPool({ connection: db.connection, size: 4, onError: () => {} });
});
after(async () => {
  await pool.end();
  await db.drop();
});

/** A database that can be shut for a while: whoever asks it then waits. */
function createDoor(): { database: Database; shut(): void; open(): void } {
  const database = createDatabase(pool);
  let door = Promise.resolve();
  let unlock = () => {};
  const behind = (statements: Statements): Statements => ({
    all: (statement) => door.then(() => statements.all(statement)),
    first: (statement) => door.then(() => statements.first(statement)),
    narrow: (organizationId) => door.then(() => statements.narrow(organizationId)),
  });
  return {
    database: {
      asTenant: (organizationId, work) => door.then(() => database.asTenant(organizationId, work)),
      asSystem: (work) => door.then(() => database.asSystem(work)),
      forTenant: (organizationId) => behind(database.forTenant(organizationId)),
      forSystem: () => behind(database.forSystem()),
    },
    shut() {
      const { promise, resolve } = Promise.withResolvers<void>();
      door = promise;
      unlock = resolve;
    },
    open: () => unlock(),
  };
}

function startHub() {
  const subscriptions = createSubscriptions();
  const faults: unknown[] = [];
  const [fresh, missed] = [createDoor(), createDoor()];
  const hub = createHub({
    database: fresh.database,
    missed: missed.database,
    realtime: {
      publish: subscriptions.hand,
      subscribe: subscriptions.add,
      connected: Promise.resolve(),
      stop: async () => {},
    },
    broadcasters: [({ id, payload }) => [{ topic: "all", name: "stored", data: { id, payload } }]],
    announcers: [({ payload }) => [{ topic: "all", name: "announced", data: { payload } }]],
    clock,
    onFault: (fault) => faults.push(fault),
  });
  const announce = (announcement: Announcement) =>
    subscriptions.hand(announcementsChannel, JSON.stringify(announcement));
  return { hub, fresh, missed, faults, announce, publish: subscriptions.hand };
}

function createReader() {
  const chunks: Buffer[] = [];
  return {
    chunks,
    /** The ids of stored events, and the names of all others. */
    heard: () =>
      [...chunks.join("").matchAll(/(?:id: (\S+)\n)?event: (\S+)/g)].map(([, id, name]) => id ?? name),
    reader: {
      receive: (chunk: Buffer) => void chunks.push(chunk),
      ready: async () => {},
      isGone: () => false,
    },
  };
}

/** An event that has its position; answers its id. */
async function append(organizationId: string): Promise<string> {
  const id = newId();
  await db.query(
    `with given as (update event_positions set last = last + 1 returning last)
     insert into events
       (organization_id, id, type, subject_id, version, payload, occurred_at, actor_kind, position)
     select $1, $2, 'live.session.edited', gen_random_uuid(), 1, '{}', $3, 'system', last from given`,
    [organizationId, id, clock()],
  );
  return id;
}

describe("a reader who joins", () => {
  it("is told nothing twice by a process that is behind the one from which it comes", async () => {
    const { hub, fresh, publish } = startHub();
    const place = { organizationId: newId(), topic: "all" };
    const staying = createReader();
    await hub.join(place, null, () => staying.reader);
    fresh.shut();
    const ids = [await append(place.organizationId), await append(place.organizationId)];
    const coming = createReader();
    await hub.join(place, ids[1] ?? "", () => coming.reader);
    ids.push(await append(place.organizationId));
    fresh.open();
    publish(positionsChannel, "");
    await eventually(async () => assert.deepEqual(staying.heard(), ids));
    assert.deepEqual(coming.heard(), [ids[2]]);
    hub.stop();
  });

  it("is told what happens while it is brought up to date after what it has missed, and once", async () => {
    const { hub, missed, announce, publish } = startHub();
    const place = { organizationId: newId(), topic: "all" };
    const staying = createReader();
    const ids = [await append(place.organizationId), await append(place.organizationId)];
    await hub.join(place, null, () => staying.reader);
    missed.shut();
    const coming = createReader();
    const joining = hub.join(place, ids[0] ?? "", () => coming.reader);
    ids.push(await append(place.organizationId));
    publish(positionsChannel, "");
    await eventually(async () => assert.deepEqual(staying.heard(), [ids[2]]));
    announce({ organizationId: place.organizationId, type: "mentorship.reaction.sent", payload: {} });
    assert.deepEqual(coming.heard(), []);
    missed.open();
    await joining;
    assert.deepEqual(coming.heard(), [ids[1], ids[2], "announced"]);
    hub.stop();
  });

  it("shares each event's one buffer with the others of its topic, and none with those of another", async () => {
    const { hub, publish } = startHub();
    const place = { organizationId: newId(), topic: "all" };
    const [one, two, elsewhere] = [createReader(), createReader(), createReader()];
    await hub.join(place, null, () => one.reader);
    await hub.join(place, null, () => two.reader);
    await hub.join({ ...place, topic: "other" }, null, () => elsewhere.reader);
    await append(place.organizationId);
    publish(positionsChannel, "");
    await eventually(async () => assert.equal(two.chunks.length, 1));
    assert.equal(one.chunks[0], two.chunks[0]);
    assert.deepEqual(elsewhere.chunks, []);
    hub.stop();
  });
});

describe("a message that is none", () => {
  it("is a fault that is told, and holds up nothing", async () => {
    const { hub, publish, announce, faults } = startHub();
    const place = { organizationId: newId(), topic: "all" };
    const one = createReader();
    await hub.join(place, null, () => one.reader);
    for (const message of ["", "{", "null"]) publish(announcementsChannel, message);
    assert.equal(faults.length, 3);
    announce({ organizationId: place.organizationId, type: "mentorship.reaction.sent", payload: {} });
    assert.deepEqual(one.heard(), ["announced"]);
    hub.stop();
  });
});
