import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { eventually } from "../../test/eventually.ts";
import { newId } from "../kernel/ids.ts";
import { isUnavailable } from "./failures.ts";
import { createPool, type Pool } from "./pool.ts";
import { raw, sql } from "./statement.ts";
import { createDatabase, type Database, type Statements } from "./tenancy.ts";

const tenants = Array.from({ length: 8 }, newId);
const [own = "", other = ""] = tenants;

let db: TestDatabase;
let pool: Pool;
let database: Database;
before(async () => {
  db = await createTestDatabase();
  for (const tenant of tenants)
    await db.query(
      `insert into idempotency_keys (organization_id, caller, route, key, fingerprint, status, answer, created_at)
       values ($1, 'c', 'r', 'k', 'f', 200, '{}', '2026-01-01')`,
      [tenant],
    );
});
// A pool for each test: what one does to its connections must not help another.
beforeEach(async () => {
  await pool?.end();
  pool = createPool({ connection: db.connection, size: 4, onError: () => {} });
  database = createDatabase(pool);
});
after(async () => {
  await pool.end();
  await db.drop();
});

/** Deliberately without a condition: row-level security alone must keep the others out. */
const ownersSeen = async (tx: Statements) =>
  (await tx.all<{ id: string }>(sql`select organization_id as id from idempotency_keys order by id`)).map(
    ({ id }) => id,
  );
const pidOf = async (tx: Statements) =>
  (await tx.first<{ pid: number }>(sql`select pg_backend_pid() as pid`))?.pid;
const insert = (key: string) => sql`
  insert into idempotency_keys (organization_id, caller, route, key, fingerprint, status, answer, created_at)
  values (${own}, 'c', 'r', ${key}, 'f', 200, '{}', '2026-01-01')`;

/** Takes the statement that binds from every connection that the pool has. */
async function unprepare(): Promise<void> {
  const clients = await Promise.all(Array.from({ length: 4 }, () => pool.connect()));
  for (const client of clients) await client.query("deallocate convene_bind");
  for (const client of clients) client.release();
}

describe("statements that share connections", () => {
  it("see what they are bound to, however many tenants' are under way at once", async () => {
    const asked = Array.from({ length: 400 }, (_, n) => tenants[n % tenants.length] ?? "");
    const seen = await Promise.all(asked.map((tenant) => ownersSeen(database.forTenant(tenant))));
    assert.deepEqual(
      seen,
      asked.map((tenant) => [tenant]),
    );
    assert.deepEqual(await ownersSeen(database.forSystem()), [...tenants].sort());
  });

  it("leave half of the pool to transactions, and give theirs back", async () => {
    const pids = await Promise.all(
      Array.from({ length: 40 }, () =>
        database.forTenant(own).first<{ pid: number }>(sql`select pg_backend_pid() as pid, pg_sleep(0.01)`),
      ),
    );
    assert.equal(new Set(pids.map((row) => row?.pid)).size, 2);
    assert.equal(pool.idleCount, pool.totalCount);
  });

  it("fail alone: those before and after one that fails are answered", async () => {
    const tx = database.forTenant(own);
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, (_, n) =>
        n % 3 === 0 ? tx.all(sql`select 1 / ${n - n}::integer`) : ownersSeen(tx),
      ),
    );
    for (const [n, result] of results.entries()) {
      if (n % 3 === 0)
        assert.match(String(result.status === "rejected" && result.reason), /division by zero/);
      else assert.deepEqual(result.status === "fulfilled" && result.value, [own]);
    }
  });

  it("keep nothing of a statement that fails, not even its binding", async () => {
    const tx = database.forTenant(own);
    const failing = sql`with row as (${insert("gone")} returning 1) select 1 / 0 from row`;
    await assert.rejects(tx.all(failing), /division by zero/);
    assert.deepEqual(await db.query("select from idempotency_keys where key = 'gone'"), []);
    assert.equal(
      (await pool.query("select from idempotency_keys")).rowCount,
      0,
      "the connection is bound to nobody",
    );
  });

  it("cannot write for another organization", async () => {
    await assert.rejects(database.forTenant(other).all(insert("smuggled")), { code: "42501" });
  });

  it("are not executed where their binding fails, and are executed over another connection instead", async () => {
    await unprepare();
    await database.forTenant(own).all(insert("bound"));
    await unprepare();
    await database.asTenant(own, (tx) => tx.all(insert("begun")));
    const rows = await db.query<{ key: string }>(
      "select key from idempotency_keys where key in ('bound', 'begun')",
    );
    assert.equal(rows.length, 2, "each exactly once");
  });

  it("lose with their connection what was under way on it, as unavailable, and nothing else", async () => {
    const pid = await pidOf(database.forTenant(own));
    const underWay = Promise.allSettled(
      Array.from({ length: 6 }, () => database.forTenant(own).all(sql`select pg_sleep(0.2)`)),
    );
    await db.query("select pg_terminate_backend($1)", [pid]);
    const results = await underWay;
    const lost = results.filter((result) => result.status === "rejected");
    assert.ok(lost.length > 0);
    for (const { reason } of lost) assert.ok(isUnavailable(reason), String(reason));
    assert.ok((await ownersSeen(database.forTenant(own))).every((id) => id === own));
  });
});

describe("under load, with connections cancelled and killed around them", () => {
  it("every answer is the asker's own, every failure is told, and all is well afterwards", async () => {
    let isOver = false;
    const trouble = (async () => {
      for (let n = 0; !isOver; n += 1) {
        const how = n % 5 === 4 ? "terminate" : "cancel";
        await db.query(
          `select pg_${how}_backend(pid) from pg_stat_activity
           where datname = current_database() and application_name = 'convene'
           order by random() limit 1`,
        );
      }
    })();
    let answered = 0;
    let failed = 0;
    const ask = async (n: number) => {
      const tenant = tenants[n % tenants.length] ?? "";
      // One statement of many texts, so that there is always one to be prepared.
      const text = raw(`/* ${n % 50} */`);
      const read = sql`select organization_id as id, pg_sleep(0.001) from idempotency_keys ${text}`;
      const tell = (tx: Statements) => tx.all<{ id: string }>(read);
      try {
        const rows = await (n % 4 === 0 ? database.asTenant(tenant, tell) : tell(database.forTenant(tenant)));
        assert.deepEqual([...new Set(rows.map(({ id }) => id))], [tenant]);
        answered += 1;
      } catch (fault) {
        if (!isUnavailable(fault)) throw fault;
        failed += 1;
      }
    };
    const callers = Array.from({ length: 24 }, async (_, caller) => {
      for (let n = 0; n < 60; n += 1) await ask(caller + n * 7);
    });
    await Promise.all(callers).finally(() => {
      isOver = true;
    });
    await trouble;
    assert.equal(answered + failed, 24 * 60);
    assert.ok(answered > 0 && failed > 0, `${answered} answered, ${failed} failed`);
    for (const tenant of tenants) {
      let seen: string[] = [];
      const look = async () => {
        seen = await ownersSeen(database.forTenant(tenant));
      };
      // The connection that was killed last may be found out only when it is used.
      await eventually(() => assert.doesNotReject(look));
      assert.deepEqual(new Set(seen), new Set([tenant]));
    }
  });
});
