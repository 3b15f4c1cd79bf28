import pg from "pg";
import { migrate } from "../src/database/migrate.ts";
import { createPool } from "../src/database/pool.ts";
import { migrateWorker } from "../src/events/worker.ts";
import { startPostgres, type TestPostgres } from "./postgres.ts";

/** One PostgreSQL for the whole run; each test server gets a database of its own, cloned from a template. */
let postgres: TestPostgres | undefined;

export async function globalSetup(): Promise<void> {
  postgres = await startPostgres();
  const { superuser, owner } = postgres;
  const client = new pg.Client({ ...superuser });
  await client.connect();
  await client.query(`create database template_convene owner ${pg.escapeIdentifier(owner.user)}`);
  await client.end();
  const pool = createPool({
    connection: { ...owner, database: "template_convene" },
    size: 1,
    onError: () => {},
  });
  await migrate(pool);
  await migrateWorker(pool);
  await pool.end();
  process.env.CONVENE_TEST_POSTGRES = JSON.stringify({ superuser, owner });
}

export async function globalTeardown(): Promise<void> {
  await postgres?.stop();
}
