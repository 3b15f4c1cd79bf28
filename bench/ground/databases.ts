import { randomUUID } from "node:crypto";
import pg from "pg";
import type { ConnectionSettings } from "../../packages/server/src/database/embedded/index.ts";
import { withClient } from "./client.ts";
import type { BenchPostgres } from "./postgres.ts";

export interface BenchDatabase {
  name: string;
  /** As Convene connects: as a plain role that row-level security binds. */
  url: string;
  owner: ConnectionSettings;
  /** For seeding and for looking behind the server's back. */
  superuser: ConnectionSettings;
  /** Runs a statement as the superuser, who sees everything. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export interface Databases {
  /** An empty database, or a copy of another, to which nobody may be connected. */
  createDatabase(template?: BenchDatabase): Promise<BenchDatabase>;
}

export function createDatabases(postgres: BenchPostgres): Databases & { dropAll(): Promise<void> } {
  const all = new Set<BenchDatabase>();
  return {
    async createDatabase(template) {
      const name = `bench_${randomUUID().slice(0, 8)}`;
      const from = template?.name ?? "template0";
      await template?.query("checkpoint");
      const owner = pg.escapeIdentifier(postgres.owner.user);
      await once(
        postgres.superuser,
        `create database ${name} template ${from} owner ${owner} strategy file_copy`,
      );
      const database = open(postgres, name, () => all.delete(database));
      all.add(database);
      return database;
    },
    dropAll: async () => {
      for (const database of [...all]) await database.drop();
    },
  };
}

function open(postgres: BenchPostgres, name: string, onDrop: () => void): BenchDatabase {
  const [superuser, owner] = [postgres.superuser, postgres.owner].map((as) => ({
    ...as,
    database: name,
  })) as [ConnectionSettings, ConnectionSettings];
  return {
    ...{ name, owner, superuser, url: urlOf(owner) },
    async query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]) {
      // A connection for each: a copy can only be made of a database that nobody is connected to.
      return withClient(superuser, async (client) => (await client.query<Row>(text, values)).rows);
    },
    async drop() {
      onDrop();
      await once(superuser, `drop database ${name} with (force)`, "postgres");
    },
  };
}

/** The folder of a Unix socket cannot be a URL's host, and stands in its query. */
function urlOf({ host, port, database, user, password }: ConnectionSettings): string {
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  if (!host.startsWith("/")) return `postgres://${login}@${host}:${port}/${database}`;
  return `postgres://${login}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

async function once(
  connection: ConnectionSettings,
  text: string,
  database = connection.database,
): Promise<void> {
  await withClient({ ...connection, database }, (client) => client.query(text));
}
