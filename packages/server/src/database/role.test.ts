import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { newId } from "../kernel/ids.ts";
import { migrate } from "./migrate.ts";
import { createPool } from "./pool.ts";
import { boundRoleFor } from "./role.ts";
import { sql } from "./statement.ts";
import { createDatabase } from "./tenancy.ts";

let databases: TestDatabase[];
before(async () => {
  databases = [];
  for (let index = 0; index < 4; index += 1) databases.push(await createTestDatabase("template0"));
});
after(async () => {
  for (const db of databases) await db.drop();
});

const who = "select current_user as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user";
const bound = { name: "convene_app", rolsuper: false, rolbypassrls: false };

function urlOf(db: TestDatabase, options: string): string {
  const { host, port, user, password, database } = db.superuser;
  const query = new URLSearchParams({ host, port: String(port), options });
  return `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?${query}`;
}

describe("a superuser's connection", () => {
  it("steps down, although servers of several databases make the role at the same moment", async () => {
    for (let round = 0; round < 3; round += 1) {
      const starting = databases.flatMap((db) => [db, db, db]).map((db) => boundRoleFor(db.superuser));
      assert.deepEqual(new Set(await Promise.all(starting)), new Set(["convene_app"]));
    }
  });

  it("is bound by row-level security, and can migrate an empty database", async () => {
    const db = databases[0] as TestDatabase;
    const role = await boundRoleFor(db.superuser);
    const pool = createPool({ connection: db.superuser, role, size: 2, onError: () => {} });
    assert.deepEqual((await pool.query(who)).rows, [bound]);
    await migrate(pool);
    const database = createDatabase(pool);
    const [ours, theirs] = [newId(), newId()];
    const insert = sql`
      insert into idempotency_keys (organization_id, caller, route, key, fingerprint, status, answer, created_at)
      values (${ours}, 'c', 'r', 'k', 'f', 200, '{}', '2026-01-01') returning 1`;
    assert.equal((await database.asTenant(ours, (tx) => tx.all(insert))).length, 1);
    await assert.rejects(
      database.asTenant(theirs, (tx) => tx.all(insert)),
      /row-level security/,
    );
    const seen = await database.asTenant(theirs, (tx) => tx.all(sql`select from idempotency_keys`));
    assert.equal(seen.length, 0);
    assert.equal((await pool.query("select from idempotency_keys")).rows.length, 0);
    await pool.end();
  });

  it("steps down also when its URL has options of its own, which are kept", async () => {
    const db = databases[1] as TestDatabase;
    const connection = urlOf(db, "-c work_mem=7MB");
    const pool = createPool({ connection, role: await boundRoleFor(connection), size: 1, onError: () => {} });
    assert.deepEqual((await pool.query(who)).rows, [bound]);
    assert.deepEqual((await pool.query("show work_mem")).rows, [{ work_mem: "7MB" }]);
    await pool.end();
  });

  it("of a plain role stays as it is", async () => {
    const db = databases[2] as TestDatabase;
    assert.equal(await boundRoleFor(db.connection), undefined);
  });
});

describe("every connection", () => {
  it("reads and writes instants in UTC, whatever the database, the URL or the process prefer", async () => {
    const db = databases[3] as TestDatabase;
    await db.query(`alter database ${db.connection.database} set timezone = 'Asia/Kolkata'`);
    await db.query(`alter database ${db.connection.database} set datestyle = 'SQL, DMY'`);
    const pool = createPool({ connection: db.connection, size: 1, onError: () => {} });
    const database = createDatabase(pool);
    const texts = [
      "0001-01-01T00:00:00.000Z",
      "1850-06-01T00:00:00.001Z",
      "2026-03-29T01:30:00.000Z",
      "9999-12-31T23:59:59.999Z",
    ];
    for (const text of texts) {
      const row = await database.asSystem((tx) =>
        tx.first<{ back: Date; json: { at: string } }>(sql`
          select ${new Date(text)}::timestamptz as back, json_build_object('at', ${new Date(text)}::timestamptz) as json`),
      );
      assert.equal(row?.back.toISOString(), text);
      assert.equal(new Date(row?.json.at ?? "").toISOString(), text);
    }
    await pool.end();
  });
});
