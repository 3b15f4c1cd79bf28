import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { eventually } from "../../test/eventually.ts";
import { newId } from "../kernel/ids.ts";
import { isUnavailable } from "./failures.ts";
import { createPool, type Pool } from "./pool.ts";
import { sql } from "./statement.ts";
import { createDatabase, type Database, type Transaction } from "./tenancy.ts";

let db: TestDatabase;
let pool: Pool;
let database: Database;
before(async () => {
  db = await createTestDatabase();
  pool = createPool({ connection: db.connection, size: 4, onError: () => {} });
  database = createDatabase(pool);
});
after(async () => {
  await pool.end();
  await db.drop();
});

const tenant = newId();
const pidOf = async (tx: Transaction) =>
  (await tx.first<{ pid: number }>(sql`select pg_backend_pid() as pid`))?.pid ?? 0;

/** A row that belongs to one organization and refers to nothing else. */
const put = (tx: Transaction, organizationId: string, key: string) =>
  tx.all(sql`
    insert into idempotency_keys (organization_id, caller, route, key, fingerprint, status, answer, created_at)
    values (${organizationId}, 'c', 'r', ${key}, 'f', 200, '{}', '2026-01-01')
    on conflict (organization_id, caller, route, key) do update set status = idempotency_keys.status + 1`);

/** Deliberately without a condition: row-level security alone must keep the others out. */
const ownersSeen = async (tx: Transaction) =>
  (await tx.all<{ id: string }>(sql`select distinct organization_id as id from idempotency_keys`)).map(
    (row) => row.id,
  );

const failing = sql`select 1 / 0`;

describe("a transaction", () => {
  it("leaves nothing of itself when its work throws", async () => {
    await assert.rejects(
      database.asTenant(tenant, async (tx) => {
        await put(tx, tenant, "gone");
        throw new Error("refused");
      }),
      /refused/,
    );
    const rows = await db.query("select from idempotency_keys where key = 'gone'");
    assert.equal(rows.length, 0);
  });

  it("fails, rather than pretend, when its work went on after a failed statement", async () => {
    const work = async (tx: Transaction) => {
      await put(tx, tenant, "half");
      await tx.all(failing).catch(() => {});
      return "done";
    };
    await assert.rejects(database.asTenant(tenant, work), /was rolled back/);
    assert.equal((await db.query("select from idempotency_keys where key = 'half'")).length, 0);
  });

  it("goes on as it began after a savepoint that failed", async () => {
    await database.asTenant(tenant, async (tx) => {
      await assert.rejects(
        tx.savepoint(() => tx.all(failing)),
        /division by zero/,
      );
      await put(tx, tenant, "after");
    });
    assert.equal((await db.query("select from idempotency_keys where key = 'after'")).length, 1);
  });

  it("is all or nothing on a connection where it cannot begin, also what was asked without waiting", async () => {
    for (const lost of ["convene_begin", "convene_bind", "convene_begun"]) {
      const clients = await Promise.all(Array.from({ length: 4 }, () => pool.connect()));
      for (const client of clients) await client.query(`deallocate ${lost}`);
      for (const client of clients) client.release();
      const keys = [1, 2, 3].map((n) => `${lost} ${n}`);
      await database.asTenant(tenant, (tx) => Promise.all(keys.map((key) => put(tx, tenant, key))));
      const stored = await db.query<{ status: number }>(
        "select status from idempotency_keys where key = any($1)",
        [keys],
      );
      // One that had been executed outside of the transaction would be there twice, or alone.
      assert.deepEqual(
        stored.map(({ status }) => status),
        [200, 200, 200],
      );
    }
  });

  it("undoes what was asked on a condition that did not come true, unanswered, and goes on", async () => {
    const seen: string[] = [];
    for (const asked of [1, 2]) {
      await database.asTenant(tenant, async (tx) => {
        const condition = tx.all(sql`select pg_sleep(0.05)`).then(() => {
          throw new Error("not true");
        });
        const work = async () => {
          for (let n = 1; n <= asked; n += 1) await put(tx, tenant, "conditional");
          seen.push("answered");
        };
        await assert.rejects(tx.savepoint(work, condition), /not true/);
        const early = async () => {
          throw new Error("refused before anything was asked");
        };
        await assert.rejects(tx.savepoint(early, condition), /not true/);
        await put(tx, tenant, `goes on ${asked}`);
      });
    }
    const keys = await db.query(
      "select key from idempotency_keys where key ~ '^(conditional|goes on)' order by key",
    );
    assert.deepEqual([keys, seen], [[{ key: "goes on 1" }, { key: "goes on 2" }], []]);
  });

  it("answers what was asked on a condition once that is true, and not before", async () => {
    const order: string[] = [];
    await database.asTenant(tenant, async (tx) => {
      const condition = pidOf(tx)
        .then(() => new Promise((resolve) => setImmediate(resolve)))
        .then(() => order.push("true"));
      await tx.savepoint(async () => {
        await put(tx, tenant, "on condition");
        order.push("answered");
        await tx.savepoint(() => put(tx, tenant, "within"));
      }, condition);
    });
    const keys = await db.query("select from idempotency_keys where key in ('on condition', 'within')");
    assert.deepEqual([order, keys.length], [["true", "answered"], 2]);
  });

  it("is tried again after a deadlock, until both have happened", async () => {
    for (const key of ["one", "two"]) await database.asTenant(tenant, (tx) => put(tx, tenant, key));
    let attempts = 0;
    const lockBoth = (first: string, second: string) =>
      database.asTenant(tenant, async (tx) => {
        attempts += 1;
        await put(tx, tenant, first);
        await tx.all(sql`select pg_sleep(0.2)`);
        await put(tx, tenant, second);
      });
    await Promise.all([lockBoth("one", "two"), lockBoth("two", "one")]);
    assert.ok(attempts > 2);
    const rows = await db.query("select status from idempotency_keys where key in ('one', 'two')");
    assert.deepEqual(rows, [{ status: 202 }, { status: 202 }]);
  });

  it("is tried five times when it cannot be serialized, and is then unavailable rather than a fault", async () => {
    let attempts = 0;
    const failure = (until: number) => async (tx: Transaction) => {
      attempts += 1;
      if (attempts < until) {
        await tx.all(sql`do $$ begin raise exception 'x' using errcode = '40001'; end $$`);
      }
      return attempts;
    };
    assert.equal(await database.asTenant(tenant, failure(5)), 5);
    attempts = 0;
    await assert.rejects(database.asTenant(tenant, failure(9)), (fault) => isUnavailable(fault));
    assert.equal(attempts, 5);
  });

  it("prepares each statement once for a connection, under a name of its own", async () => {
    const single = createPool({ connection: db.connection, size: 1, onError: () => {} });
    const on = createDatabase(single);
    for (const key of ["a", "b", "c"]) await on.asTenant(tenant, (tx) => put(tx, tenant, key));
    const { rows } = await single.query(
      "select name from pg_prepared_statements where statement like '%insert into idempotency_keys%'",
    );
    await single.end();
    assert.equal(rows.length, 1);
    assert.match(rows[0].name, /^[\w-]{32}$/);
  });
});

