import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createTestClock } from "../../test/clock.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { eventually } from "../../test/eventually.ts";
import { settled } from "../../test/travel.ts";
import { createPool, type Pool } from "../database/pool.ts";
import { createDatabase, type Database, type Transaction } from "../database/tenancy.ts";
import { newId } from "../kernel/ids.ts";
import { appendByServer } from "./append.ts";
import { type FollowedEvent, follow } from "./follow.ts";
import { startRelay } from "./relay.ts";
import { startWorker, type Worker } from "./worker.ts";

describe("following a subject's events", () => {
  const organizationId = newId();
  const clock = createTestClock();
  let db: TestDatabase;
  let pool: Pool;
  let database: Database;
  let relay: ReturnType<typeof startRelay>;
  const workers: Worker[] = [];
  /** What each subject's follower was handed, as its transactions committed. */
  const handled = new Map<string, number[]>();
  let disturb: (events: readonly FollowedEvent[]) => Promise<void> = async () => {};

  const append = (subjectId: string, versions: readonly number[]) =>
    database.asTenant(organizationId, async (tx) => {
      appendByServer(
        { tx, organizationId, now: clock(), task: "test" },
        versions.map((version) => ({
          type: "member.removed" as const,
          subjectId,
          version,
          payload: { personId: subjectId },
        })),
      );
    });
  /** Follows to the end, one transaction after another, as a task does. */
  async function followAll(subjectId: string): Promise<void> {
    for (let more = true; more; ) {
      let batch: number[] = [];
      more = await database.asTenant(organizationId, (tx: Transaction) =>
        follow(tx, { organizationId, follower: "test", subjectId }, async (events) => {
          batch = events.map(({ version }) => version);
          await disturb(events);
        }),
      );
      handled.set(subjectId, [...(handled.get(subjectId) ?? []), ...batch]);
    }
  }

  before(async () => {
    db = await createTestDatabase();
    pool = createPool({ connection: db.connection, size: 20, onError: () => {} });
    database = createDatabase(pool);
    const subscriber = ({ subjectId }: { subjectId: string }) => [
      { task: "follow", key: `follow:${subjectId}`, payload: { organizationId, subjectId } },
    ];
    relay = startRelay(database, { each: [subscriber], batch: [] }, (fault) => assert.fail(String(fault)));
    const tasks = { follow: ({ subjectId = "" }: Record<string, string>) => followAll(subjectId) };
    for (const _ of [1, 2]) {
      workers.push(await startWorker({ pool, tasks, concurrency: 4, onFault: () => {} }));
    }
  });
  after(async () => {
    await relay.stop();
    for (const worker of workers) await worker.stop();
    await pool.end();
    await db.drop();
  });

  test("hands each on once and in order, while many come and jobs for them run at once", async () => {
    const subjects = ["a", "b", "c"];
    for (let version = 1; version <= 60; version += 2) {
      await Promise.all(subjects.map((subject) => append(subject, [version, version + 1])));
      relay.wake();
      // Beside the jobs, as when a process that was thought dead goes on.
      await Promise.all(subjects.map(followAll));
    }
    await settled({ db });
    const all = Array.from({ length: 60 }, (_, n) => n + 1);
    for (const subject of subjects) assert.deepEqual(handled.get(subject), all, subject);
  });

  test("hands on again, from the same event, what could not be handled", async () => {
    let faults = 3;
    disturb = async () => {
      faults -= 1;
      if (faults >= 0) throw new Error("not now");
    };
    await append("faulty", [1, 2]);
    relay.wake();
    await eventually(async () => assert.ok(faults < 3));
    await append("faulty", [3]);
    // The worker tries again after seconds; a new event at once.
    await eventually(async () => {
      await db.query("update graphile_worker._private_jobs set run_at = now() where locked_at is null");
      assert.deepEqual(handled.get("faulty"), [1, 2, 3]);
    });
    disturb = async () => {};
    await settled({ db });
    assert.deepEqual(handled.get("faulty"), [1, 2, 3]);
  });

  test("comes to the end of more than one transaction holds", async () => {
    const versions = Array.from({ length: 250 }, (_, n) => n + 1);
    await append("long", versions);
    await settled({ db });
    assert.deepEqual(handled.get("long"), versions);
  });

  test("hands on whole what one request made, where a transaction would hold only part of it", async () => {
    const seen: number[][] = [];
    disturb = async (events) => {
      if (events.some(({ requestId }) => requestId === "act"))
        seen.push(events.map(({ version }) => version));
    };
    const versions = Array.from({ length: 98 }, (_, n) => n + 1);
    await database.asTenant(organizationId, async (tx) => {
      for (const version of versions) {
        const event = {
          type: "member.removed" as const,
          subjectId: "torn",
          version,
          payload: { personId: "torn" },
        };
        appendByServer({ tx, organizationId, now: clock(), task: `request ${version}` }, [event]);
      }
      const act = [99, 100, 101].map((version) => ({
        ...{ type: "member.removed" as const, subjectId: "torn", version },
        payload: { personId: "torn" },
      }));
      appendByServer({ tx, organizationId, now: clock(), task: "act" }, act);
    });
    await settled({ db });
    assert.deepEqual(seen, [[99, 100, 101]]);
    assert.equal(handled.get("torn")?.length, 101);
  });
});
