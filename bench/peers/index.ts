import pg from "pg";
import { makeDataDir } from "../../packages/server/test/data-dir.ts";
import type { Ground } from "../ground.ts";
import { directus } from "./directus.ts";
import { installedVersion } from "./installed.ts";
import { parse } from "./parse.ts";
import type { Absent, Adapter, Opened, Peer } from "./peer.ts";
import { countRows, prepareRows } from "./rows.ts";
import { strapi } from "./strapi.ts";
import { verify } from "./verify.ts";

export type { Absent, Peer } from "./peer.ts";

/**
 * Starts every peer on the benchmark's PostgreSQL, each on a database of its own with `rows` sessions, and makes sure
 * that its answers hold what Convene's hold. Who cannot take part says why.
 */
export async function openPeers(ground: Ground, { rows }: { rows: number }): Promise<(Peer | Absent)[]> {
  const peers: (Peer | Absent)[] = [];
  for (const adapter of [directus, strapi, parse]) {
    const absent = (fault: Error): Absent => {
      console.error(`${adapter.name}: ${fault.message}`);
      // Below the first line stands the end of a log, with paths of the machine: no matter for a report.
      return { name: adapter.name, notMeasured: fault.message.split("\n")[0] ?? "" };
    };
    peers.push(await open(adapter, ground, rows).catch(absent));
  }
  return peers;
}

async function open(adapter: Adapter, ground: Ground, sessions: number): Promise<Peer> {
  const { name, packageName } = adapter;
  const version = installedVersion(packageName);
  const rows = countRows(sessions);
  const folder = makeDataDir("bench-peer");
  const database = await ground.createDatabase();
  const client = new pg.Client(database.superuser);
  let opened: Opened | undefined;
  const close = async () => {
    await opened?.server.stop();
    await database.drop();
    folder.remove();
  };
  try {
    await client.connect();
    await prepareRows(client, rows);
    opened = await adapter.open({ database, client, rows, folder: folder.path });
    await client.query("vacuum analyze");
    await verify(opened, rows);
  } catch (fault) {
    await client.end();
    await close();
    throw fault;
  }
  await client.end();
  const { server, item, list, create } = opened;
  return { name, version, item: () => item, list: () => list, create: () => create, cpu: server.cpu, close };
}
