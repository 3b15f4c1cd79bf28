import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import type { Site } from "./cluster.ts";
import { EmbeddedStartFailed, EmbeddedUnavailable } from "./errors.ts";
import { processExists } from "./processes.ts";
import { giveTo } from "./reach.ts";

/**
 * Runs initdb in a temporary sibling and renames the result into place, so that a cluster is whole or absent. When
 * another server was first, its cluster stands and ours is dropped.
 */
export async function createCluster(
  site: Site,
  binaries: Binaries,
  options: { durable: boolean; signal: AbortSignal | undefined },
): Promise<void> {
  const parent = dirname(site.cluster);
  const prefix = `.${basename(site.cluster)}-new-`;
  await removeAbandoned(parent, prefix);
  const scratch = join(parent, `${prefix}${process.pid}-${randomBytes(4).toString("hex")}`);
  try {
    await mkdir(scratch, { mode: 0o700 });
    await giveTo(site.account, scratch);
    const passwordFile = join(scratch, "password");
    await writeFile(passwordFile, `${site.record.superuserPassword}\n`, { mode: 0o600, flag: "wx" });
    await giveTo(site.account, passwordFile);
    const fresh = join(scratch, "cluster");
    await initdb(
      binaries,
      site.account,
      initdbArguments(fresh, passwordFile, options.durable),
      options.signal,
    );
    await rename(fresh, site.cluster).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
    if (options.durable) await syncFolder(parent);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function initdbArguments(folder: string, passwordFile: string, durable: boolean): string[] {
  return [
    ["-D", folder],
    ["-U", "postgres"],
    [`--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--data-checksums"],
    // The built-in locale sorts by code point on every machine, whatever locales that has, for good.
    ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    // Written to postgresql.conf, where an operator may change it; idle it takes next to nothing.
    ["-c", "shared_buffers=64MB", "--no-instructions"],
    durable ? [] : ["--no-sync"],
  ].flat();
}

async function initdb(
  binaries: Binaries,
  account: Account | undefined,
  args: string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  signal?.throwIfAborted();
  const child = spawn(binaries.initdb, args, {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: "/",
    env: binaries.env,
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  });
  // SIGTERM lets initdb end its own children; killing it would leave them writing into a folder we remove.
  const abort = () => child.kill("SIGTERM");
  signal?.addEventListener("abort", abort, { once: true });
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  const ending = Promise.withResolvers<string | undefined>();
  child.once("error", (error: NodeJS.ErrnoException) => ending.reject(spawnFailure(error, account)));
  child.once("close", (code, killer) =>
    ending.resolve(code === 0 ? undefined : `initdb ended with ${killer ?? code}`),
  );
  const failure = await ending.promise.finally(() => signal?.removeEventListener("abort", abort));
  signal?.throwIfAborted();
  if (failure !== undefined) {
    const lines = Buffer.concat(output).toString("utf8").trimEnd().split("\n").slice(-12);
    throw new EmbeddedStartFailed(`The database could not be created: ${failure}.`, lines.join("\n"));
  }
}

/** What the operating system's refusal to run a program means for an operator. */
export function spawnFailure(error: NodeJS.ErrnoException, account: Account | undefined): Error {
  const where = "start the server as a normal user, or set DATABASE_URL";
  if (error.code === "EPERM" && account !== undefined) {
    return new EmbeddedUnavailable(
      `PostgreSQL refuses to run as root, and this root may not become the user ${account.name}: ${where}.`,
    );
  }
  if (error.code === "ENOENT") {
    return new EmbeddedUnavailable(
      `${error.path} cannot run here: either it is missing (run npm ci again), or this system has no glibc (Alpine): ` +
        "set DATABASE_URL then.",
    );
  }
  return new EmbeddedUnavailable(`${error.path} cannot run: ${error.message}. Set DATABASE_URL instead.`);
}

/** What a server that was killed in the middle of initdb left behind; the name carries its process id. */
async function removeAbandoned(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (Number.isNaN(pid) || processExists(pid)) continue;
    // Its initdb may still be writing: it gives up once what it has written is gone.
    await rm(join(parent, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (!(await stat(folder)).isDirectory()) return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
