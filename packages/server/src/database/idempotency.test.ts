import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { newId } from "../kernel/ids.ts";
import { claimKey, findAnswer, type KeyScope } from "./idempotency.ts";
import { createPool, type Pool } from "./pool.ts";
import { createDatabase, type Database } from "./tenancy.ts";

let db: TestDatabase;
let pool: Pool;
let database: Database;
before(async () => {
  db = await createTestDatabase();
  pool = createPool({ connection: db.connection, size: 1, onError: () => {} });
  database = createDatabase(pool);
});
after(async () => {
  await pool.end();
  await db.drop();
});

const yesterday = new Date("2030-01-01T00:00:00Z");
const scope: KeyScope = { organizationId: newId(), caller: "c", route: "r", key: "17" };
const claim = () => database.asTenant(scope.organizationId, (tx) => claimKey(tx, scope, yesterday));
const find = () => database.asTenant(scope.organizationId, (tx) => findAnswer(tx, scope, yesterday));

test("a key is found by itself, however many others of the day there are, and a plan that was made before them", async () => {
  await db.query("vacuum analyze idempotency_keys");
  for (const look of [claim, find]) assert.equal(await look(), null);
  await db.query(
    `insert into idempotency_keys (organization_id, caller, route, key, fingerprint, status, answer, created_at)
     select $1, 'c', 'r', n::text, 'f', 200, '{}', '2030-01-02' from generate_series(1, 1000) as n`,
    [scope.organizationId],
  );
  for (const look of [claim, find])
    assert.deepEqual(await look(), { ...(look === claim && { claimed: true }), ...answer });
  assert.equal(await scansByAge(), 0);
});

const answer = { fingerprint: "f", status: 200, answer: "{}" };

async function scansByAge(): Promise<number> {
  // Its one connection reports what it has counted.
  await pool.query("select pg_stat_force_next_flush()");
  const [row] = await db.query<{ scans: number }>(
    "select idx_scan::int as scans from pg_stat_user_indexes where indexrelname = 'idempotency_keys_by_age'",
  );
  return row?.scans ?? Number.NaN;
}

test("an answer from before that day is not there", async () => {
  await db.query("update idempotency_keys set created_at = '2029-12-31' where key = '17'");
  for (const look of [claim, find]) assert.equal(await look(), null);
});
