import { resolve } from "node:path";
import { databaseAccount } from "./account.ts";
import type { EmbeddedConnections } from "./contract.ts";
import { administratorOf, ownerOf } from "./owner.ts";
import { isRunning, readPostmaster } from "./pid-file.ts";
import { clusterFolder, readRecord } from "./record.ts";

/**
 * The connections of the PostgreSQL that runs on a data directory right now, for commands beside a live server
 * (`convene backup`); undefined when none does. Needs the rights to read the data directory.
 */
export async function findRunningEmbedded(dataDir: string): Promise<EmbeddedConnections | undefined> {
  const root = resolve(dataDir);
  const record = await readRecord(root);
  if (record === undefined) return undefined;
  const cluster = clusterFolder(root, record);
  const postmaster = await readPostmaster(cluster);
  if (postmaster === undefined) return undefined;
  const site = { dataDir: root, cluster, account: await databaseAccount(cluster), record };
  if (!(await isRunning(site, postmaster))) return undefined;
  const { socketFolder } = postmaster;
  return { owner: ownerOf(site, socketFolder), superuser: administratorOf(site, socketFolder) };
}
