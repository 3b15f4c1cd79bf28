import { join } from "node:path";
import type { TestContext } from "node:test";
import type { ConnectionSettings } from "../../embedded/index.ts";
import { freshDataDir, freshFolder, start } from "../../embedded/test/environment.ts";
import { createBackup } from "../index.ts";
import { asClient, fill, latestMigration, migrateTo } from "./schema.ts";

export interface Database {
  owner: ConnectionSettings;
  superuser: ConnectionSettings;
}

export interface Databases {
  folder: string;
  /** A new empty database that belongs to the plain role. */
  empty(): Promise<Database>;
  /** A new database with every kind of row in it. */
  filled(): Promise<Database>;
  /** The path of a backup of a filled database. */
  backup(): Promise<string>;
}

export async function databases(t: TestContext): Promise<Databases> {
  const server = await start(t, { dataDir: await freshDataDir(t) });
  const folder = await freshFolder(t);
  let made = 0;
  const empty = async () => {
    const database = `db${++made}`;
    await asClient(server.superuser, (client) => client.query(`create database ${database} owner convene`));
    return { owner: { ...server.owner, database }, superuser: { ...server.superuser, database } };
  };
  const filled = async () => {
    const database = await empty();
    await migrateTo(database.owner, latestMigration);
    await fill(database.superuser);
    return database;
  };
  const backup = async () => {
    const file = join(folder, `backup${++made}.tar.gz`);
    await createBackup({ source: (await filled()).superuser, file, log: () => undefined });
    return file;
  };
  return { folder, empty, filled, backup };
}
