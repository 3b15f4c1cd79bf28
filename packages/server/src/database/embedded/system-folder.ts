import { chmod, lstat, mkdir, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Where root keeps what the database's user must reach when the checkout or the data directory hides it. */
export interface SystemFolders {
  /** Survives a restart of the machine. */
  lasting: string;
  /** May be emptied at any time: good for copies only. */
  temporary: string;
}

export const systemFolders: SystemFolders = {
  lasting: process.platform === "darwin" ? "/var/db/convene" : "/var/lib/convene",
  temporary: "/tmp/convene-programs",
};

/**
 * Makes `folder` (0755, ours) or accepts it as it is, and returns its real path; undefined when it cannot be made, or
 * when somebody else could change what is in it: /tmp lets anybody put a folder of that name there first.
 */
export async function trustedFolder(folder: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(folder), { recursive: true });
    const path = join(await realpath(dirname(folder)), basename(folder));
    const created = await mkdir(path).then(
      () => true,
      () => false,
    );
    if (created) await chmod(path, 0o755);
    return (await isTrusted(path)) ? path : undefined;
  } catch {
    return undefined;
  }
}

async function isTrusted(path: string): Promise<boolean> {
  const self = process.getuid?.() ?? 0;
  const own = await lstat(path);
  if (!own.isDirectory() || own.uid !== self || (own.mode & 0o022) !== 0) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const stats = await lstat(folder);
    // In a sticky folder nobody but us can rename or remove what is ours.
    const sealed = (stats.mode & 0o022) === 0 || (stats.mode & 0o1000) !== 0;
    if (!sealed || (stats.uid !== self && stats.uid !== 0)) return false;
    if (folder === dirname(folder)) return true;
  }
}
