import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { newId } from "../kernel/ids.ts";
import { createPool, type Pool } from "./pool.ts";
import { raw, type Sql, sql } from "./statement.ts";
import { createDatabase, type Database } from "./tenancy.ts";

const [ours, theirs] = [newId(), newId()];
let db: TestDatabase;
let pool: Pool;
let database: Database;
let tables: string[];
before(async () => {
  db = await createTestDatabase();
  pool = createPool({ connection: db.connection, size: 3, onError: () => {} });
  database = createDatabase(pool);
  const rows = await db.query<{ name: string }>(
    `select c.relname as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
     where c.relkind in ('r', 'p') order by c.relname`,
  );
  tables = rows.map((row) => row.name);
});
after(async () => {
  await pool.end();
  await db.drop();
});

const countOf = (table: string): Sql => sql`select count(*)::int as count from ${raw(`"${table}"`)}`;

/** Puts one bare row of our organization into a table, whatever else the table asks for. */
async function fill(table: string): Promise<void> {
  const constraints = await db.query<{ name: string }>(
    "select conname as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f')",
    [table],
  );
  for (const { name } of constraints) await db.query(`alter table ${table} drop constraint "${name}"`);
  await db.query(`alter table ${table} disable trigger user`);
  const columns = await db.query<{ name: string; type: string; required: boolean; made: boolean }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
       a.attidentity <> '' or a.attgenerated <> '' or a.atthasdef as made
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [table],
  );
  const wanted = columns.filter((column) => column.required && !column.made);
  const values = wanted.map(({ name, type }) => (name === "organization_id" ? `'${ours}'` : sample(type)));
  const names = wanted.map(({ name }) => `"${name}"`);
  await db.query(`insert into ${table} (${names.join()}) values (${values.join()})`);
}

function sample(type: string): string {
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "jsonb") return "'{}'";
  if (type.endsWith("[]")) return "'{}'";
  if (/^timestamp|^date/.test(type)) return "'2026-01-01'";
  return type === "boolean" ? "true" : "'1'";
}

describe("tenancy", () => {
  it("every table of an organization has row-level security enabled, forced and with a policy", async () => {
    assert.ok(tables.length >= 7, tables.join());
    const rows = await db.query(
      `select relname, relrowsecurity, relforcerowsecurity,
         (select count(*)::int from pg_policy where polrelid = pg_class.oid) as policies
       from pg_class where relname = any($1) and relnamespace = 'public'::regnamespace order by relname`,
      [tables],
    );
    const locked = { relrowsecurity: true, relforcerowsecurity: true, policies: 1 };
    assert.deepEqual(
      rows,
      tables.map((relname) => ({ relname, ...locked })),
    );
  });

  it("nothing that is bound to another organization, or to none, sees or changes a row of any of them", async () => {
    for (const table of tables) {
      await fill(table);
      const count = async (tx: Parameters<Parameters<Database["asTenant"]>[1]>[0]) =>
        (await tx.first<{ count: number }>(countOf(table)))?.count;
      assert.equal(await database.asTenant(ours, count), 1, `${table}: its own organization`);
      assert.equal(await database.asSystem(count), 1, `${table}: the system`);
      assert.equal(await database.asTenant(theirs, count), 0, `${table}: another organization`);
      assert.equal((await pool.query(`select from "${table}"`)).rowCount, 0, `${table}: unbound`);
      const update = sql`update ${raw(`"${table}"`)} set organization_id = ${theirs} returning 1`;
      const remove = sql`delete from ${raw(`"${table}"`)} returning 1`;
      assert.deepEqual(await database.asTenant(theirs, (tx) => tx.all(update)), [], table);
      assert.deepEqual(await database.asTenant(theirs, (tx) => tx.all(remove)), [], table);
      assert.equal(await database.asTenant(ours, count), 1, `${table}: still there`);
    }
  });

  it("a row cannot be put into, or moved to, another organization", async () => {
    for (const table of tables) {
      const copy = sql`insert into ${raw(`"${table}"`)} select (jsonb_populate_record(null::${raw(`"${table}"`)},
        to_jsonb(t) || jsonb_build_object('organization_id', ${theirs}::text))).* from ${raw(`"${table}"`)} t`;
      const move = sql`update ${raw(`"${table}"`)} set organization_id = ${theirs}`;
      for (const statement of [copy, move]) {
        await assert.rejects(
          database.asTenant(ours, (tx) => tx.all(statement)),
          (fault: { code?: string }) => fault.code === "42501" || fault.code === "428C9",
          table,
        );
      }
    }
  });

  it("the server's role is no superuser and does not bypass row-level security", async () => {
    const { rows } = await pool.query(
      "select rolsuper, rolbypassrls from pg_roles where rolname = current_user",
    );
    assert.deepEqual(rows, [{ rolsuper: false, rolbypassrls: false }]);
  });

  it("an organization id that is no lower-case UUID never reaches the database", async () => {
    for (const id of ["", "x", `${ours}'`, ours.toUpperCase(), "'; set role postgres; --"]) {
      await assert.rejects(
        database.asTenant(id, async () => {}),
        /must be a lower-case UUID/,
      );
    }
  });

  it("a narrowed system transaction sees that organization alone, and the whole again after its savepoint", async () => {
    const [table] = tables;
    const seen = (tx: Parameters<Parameters<Database["asSystem"]>[0]>[0]) =>
      tx.first<{ count: number }>(countOf(table ?? "")).then((row) => row?.count);
    await database.asSystem(async (tx) => {
      await tx.savepoint(async () => {
        await tx.narrow(theirs);
        assert.equal(await seen(tx), 0);
      });
      assert.equal(await seen(tx), 1, "after success");
      const failing = tx.savepoint(async () => {
        await tx.narrow(theirs);
        throw new Error("refused");
      });
      await assert.rejects(failing, /refused/);
      assert.equal(await seen(tx), 1, "after failure");
    });
  });

  it("leaves a condition on an e-mail address to its index", async () => {
    for (const [table, index] of [
      ["contacts", "contacts_email"],
      ["invitations", "invitations_open"],
    ] as const) {
      const waits = table === "invitations" ? sql`and accepted_at is null and revoked_at is null` : sql``;
      const plan = await database.asTenant(ours, async (tx) => {
        // A handful of rows is read whole otherwise.
        await tx.all(sql`set local enable_seqscan = off`);
        return tx.all<{ "QUERY PLAN": string }>(sql`
          explain select from ${raw(table)}
          where organization_id = ${ours} and email_key = ${"ada@example.com"} ${waits}`);
      });
      const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
      assert.match(text, new RegExp(`${index} on ${table}.*\\n.*Index Cond: .*email_key = `), text);
    }
  });
});