describe("a connection that is lost", () => {
  it("while it is used fails that transaction alone, as unavailable, and serves nobody again", async () => {
    let lost = 0;
    const work = database.asTenant(tenant, async (tx) => {
      lost = await pidOf(tx);
      await db.query("select pg_terminate_backend($1)", [lost]);
      await tx.all(sql`select pg_sleep(1)`);
    });
    await assert.rejects(work, (fault) => isUnavailable(fault));
    const pids = await Promise.all(Array.from({ length: 8 }, () => database.asTenant(tenant, pidOf)));
    assert.ok(!pids.includes(lost));
  });

  it("between two statements, or within a savepoint, is unavailable as well, and does not end the process", async () => {
    const killThen = async (tx: Transaction) => {
      await db.query("select pg_terminate_backend($1)", [await pidOf(tx)]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.all(sql`select 1`);
    };
    for (const work of [killThen, (tx: Transaction) => tx.savepoint(() => killThen(tx))]) {
      await assert.rejects(database.asTenant(tenant, work), (fault) => isUnavailable(fault));
    }
    assert.equal(await database.asTenant(tenant, async () => "well"), "well");
  });

  it("while it is idle is replaced", async () => {
    await Promise.all(
      Array.from({ length: 4 }, () => database.asTenant(tenant, (tx) => tx.all(sql`select pg_sleep(0.05)`))),
    );
    await db.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await eventually(() => assert.doesNotReject(database.asTenant(tenant, pidOf)));
  });
});

describe("many organizations on few connections", () => {
  it("never see each other's rows, whatever fails, is cancelled or killed around them", async () => {
    const tenants = Array.from({ length: 12 }, newId);
    const trouble = ["none", "none", "none", "refusal", "sql", "savepoint", "cancel", "kill", "narrow"];
    let seed = 20_261_121;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * below);
    };
    const one = async (index: number): Promise<void> => {
      const own = tenants[random(tenants.length)] ?? tenant;
      const kind = index % 40 === 39 ? "kill" : (trouble[random(trouble.length - 2)] ?? "none");
      const work = async (tx: Transaction) => {
        await put(tx, own, "row");
        assert.deepEqual(await ownersSeen(tx), [own]);
        if (kind === "refusal") throw new Error("refused");
        if (kind === "sql") await tx.all(failing);
        if (kind === "savepoint") await tx.savepoint(() => tx.all(failing)).catch(() => {});
        const pid = kind === "cancel" || kind === "kill" ? await pidOf(tx) : 0;
        if (kind === "kill") await db.query("select pg_terminate_backend($1)", [pid]);
        if (kind === "cancel") {
          await Promise.all([
            tx.all(sql`select pg_sleep(2)`),
            new Promise((resolve) => setTimeout(resolve, 20)).then(() =>
              db.query("select pg_cancel_backend($1)", [pid]),
            ),
          ]);
        }
        assert.deepEqual(await ownersSeen(tx), [own]);
      };
      const narrowed = async (tx: Transaction) => {
        await tx.narrow(own);
        await work(tx);
      };
      const result = index % 3 === 0 ? database.asSystem(narrowed) : database.asTenant(own, work);
      await result.catch((fault: Error) => {
        if (fault instanceof assert.AssertionError) throw fault;
      });
    };
    await Promise.all(Array.from({ length: 400 }, (_, index) => one(index)));
    const { rows } = await pool.query("select from idempotency_keys");
    assert.equal(rows.length, 0, "a connection that comes back to the pool is bound to nobody");
  });
});
