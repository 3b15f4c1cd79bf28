import { type ChildProcess, spawn } from "node:child_process";
import { chmod, chown, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { unprivilegedAccount } from "../account.ts";
import type { ConnectionSettings, EmbeddedOptions, EmbeddedPostgres } from "../contract.ts";
import { type Postmaster, readPostmaster } from "../pid-file.ts";
import { processExists } from "../processes.ts";
import { barrier } from "../reach.ts";
import { clusterFolder, readRecord } from "../record.ts";
import { removeSocketFolder } from "../socket-folder.ts";
import { type Surroundings, startIn } from "../start.ts";

export const isRoot = process.getuid?.() === 0;

const cleanups = new WeakMap<TestContext, (() => Promise<unknown>)[]>();

/** Runs at the end of the test, the last registered first: a server goes before the folder it works in. */
export function cleanUp(t: TestContext, action: () => Promise<unknown>): void {
  const known = cleanups.get(t);
  if (known !== undefined) {
    known.unshift(action);
    return;
  }
  const actions = [action];
  cleanups.set(t, actions);
  t.after(async () => {
    for (const each of actions) await each();
  });
}

/** A fresh folder, 0755 so that the database's user gets through; removed at the end with any postmaster below it. */
export async function freshFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "embedded-test-"));
  await chmod(folder, 0o755);
  cleanUp(t, () => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function freshDataDir(t: TestContext): Promise<string> {
  const dataDir = join(await freshFolder(t), "data");
  cleanUp(t, () => killPostmaster(dataDir));
  return dataDir;
}

/** A database for one test, not durable, stopped at its end. */
export async function start(
  t: TestContext,
  options: Partial<EmbeddedOptions> & { dataDir: string },
  surroundings: Surroundings = {},
): Promise<EmbeddedPostgres & { lines: string[] }> {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const database = await startIn({ durable: false, log, ...options }, surroundings);
  cleanUp(t, () => database.stop());
  return { ...database, stop: () => database.stop(), lines };
}

export async function query<Row extends pg.QueryResultRow>(
  settings: ConnectionSettings,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client(settings);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Asks until the answer is not undefined; a refusal counts as "not yet". */
export async function eventually<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  let refusal: unknown;
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    try {
      const found = await look();
      if (found !== undefined && found !== false) return found;
    } catch (error) {
      refusal = error;
    }
    await sleep(20);
  }
  throw new Error("It did not happen within 30 seconds.", { cause: refusal });
}

export async function postmasterPid(dataDir: string): Promise<number> {
  const postmaster = await runningPostmaster(dataDir);
  if (postmaster === undefined) throw new Error(`Nothing runs on ${dataDir}.`);
  return postmaster.pid;
}

interface Told {
  event: string;
  line?: string;
  name?: string;
  message?: string;
  started?: boolean;
  answeredFirst?: boolean;
  owner: ConnectionSettings;
}

export interface ServerProcess {
  pid: number;
  told: Told[];
  /** The first event of one of these names. */
  hears(...events: string[]): Promise<Told>;
  /** Resolves when the process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** A server in a Node of its own, in a process group of its own; killed at the end of the test. */
export function serverProcess(
  t: TestContext,
  options: Partial<EmbeddedOptions> & { dataDir: string; abortable?: boolean },
  { user, ...surroundings }: Surroundings & { user?: { uid: number; gid: number } } = {},
): ServerProcess {
  const script = join(import.meta.dirname, "server-process.ts");
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify({ options, surroundings })], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
    ...user,
  });
  const pid = child.pid;
  if (pid === undefined || child.stdout === null) throw new Error("The server process did not start.");
  const told: Told[] = [];
  createInterface(child.stdout).on("line", (line) => told.push(JSON.parse(line)));
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  cleanUp(t, () => kill("SIGKILL"));
  return {
    pid,
    told,
    hears: (...events) => eventually(() => told.find(({ event }) => events.includes(event))),
    kill,
  };
}

/** An unprivileged user that can run Node and this checkout; undefined where there is none or we may not become it. */
export async function otherUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (!isRoot) return undefined;
  const passwd = (await readFile("/etc/passwd", "utf8"))
    .split("\n")
    .filter((line) => line.startsWith("nobody:"));
  const account = unprivilegedAccount(passwd.join("\n"));
  for (const path of [process.execPath, import.meta.dirname])
    if (await barrier(join(path, ".."), account)) return;
  return { uid: account.uid, gid: account.gid };
}

export async function giveFolder(folder: string, user: { uid: number; gid: number }): Promise<string> {
  await chown(folder, user.uid, user.gid);
  return folder;
}

async function killPostmaster(dataDir: string): Promise<void> {
  const postmaster = await runningPostmaster(dataDir).catch(() => undefined);
  if (postmaster === undefined) return;
  if (processExists(postmaster.pid)) {
    process.kill(postmaster.pid, "SIGQUIT");
    await eventually(async () => (await runningPostmaster(dataDir))?.pid !== postmaster.pid || undefined);
  }
  await removeSocketFolder(postmaster.socketFolder);
}

async function runningPostmaster(dataDir: string): Promise<Postmaster | undefined> {
  const record = await readRecord(dataDir);
  return record && (await readPostmaster(clusterFolder(dataDir, record)));
}
