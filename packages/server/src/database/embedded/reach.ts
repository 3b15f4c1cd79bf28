import type { Stats } from "node:fs";
import { chown, realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Account } from "./account.ts";

/**
 * The first folder on the way to `path` (itself included) that `account` may not enter; undefined when it gets there.
 * Read from the mode bits: the answer must not cost a process at every start.
 */
export async function barrier(path: string, account: Account | undefined): Promise<string | undefined> {
  if (account === undefined) return undefined;
  const folders = [];
  for (let folder = await realpath(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  for (const folder of folders) {
    if (!allows(await stat(folder), account, 0o1)) return folder;
  }
  return undefined;
}

/** Whether `account` has all of `rights` (4 read, 2 write, 1 execute or enter) by owner, group or other bits. */
export function allows(stats: Stats, account: Account, rights: number): boolean {
  // Only the primary group: Node clears the supplementary ones when it spawns under another user.
  const shift = stats.uid === account.uid >>> 0 ? 6 : stats.gid === account.gid >>> 0 ? 3 : 0;
  return ((stats.mode >> shift) & rights) === rights;
}

/** Gives `path` to the account that PostgreSQL runs as; nothing to do when that is Node's own user. */
export async function giveTo(account: Account | undefined, path: string): Promise<void> {
  // macOS writes nobody as -2 in /etc/passwd; chown takes the unsigned form of it, spawn the signed one.
  if (account !== undefined) await chown(path, account.uid >>> 0, account.gid >>> 0);
}
