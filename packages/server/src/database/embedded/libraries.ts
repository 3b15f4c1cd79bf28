import { access, mkdir, readFile, rm, symlink } from "node:fs/promises";
import { basename, join, resolve } from "node:path";

/**
 * The package's libraries go by several names, which its install script makes as links. Where install scripts are off
 * this makes them, in place. Returns the names still missing (a read-only node_modules).
 */
export async function linkLibraries(native: string): Promise<string[]> {
  const missing = [];
  for (const { source, target } of await links(native)) {
    if (await exists(target)) continue;
    // Another server may make the same link at the same moment: only the outcome counts.
    await symlink(basename(source), target).catch(() => undefined);
    if (!(await exists(target))) missing.push(basename(target));
  }
  return missing;
}

/** Makes the same links in a folder of our own, for LD_LIBRARY_PATH. */
export async function linkLibrariesInto(folder: string, native: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  for (const { source, target } of await links(native)) {
    const link = join(folder, basename(target));
    // Made anew each time: the checkout may have moved since.
    await rm(link, { force: true });
    await symlink(source, link).catch(() => undefined);
  }
}

async function links(native: string): Promise<{ source: string; target: string }[]> {
  const text = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const entries: { source: string; target: string }[] = JSON.parse(text);
  // The list speaks of "native/lib/…"; a copy of the folder goes by another name.
  const within = (path: string) => resolve(native, path.replace(/^native\//, ""));
  return entries.map(({ source, target }) => ({ source: within(source), target: within(target) }));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
