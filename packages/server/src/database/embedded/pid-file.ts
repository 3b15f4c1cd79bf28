import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Site } from "./cluster.ts";
import { isPostgres } from "./processes.ts";
import { giveTo } from "./reach.ts";

/** What `postmaster.pid` says of the running, or last, postmaster of a cluster. */
export interface Postmaster {
  pid: number;
  port: number;
  socketFolder: string;
  /** "starting", "ready", "stopping" or "standby"; empty while the file is being filled. */
  status: string;
}

export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => undefined);
  // Lines: pid, data directory, start time, port, first socket folder, listen address, shared memory key, status.
  const lines = text?.split("\n").map((line) => line.trim()) ?? [];
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 5432), socketFolder: lines[4] ?? "", status: lines[7] ?? "" };
}

/** Whether the postmaster that the file names is a live process of this cluster's user. */
export async function isRunning(site: Site, postmaster: Postmaster): Promise<boolean> {
  const uid = site.account === undefined ? (process.getuid?.() ?? 0) : site.account.uid >>> 0;
  return isPostgres(postmaster.pid, uid);
}

/**
 * Lets postgres start over a `postmaster.pid` left by a crash whose pid now belongs to something else. postgres refuses
 * when that pid is alive under the same user, for good in a container, where pids repeat. It takes its own parent's pid
 * (ours) for stale, so that is put in its place; the shared memory key below it stays, and with it the check that no
 * backend of the old postmaster is left.
 */
export async function disownPidFile(site: Site): Promise<void> {
  const file = join(site.cluster, "postmaster.pid");
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined || !text.includes("\n")) return;
  const draft = `${file}.${randomBytes(4).toString("hex")}`;
  await writeFile(draft, text.replace(/^[^\n]*/, String(process.pid)), { flag: "wx", mode: 0o600 });
  await giveTo(site.account, draft);
  await rename(draft, file);
}
