import { randomBytes } from "node:crypto";
import { chmod, mkdir, readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Account, databaseAccount } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { createCluster } from "./create-cluster.ts";
import { ClusterVersionMismatch, DataDirectoryUnusable } from "./errors.ts";
import { barrier } from "./reach.ts";
import { type ClusterRecord, clusterFolder, createRecord, markCreated, readRecord } from "./record.ts";
import { type SystemFolders, trustedFolder } from "./system-folder.ts";

/** Where the cluster is (or will be), who runs it, and its passwords. */
export interface Site {
  dataDir: string;
  cluster: string;
  account: Account | undefined;
  record: ClusterRecord;
}

/** Makes the data directory when there is none and settles where its cluster belongs; creates no cluster yet. */
export async function chooseSite(
  dataDir: string,
  folders: SystemFolders,
  log: (line: string) => void,
): Promise<Site> {
  const root = await makeDataDir(dataDir);
  const known = await readRecord(root);
  if (known !== undefined) {
    const cluster = clusterFolder(root, known);
    const account = await databaseAccount((await isFilled(cluster)) ? cluster : undefined);
    return { dataDir: root, cluster, account, record: known };
  }
  if (await isFilled(join(root, "postgres"))) {
    throw new DataDirectoryUnusable(
      `${join(root, "postgres")} holds files, but the passwords that belong to it (${join(root, "postgres.json")}) ` +
        "are missing: bring that file back, or choose another DATA_DIR.",
    );
  }
  const account = await databaseAccount();
  const record = await createRecord(root, await place(root, account, folders, log));
  return { dataDir: root, cluster: clusterFolder(root, record), account, record };
}

/** Creates the site's cluster if it was never created, and checks that it fits these programs and can be reached. */
export async function prepareCluster(
  site: Site,
  binaries: Binaries,
  options: { durable: boolean; signal: AbortSignal | undefined; log: (line: string) => void },
): Promise<void> {
  const { cluster, record } = site;
  if (!(await isFilled(cluster))) {
    if (record.created) {
      throw new DataDirectoryUnusable(
        `The database that belongs to ${site.dataDir} is missing: there is nothing in ${cluster}. Bring it back, or ` +
          "move the data directory away to begin with an empty one.",
      );
    }
    options.log(`Creating the database in ${cluster}.`);
    await createCluster(site, binaries, options);
  }
  if (!record.created) await markCreated(site.dataDir, record);
  const wall = await barrier(cluster, site.account);
  if (wall !== undefined) {
    throw new DataDirectoryUnusable(
      `PostgreSQL runs as the user ${site.account?.name}, which cannot enter ${wall} on the way to ${cluster}. ` +
        "Let it (chmod o+x), or move the data directory to where it can.",
    );
  }
  const found = await readFile(join(cluster, "PG_VERSION"), "utf8").catch(() => undefined);
  if (found === undefined)
    throw new DataDirectoryUnusable(`${cluster} holds files, but no database of ours.`);
  if (found.trim() !== binaries.major) {
    throw new ClusterVersionMismatch(cluster, found.trim(), binaries.major);
  }
}

async function makeDataDir(dataDir: string): Promise<string> {
  const path = resolve(dataDir);
  try {
    const created = await mkdir(path, { recursive: true });
    // What is private in it is 0600 or 0700 by itself; PostgreSQL's user must only pass through.
    if (created !== undefined) await chmod(path, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    throw new DataDirectoryUnusable(`Cannot make the data directory ${path}: ${(error as Error).message}`);
  }
  return path;
}

async function place(
  dataDir: string,
  account: Account | undefined,
  folders: SystemFolders,
  log: (line: string) => void,
): Promise<string> {
  const wall = await barrier(dataDir, account);
  if (wall === undefined) return "postgres";
  const lasting = await trustedFolder(folders.lasting);
  const clusters = lasting === undefined ? undefined : await trustedFolder(join(lasting, "clusters"));
  if (clusters === undefined || (await barrier(clusters, account)) !== undefined) {
    throw new DataDirectoryUnusable(
      `PostgreSQL must run as the user ${account?.name}, which cannot enter ${wall}, and ${folders.lasting} cannot ` +
        "hold the database instead. Choose a DATA_DIR outside private folders, or start the server as a normal user.",
    );
  }
  const cluster = join(clusters, randomBytes(6).toString("hex"));
  log(
    `The database's files go to ${cluster}, because PostgreSQL runs as the user ${account?.name}, ` +
      `which cannot enter ${wall}. Keep that folder together with ${dataDir}.`,
  );
  return cluster;
}

/** An empty folder counts as nothing: it may be a mount point or left by a tool. */
async function isFilled(folder: string): Promise<boolean> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return false;
  return (await readdir(folder)).length > 0;
}
