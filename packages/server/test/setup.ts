import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type EmbeddedPostgres, startEmbedded } from "../src/database/embedded/index.ts";
import { migrate } from "../src/database/migrate.ts";
import { createPool } from "../src/database/pool.ts";

/** One PostgreSQL for the whole run; each test server gets a database of its own, cloned from a template. */
let postgres: EmbeddedPostgres | undefined;
const dataDir = mkdtempSync(join(tmpdir(), "convene-test-"));

export async function globalSetup(): Promise<void> {
  postgres = await startEmbedded({ dataDir, log: () => {}, durable: false, maxConnections: 300 });
  const client = new pg.Client({ ...postgres.superuser });
  await client.connect();
  await client.query(`create database template_convene owner ${pg.escapeIdentifier(postgres.owner.user)}`);
  await client.end();
  const connection = { ...postgres.owner, database: "template_convene" };
  const pool = createPool({ connection, size: 1, onError: () => {} });
  await migrate(pool);
  await pool.end();
  const { superuser, owner } = postgres;
  process.env.CONVENE_TEST_POSTGRES = JSON.stringify({ superuser, owner });
}

export async function globalTeardown(): Promise<void> {
  await postgres?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
