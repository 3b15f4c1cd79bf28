import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { ClientBase } from "pg";
import type { Pool } from "./pool.ts";

export interface Migration {
  number: number;
  name: string;
  text: string;
  checksum: string;
}

/** The numbered files of `migrations/`, in order. */
export const migrations: readonly Migration[] = readMigrations(new URL("./migrations/", import.meta.url));

/** The key of the advisory lock under which one server migrates and the others wait. */
const migrationLock = 7_266_836_303;

/**
 * Brings the schema up to migration `upTo` (default: the newest), each file in a transaction of its own. Two
 * servers that start at once migrate once. Throws when a released file was edited, or when the database is
 * newer than this server.
 */
export async function migrate(pool: Pool, upTo = Number.POSITIVE_INFINITY): Promise<number> {
  const client = await pool.connect();
  try {
    // A long migration elsewhere is no reason to give up waiting for it.
    await client.query("set statement_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query(`create table if not exists schema_migrations (
      number integer primary key, name text not null, checksum text not null,
      applied_at timestamptz not null default now())`);
    const pending = await findPending(client);
    const wanted = pending.filter((migration) => migration.number <= upTo);
    for (const migration of wanted) await apply(client, migration);
    return wanted.length;
  } finally {
    // Closing the connection frees the lock even when a statement failed half-way.
    client.release(true);
  }
}

async function findPending(client: ClientBase): Promise<Migration[]> {
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    "select number, name, checksum from schema_migrations order by number",
  );
  for (const row of rows) {
    const known = migrations.find((migration) => migration.number === row.number);
    if (!known)
      throw new Error(`the database has migration ${row.name}, which this version of Convene lacks`);
    if (known.checksum !== row.checksum)
      throw new Error(`migration ${row.name} was edited after its release`);
  }
  return migrations.filter((migration) => !rows.some((row) => row.number === migration.number));
}

async function apply(client: ClientBase, { number, name, text, checksum }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(text);
    await client.query("insert into schema_migrations (number, name, checksum) values ($1, $2, $3)", [
      number,
      name,
      checksum,
    ]);
    await client.query("commit");
  } catch (fault) {
    await client.query("rollback");
    throw new Error(`migration ${name} failed`, { cause: fault });
  }
}

function readMigrations(folder: URL): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();
  return files.map((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const checksum = createHash("sha256").update(text).digest("hex");
    return { number: Number.parseInt(file, 10), name: file.replace(/\.sql$/, ""), text, checksum };
  });
}
