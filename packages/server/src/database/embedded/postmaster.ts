import { type ChildProcess, spawn } from "node:child_process";
import { open } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import type { Site } from "./cluster.ts";
import { spawnFailure } from "./create-cluster.ts";
import { boundLog, logFile, logTail } from "./log-file.ts";
import { isRunning, readPostmaster } from "./pid-file.ts";
import { socketPort } from "./socket-folder.ts";

export interface ServerSettings {
  durable: boolean;
  maxConnections: number;
}

/** A postmaster that we started. */
export interface Spawned {
  /** Set once it is gone. */
  failure: { error: Error | undefined; output: string } | undefined;
  /** Fast shutdown at any point of its start; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Starts postgres; whether it comes up shows on its socket, or in `failure`. */
export async function spawnPostmaster(
  site: Site,
  binaries: Binaries,
  socketFolder: string,
  settings: ServerSettings,
): Promise<Spawned> {
  await boundLog(site.dataDir);
  const log = await open(logFile(site.dataDir), "a", 0o600);
  try {
    const offset = (await log.stat()).size;
    const child = spawn(binaries.postgres, postgresArguments(site.cluster, socketFolder, settings), {
      // A session of its own: Ctrl-C in the terminal must reach the server alone, which then stops this in order.
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      cwd: "/",
      env: binaries.env,
      ...(site.account === undefined ? {} : { uid: site.account.uid, gid: site.account.gid }),
    });
    return watch(child, site, offset);
  } finally {
    await log.close();
  }
}

function watch(child: ChildProcess, site: Site, logOffset: number): Spawned {
  const ended = Promise.withResolvers<void>();
  const spawned: Spawned = {
    failure: undefined,
    stop: () => {
      child.ref();
      child.kill("SIGINT");
      return ended.promise;
    },
  };
  const gone = async (error: Error | undefined) => {
    spawned.failure = { error, output: await logTail(site.dataDir, logOffset) };
    ended.resolve();
  };
  child.once("error", (error) => gone(spawnFailure(error, site.account)));
  child.once("exit", () => gone(undefined));
  // The connection that holds the lock keeps Node alive, not the child: it may outlive us and be adopted.
  child.unref();
  return spawned;
}

/** Fast shutdown; resolves when the postmaster is gone. After a minute it is cut short, which costs a recovery. */
export async function stopPostmaster(site: Site): Promise<void> {
  const target = await readPostmaster(site.cluster);
  if (target === undefined || !(await isRunning(site, target))) return;
  process.kill(target.pid, "SIGINT");
  const patience = Date.now() + 60_000;
  let hurried = false;
  while (await isRunning(site, target)) {
    if (!hurried && Date.now() > patience) {
      hurried = true;
      process.kill(target.pid, "SIGQUIT");
    }
    await sleep(5);
  }
}

function postgresArguments(cluster: string, socketFolder: string, settings: ServerSettings): string[] {
  const values = {
    listen_addresses: "",
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    port: socketPort,
    cluster_name: "convene",
    max_connections: settings.maxConnections,
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    logging_collector: "off",
    log_line_prefix: "%m [%p] ",
    log_checkpoints: "off",
    // Errors of statements reach the server, which logs them without the people in them; this log would keep
    // the statements and the values of keys.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    ...(settings.durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return ["-D", cluster, ...Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}
