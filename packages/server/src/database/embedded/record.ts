import { randomBytes } from "node:crypto";
import { link, open, readFile, rename, rm } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { DataDirectoryUnusable } from "./errors.ts";

/** `postgres.json` in the data directory (0600): where the cluster is, and its passwords. */
export interface ClusterRecord {
  /** Relative to the data directory, or absolute when PostgreSQL's user cannot reach that. */
  cluster: string;
  /** False until the cluster is in place: tells a creation that was cut short from a cluster that got lost. */
  created: boolean;
  superuserPassword: string;
  ownerPassword: string;
}

export async function readRecord(dataDir: string): Promise<ClusterRecord | undefined> {
  const text = await readFile(recordFile(dataDir), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new DataDirectoryUnusable(`Cannot read ${recordFile(dataDir)}: ${error.message}`);
  });
  if (text === undefined) return undefined;
  try {
    const record: ClusterRecord = JSON.parse(text);
    if (record.cluster && record.superuserPassword && record.ownerPassword) return record;
  } catch {
    // Falls through to the one message for everything that is not a record.
  }
  throw new DataDirectoryUnusable(`${recordFile(dataDir)} is damaged: bring it back from a copy.`);
}

/** Writes the first record. Of two servers that try at once one writes; both get the record that counts. */
export async function createRecord(dataDir: string, cluster: string): Promise<ClusterRecord> {
  const password = () => randomBytes(24).toString("base64url");
  const record = { cluster, created: false, superuserPassword: password(), ownerPassword: password() };
  const draft = await writeDraft(dataDir, record);
  try {
    // A link appears whole or not at all, and never replaces what is there.
    await link(draft, recordFile(dataDir));
    return record;
  } catch (error) {
    const existing = await readRecord(dataDir);
    if (existing === undefined) throw error;
    return existing;
  } finally {
    await rm(draft, { force: true });
  }
}

export async function markCreated(dataDir: string, record: ClusterRecord): Promise<void> {
  await rename(await writeDraft(dataDir, { ...record, created: true }), recordFile(dataDir));
}

export function clusterFolder(dataDir: string, record: ClusterRecord): string {
  return isAbsolute(record.cluster) ? record.cluster : join(dataDir, record.cluster);
}

function recordFile(dataDir: string): string {
  return join(dataDir, "postgres.json");
}

async function writeDraft(dataDir: string, record: ClusterRecord): Promise<string> {
  const draft = `${recordFile(dataDir)}.${process.pid}-${randomBytes(4).toString("hex")}`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(record, undefined, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}
