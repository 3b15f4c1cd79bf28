import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { cpuOf, descendantsOf } from "../processes.ts";

/** A peer's server. */
export interface PeerProcess {
  /** Scheme, host and port. */
  origin: string;
  cpu(): number;
  stop(): Promise<void>;
}

interface Command {
  /** What Node runs, and its arguments. */
  args: readonly string[];
  env: Record<string, string>;
  /** Where it runs, and where its log is written. */
  folder: string;
}

/** Milliseconds for a start or a command: some of them make a hundred tables. */
const patience = 120_000;

/** Milliseconds between a polite end and the other one. */
const grace = 5_000;

/** Runs a command of a peer to its end. Throws with the end of its log where it fails. */
export async function runToEnd(command: Command): Promise<void> {
  const child = start(command);
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  const [code] = await once(child, "close");
  clearTimeout(timer);
  if (code !== 0) throw new Error(`${command.args.at(-1)} failed\n${endOfLog(command.folder)}`);
}

/** Starts a peer's server in production mode, and waits until `path` answers. Throws with the end of its log. */
export async function startServer(command: Command, port: number, path: string): Promise<PeerProcess> {
  const child = start(command);
  const ended = once(child, "close");
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), grace);
    await ended;
    clearTimeout(timer);
  };
  if (!(await isReady(child, origin + path))) {
    await stop();
    throw new Error(`it did not start\n${endOfLog(command.folder)}`);
  }
  const pid = child.pid ?? 0;
  return { origin, cpu: () => cpuOf([pid, ...descendantsOf(pid)]), stop };
}

function start({ args, env, folder }: Command): ChildProcess {
  const log = openSync(join(folder, "log"), "a");
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...{ PATH, HOME, TMPDIR }, NODE_ENV: "production", ...env },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  return child;
}

/** Whether the server came to answer, before it ended or took too long. */
async function isReady(child: ChildProcess, url: string): Promise<boolean> {
  const end = performance.now() + patience;
  while (child.exitCode === null && child.signalCode === null && performance.now() < end) {
    const answer = await fetch(url).catch(() => null);
    if (answer && answer.status < 500) return true;
    await pause(100);
  }
  return false;
}

const endOfLog = (folder: string): string =>
  readFileSync(join(folder, "log"), "utf8").trimEnd().split("\n").slice(-12).join("\n");
