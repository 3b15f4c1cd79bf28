import pg from "pg";
import type { Site } from "./cluster.ts";
import type { ConnectionSettings } from "./contract.ts";
import { superuserOf } from "./open-cluster.ts";
import { socketPort } from "./socket-folder.ts";

/** The name of both the plain role and the database it owns. */
const name = "convene";

/** Creates the plain role and its database where they are missing (a first start may have ended between the two). */
export async function ensureOwner(client: pg.Client, site: Site): Promise<void> {
  const { rows } = await client.query<{ role: boolean; database: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as role,
            exists (select from pg_database where datname = $1) as database`,
    [name],
  );
  if (rows[0]?.role !== true) {
    const password = pg.escapeLiteral(site.record.ownerPassword);
    await client.query(
      `create role ${name} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password ${password}`,
    );
  }
  if (rows[0]?.database !== true) await client.query(`create database ${name} owner ${name}`);
}

export function ownerOf(site: Site, socketFolder: string): ConnectionSettings {
  const password = site.record.ownerPassword;
  return { host: socketFolder, port: socketPort, database: name, user: name, password };
}

/** The superuser, connected to the database of the plain role. */
export function administratorOf(site: Site, socketFolder: string): ConnectionSettings {
  return superuserOf(site, socketFolder, name);
}
