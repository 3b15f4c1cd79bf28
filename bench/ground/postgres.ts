import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ConnectionSettings, startEmbedded } from "../../packages/server/src/database/embedded/index.ts";
import { makeDataDir } from "../../packages/server/test/data-dir.ts";
import { cpuOf, descendantsOf } from "../processes.ts";
import { withClient } from "./client.ts";

export interface BenchPostgres {
  superuser: ConnectionSettings;
  /** A plain role, which row-level security binds: as Convene connects. */
  owner: ConnectionSettings;
  /** Microseconds of processor time that all its processes have used; NaN where it may be another machine's. */
  cpu(): number;
  stop(): Promise<void>;
}

/** The embedded PostgreSQL as Convene ships it, durable; or the one at DATABASE_URL, given as a superuser. */
export async function startPostgres(): Promise<BenchPostgres> {
  const url = process.env.DATABASE_URL;
  return url ? borrow(new URL(url)) : start();
}

/** Enough for the floor, Convene, pgbench and peers at once; the pools of each stay as they are shipped. */
const maxConnections = 300;

async function start(): Promise<BenchPostgres> {
  const dataDir = makeDataDir("bench");
  const { superuser, owner, stop } = await startEmbedded({
    dataDir: dataDir.path,
    log: () => {},
    maxConnections,
  });
  const { rows } = await withClient(superuser, (client) =>
    client.query<{ folder: string }>("select current_setting('data_directory') as folder"),
  );
  const pid = Number.parseInt(readFileSync(join(rows[0]?.folder ?? "", "postmaster.pid"), "utf8"), 10);
  return {
    superuser,
    owner,
    cpu: () => cpuOf([pid, ...descendantsOf(pid)]),
    async stop() {
      await stop();
      dataDir.remove();
    },
  };
}

async function borrow(url: URL): Promise<BenchPostgres> {
  const superuser = {
    host: url.searchParams.get("host") ?? url.hostname,
    port: Number(url.port || url.searchParams.get("port") || 5432),
    database: decodeURIComponent(url.pathname.slice(1)) || "postgres",
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
  const owner = { ...superuser, user: "convene_bench", password: "convene_bench" };
  const creating = `
    do $$ begin
      if not exists (select from pg_roles where rolname = 'convene_bench') then
        create role convene_bench login password 'convene_bench';
      end if;
    end $$`;
  await withClient(superuser, (client) => client.query(creating));
  return { superuser, owner, cpu: () => Number.NaN, stop: async () => {} };
}
