import { chmod, lstat, mkdir, mkdtemp, rm, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Account } from "./account.ts";
import { EmbeddedUnavailable } from "./errors.ts";
import { barrier, giveTo } from "./reach.ts";

/** The port only names the socket file: nothing listens on TCP. */
export const socketPort = 5432;

/** sun_path holds 108 bytes on Linux and 104 on macOS, its final zero included. */
const longestPath = process.platform === "darwin" ? 103 : 107;

/** Makes a short folder for the socket that only the database's user and we (or root) can enter. */
export async function makeSocketFolder(
  account: Account | undefined,
  candidates: string[] = ["/tmp", tmpdir(), "/var/tmp"],
): Promise<string> {
  for (const parent of candidates) {
    if (socketFile(join(parent, "convene-XXXXXX")).length > longestPath) continue;
    try {
      const folder = await mkdtemp(join(parent, "convene-"));
      await giveTo(account, folder);
      if ((await barrier(folder, account)) === undefined) return folder;
      await rmdir(folder);
    } catch {
      // Missing, read-only or full: the next one may do.
    }
  }
  throw new EmbeddedUnavailable(
    `No folder for PostgreSQL's socket could be made in ${candidates.join(" or ")}: make one of them writable.`,
  );
}

/**
 * Brings back the folder for a restart at the same path, so that pools find the socket again. Throws when somebody
 * else has put something there meanwhile.
 */
export async function restoreSocketFolder(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).then(
    () => giveTo(account, folder),
    () => undefined,
  );
  if (!(await isOurFolder(folder, account))) {
    throw new EmbeddedUnavailable(`${folder}, where PostgreSQL's socket belongs, was taken by another user.`);
  }
  await chmod(folder, 0o700);
}

/** Whether the folder is there and belongs to us or the database's user: to no other may the password be shown. */
export async function isOurFolder(folder: string, account: Account | undefined): Promise<boolean> {
  const stats = await lstat(folder).catch(() => undefined);
  if (stats === undefined || !stats.isDirectory()) return false;
  return stats.uid === process.getuid?.() || (account !== undefined && stats.uid === account.uid >>> 0);
}

/** Removes what a stopped or crashed postmaster left of a folder that `makeSocketFolder` made. */
export async function removeSocketFolder(folder: string): Promise<void> {
  if (!/^convene-[A-Za-z0-9]{6}$/.test(basename(folder))) return;
  // By name, then only if empty: the path may come from a file that the database's user can write.
  for (const file of [socketFile(folder), `${socketFile(folder)}.lock`])
    await rm(file, { force: true }).catch(() => {});
  await rmdir(folder).catch(() => undefined);
}

export function socketFile(folder: string): string {
  return join(folder, `.s.PGSQL.${socketPort}`);
}
