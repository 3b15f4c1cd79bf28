import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeDataDir } from "../../packages/server/test/data-dir.ts";
import { freePort } from "../../packages/server/test/free-ports.ts";
import { cpuOf } from "../processes.ts";
import type { BenchDatabase } from "./databases.ts";

/** Convene in a process of its own. */
export interface Convene {
  /** Scheme, host and port. */
  origin: string;
  pid: number;
  /** Microseconds of processor time that the process has used. */
  cpu(): number;
  /** Stops the process where it stands, so that it takes nothing from others until it goes on. */
  pause(): void;
  goOn(): void;
  stop(): Promise<void>;
}

/** The same for every server, so that tokens are valid for all that share a database or a copy of one. */
export const issuer = "http://convene.example";
export const secret = "a secret for benchmarks, of thirty-two characters or more";

const command = fileURLToPath(new URL("../../packages/server/bin/convene.js", import.meta.url));

/** Milliseconds for a start, which on an empty database makes every table. */
const patience = 60_000;

/** Starts the server as production does: its defaults, its log written to a file. Throws with the log's end. */
export async function startConvene(
  database: BenchDatabase,
  settings: Record<string, string>,
): Promise<Convene> {
  const dataDir = makeDataDir("bench-server");
  const port = await freePort();
  const logFile = join(dataDir.path, "log");
  const log = openSync(logFile, "w");
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [command], {
    env: {
      ...{ PATH, HOME, TMPDIR, NODE_COMPILE_CACHE },
      ...{ NODE_ENV: "production", DATABASE_URL: database.url, DATA_DIR: dataDir.path },
      ...{ PORT: String(port), PUBLIC_URL: issuer, SECRET: secret, ...settings },
    },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const ended = once(child, "close");
  const origin = `http://127.0.0.1:${port}`;
  if (!(await isReady(child, origin))) {
    child.kill("SIGKILL");
    const lines = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-12);
    dataDir.remove();
    throw new Error(`Convene did not start:\n${lines.join("\n")}`);
  }
  const pid = child.pid ?? 0;
  let stopped: Promise<void> | undefined;
  return {
    ...{ origin, pid, cpu: () => cpuOf([pid]) },
    pause: () => void child.kill("SIGSTOP"),
    goOn: () => void child.kill("SIGCONT"),
    stop() {
      stopped ??= (async () => {
        child.kill("SIGTERM");
        child.kill("SIGCONT");
        await ended;
        dataDir.remove();
      })();
      return stopped;
    },
  };
}

/** Whether the server came to answer, before it ended or took too long. */
async function isReady(child: ChildProcess, origin: string): Promise<boolean> {
  const end = performance.now() + patience;
  while (child.exitCode === null && child.signalCode === null && performance.now() < end) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
