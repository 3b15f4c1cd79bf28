import { randomBytes } from "node:crypto";
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises";
import { join } from "node:path";
import { EmbeddedUnavailable } from "./errors.ts";
import { linkLibraries } from "./libraries.ts";
import { type SystemFolders, trustedFolder } from "./system-folder.ts";

/**
 * A copy of the package's programs that every user may run and only root may change, made once for each `key` (which
 * names the version). Returns its folder. Throws EmbeddedUnavailable when no trustworthy place is writable.
 */
export async function sharedCopy(
  native: string,
  key: string,
  folders: SystemFolders,
  log: (line: string) => void,
): Promise<string> {
  for (const candidate of [folders.lasting, folders.temporary]) {
    const folder = await trustedFolder(candidate);
    if (folder === undefined) continue;
    const target = join(folder, key);
    if (await isDirectory(target)) return target;
    try {
      await copyOnce(native, target);
    } catch {
      continue; // read-only or full: the next place may do
    }
    log(`Copied PostgreSQL's programs to ${target}, because its user cannot use those in ${native}.`);
    return target;
  }
  throw new EmbeddedUnavailable(
    `The unprivileged user that must run PostgreSQL cannot use the programs in ${native}, and neither ` +
      `${folders.lasting} nor ${folders.temporary} can hold a copy of them. Move the installation out of private ` +
      "folders, start the server as a normal user, or set DATABASE_URL.",
  );
}

async function copyOnce(native: string, target: string): Promise<void> {
  const unfinished = `${target}.${process.pid}-${randomBytes(4).toString("hex")}`;
  try {
    await copyFolder(native, unfinished);
    await linkLibraries(unfinished);
    // The rename makes the copy appear whole; it fails when another server was first, whose copy is as good.
    await rename(unfinished, target).catch(async (error: unknown) => {
      if (!(await isDirectory(target))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, copy);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), copy);
    else if (!entry.name.endsWith(".a")) {
      await copyFile(source, copy);
      await chmod(copy, ((await stat(source)).mode & 0o100) === 0 ? 0o644 : 0o755);
    }
  }
  // Explicitly: the umask may be 077.
  await chmod(to, 0o755);
}

async function isDirectory(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
