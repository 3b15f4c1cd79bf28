import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { migrate, migrations } from "./migrate.ts";
import { createPool, type Pool } from "./pool.ts";

let db: TestDatabase;
let pool: Pool;
beforeEach(async () => {
  db = await createTestDatabase("template0");
  pool = createPool({ connection: db.connection, size: 2, onError: () => {} });
});
afterEach(async () => {
  await pool.end();
  await db.drop();
});

const applied = async () =>
  (await db.query<{ number: number }>("select number from schema_migrations order by number")).map(
    (row) => row.number,
  );
const exists = async (table: string) =>
  (await db.query<{ found: boolean }>("select to_regclass($1) is not null as found", [table]))[0]?.found;

describe("migrations", () => {
  it("are numbered without a gap and named after their number", () => {
    assert.deepEqual(
      migrations.map(({ number }) => number),
      migrations.map((_, index) => index + 1),
    );
    for (const { name } of migrations) assert.match(name, /^\d{4}-[a-z-]+$/);
  });

  it("run once when four servers start at once", async () => {
    const others = [1, 2, 3].map(() => createPool({ connection: db.connection, size: 1, onError: () => {} }));
    const counts = await Promise.all([pool, ...others].map((each) => migrate(each)));
    await Promise.all(others.map((each) => each.end()));
    assert.deepEqual(counts.toSorted(), [0, 0, 0, migrations.length]);
    assert.deepEqual(
      await applied(),
      migrations.map(({ number }) => number),
    );
    assert.equal(await migrate(pool), 0);
  });

  it("go up to a chosen one, and later on from there", async () => {
    assert.equal(await migrate(pool, 2), 2);
    assert.equal(await exists("people"), true);
    assert.equal(await exists("events"), false);
    assert.equal(await migrate(pool), migrations.length - 2);
  });

  it("are refused when a released file was edited", async () => {
    await migrate(pool);
    await db.query("update schema_migrations set checksum = 'another' where number = 2");
    await assert.rejects(migrate(pool), /0002-identity was edited after its release/);
  });

  it("are refused when the database is newer than the server", async () => {
    await migrate(pool);
    await db.query(
      "insert into schema_migrations (number, name, checksum) values (9999, '9999-future', 'x')",
    );
    await assert.rejects(migrate(pool), /has migration 9999-future, which this version of Convene lacks/);
  });

  it("leave nothing of one that fails, and go on from there when the cause is gone", async () => {
    // The third migration makes `events` and, after it, this table.
    await db.query("create table idempotency_keys ()");
    await assert.rejects(migrate(pool), (fault: Error) => {
      assert.match(fault.message, /0003-events failed/);
      assert.match(String(fault.cause), /already exists/);
      return true;
    });
    assert.deepEqual(await applied(), [1, 2]);
    assert.equal(await exists("events"), false);
    await db.query("drop table idempotency_keys");
    assert.equal(await migrate(pool), migrations.length - 2);
  });

  it("give the lock back when they fail", async () => {
    await db.query("create table people ()");
    await assert.rejects(migrate(pool));
    await db.query("drop table people");
    const other = createPool({ connection: db.connection, size: 1, onError: () => {} });
    assert.equal(await migrate(other), migrations.length - 1);
    await other.end();
  });
});
