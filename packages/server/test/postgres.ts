import pg from "pg";
import { type ConnectionSettings, startEmbedded } from "../src/database/embedded/index.ts";
import { makeDataDir } from "./data-dir.ts";

export interface TestPostgres {
  superuser: ConnectionSettings;
  /** Who owns the test databases: a plain role, which row-level security binds. */
  owner: ConnectionSettings;
  stop(): Promise<void>;
}

/**
 * The PostgreSQL of a test run: an embedded one of its own, or the server at CONVENE_TEST_DATABASE_URL, as a
 * superuser, to try another version.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const url = process.env.CONVENE_TEST_DATABASE_URL;
  return url ? borrow(new URL(url)) : start();
}

async function start(): Promise<TestPostgres> {
  const dataDir = makeDataDir("test");
  const { superuser, owner, stop } = await startEmbedded({
    dataDir: dataDir.path,
    log: () => {},
    durable: false,
    maxConnections: 300,
  });
  return {
    superuser,
    owner,
    async stop() {
      await stop();
      dataDir.remove();
    },
  };
}

async function borrow(url: URL): Promise<TestPostgres> {
  const superuser = {
    host: url.searchParams.get("host") ?? url.hostname,
    port: Number(url.port || url.searchParams.get("port") || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
  const owner = { ...superuser, user: "convene_test", password: "convene_test" };
  const client = new pg.Client(superuser);
  await client.connect();
  await client.query("drop database if exists template_convene with (force)");
  await client.query("drop role if exists convene_test");
  await client.query("create role convene_test login password 'convene_test'");
  await client.end();
  return { superuser, owner, stop: async () => {} };
}
