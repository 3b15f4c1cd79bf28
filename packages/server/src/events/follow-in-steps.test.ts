import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createTestClock } from "../../test/clock.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { createPool, type Pool } from "../database/pool.ts";
import { sql } from "../database/statement.ts";
import { createDatabase, type Database } from "../database/tenancy.ts";
import { newId } from "../kernel/ids.ts";
import { appendByServer } from "./append.ts";
import { followInSteps, lockFollower, type Step } from "./follow.ts";

const organizationId = newId();
const clock = createTestClock();
let db: TestDatabase;
let pool: Pool;
let database: Database;
before(async () => {
  db = await createTestDatabase();
  pool = createPool({ connection: db.connection, size: 5, onError: () => {} });
  database = createDatabase(pool);
});
after(async () => {
  await pool.end();
  await db.drop();
});

/** Events of a subject with these versions, in their places. */
async function append(subjectId: string, versions: readonly number[]): Promise<void> {
  await database.asTenant(organizationId, async (tx) => {
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
  await db.query("update events set position = sequence where position is null");
}

/** One step: what the follower was handed, whether there may be more, and what it answers. */
async function step(subjectId: string, answer: Step | Error) {
  let handed: [number[], string | null] = [[], null];
  const isMore = await database.asTenant(organizationId, (tx) =>
    followInSteps(tx, { organizationId, follower: "test", subjectId }, async (events, rest) => {
      handed = [events.map(({ version }) => version), rest];
      if (answer instanceof Error) throw answer;
      return answer;
    }),
  );
  return [...handed, isMore];
}

test("an event that was left in the middle is gone on with, and later ones wait for it", async () => {
  await append("a", [1, 2, 3]);
  assert.deepEqual(await step("a", { handled: 1, rest: null }), [[1, 2, 3], null, true]);
  assert.deepEqual(await step("a", { handled: 0, rest: "m" }), [[2, 3], null, true]);
  await append("a", [4]);
  assert.deepEqual(await step("a", { handled: 0, rest: "t" }), [[2, 3, 4], "m", true]);
  assert.deepEqual(await step("a", { handled: 1, rest: null }), [[2, 3, 4], "t", true]);
  assert.deepEqual(await step("a", { handled: 2, rest: null }), [[3, 4], null, false]);
  assert.deepEqual(await step("a", { handled: 0, rest: null }), [[], null, false]);
});

test("a step that fails is taken again from where it began", async () => {
  await append("b", [1]);
  await step("b", { handled: 0, rest: "m" });
  await assert.rejects(step("b", new Error("not now")), /not now/);
  assert.deepEqual(await step("b", { handled: 1, rest: null }), [[1], "m", false]);
});

test("who holds a follower keeps it from going on, and learns how far it has come", async () => {
  await append("c", [1]);
  await step("c", { handled: 0, rest: "m" });
  const following = { organizationId, follower: "test", subjectId: "c" };
  let going: ReturnType<typeof step> = Promise.resolve([]);
  await database.asTenant(organizationId, async (tx) => {
    assert.equal((await lockFollower(tx, following)).rest, "m");
    going = step("c", { handled: 1, rest: null });
    const waiting =
      "select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
    while ((await db.query<{ count: number }>(waiting))[0]?.count === 0);
    await tx.all(sql`update event_cursors set rest = 't' where subject_id = 'c'`);
  });
  assert.deepEqual(await going, [[1], "t", false]);
});
