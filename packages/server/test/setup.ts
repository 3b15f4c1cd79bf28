import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrate } from "../src/database/migrate.ts";
import { createPool } from "../src/database/pool.ts";
import { migrateWorker } from "../src/events/worker.ts";
import { startPostgres, type TestPostgres } from "./postgres.ts";

/** One PostgreSQL for the whole run; each test server gets a database of its own, cloned from a template. */
let postgres: TestPostgres | undefined;

/** Where test files, and the servers that they start, keep what they have compiled: each imports most of the sources. */
const compiled = fileURLToPath(new URL("../../../node_modules/.cache/convene-tests", import.meta.url));

export async function globalSetup(): Promise<void> {
  process.env.NODE_COMPILE_CACHE ??= compiled;
  postgres = await startPostgres();
  try {
    await makeTemplate(postgres);
  } catch (fault) {
    // Nobody calls the teardown of a setup that failed.
    await postgres.stop();
    throw fault;
  }
  const { superuser, owner } = postgres;
  process.env.CONVENE_TEST_POSTGRES = JSON.stringify({ superuser, owner });
}

/** The migrated database that every test server's is cloned from. */
async function makeTemplate({ superuser, owner }: TestPostgres): Promise<void> {
  const client = new pg.Client({ ...superuser });
  await client.connect();
  await client.query(`create database template_convene owner ${pg.escapeIdentifier(owner.user)}`);
  await client.end();
  const connection = { ...owner, database: "template_convene" };
  const pool = createPool({ connection, size: 1, onError: () => {} });
  try {
    await migrate(pool);
    await migrateWorker(pool);
  } finally {
    await pool.end();
  }
}

export async function globalTeardown(): Promise<void> {
  await postgres?.stop();
}
