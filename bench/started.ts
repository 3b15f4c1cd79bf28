import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Demo } from "../packages/server/src/demo/demo.ts";
import { freePort } from "../packages/server/test/free-ports.ts";
import { commandOf, descendantsOf } from "./processes.ts";

/** A server that somebody started to try it: with a demo, its own database and every setting's default. */
export interface Started {
  url: string;
  /** Milliseconds from the command until the server answered that it is ready. */
  took: number;
  demo: Demo;
  /** What it wrote to standard error so far. */
  errors(): string;
  /** Process ids at this moment: of the server, of PostgreSQL, and of npm and the shell that started them. */
  processes(): { server: number[]; database: number[]; launcher: number[] };
  /** Stops it as Ctrl-C would; resolves when all of it is gone. */
  stop(): Promise<void>;
}

/** Milliseconds that a first start may take, on however busy a machine. */
const patience = 180_000;

/** Milliseconds between looks whether it is ready: this much at most is counted too much. */
const lookEvery = 5;

/** Runs `command` in the folder `checkout` and waits until the server answers. Throws with what it said if it never does. */
export async function startServer(
  [program = "", ...args]: readonly string[],
  checkout: string,
  dataDir: string,
): Promise<Started> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { PATH, HOME, TMPDIR } = process.env;
  const since = performance.now();
  const child = spawn(program, args, {
    cwd: checkout,
    env: { ...{ PATH, HOME, TMPDIR }, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const errors = collect(child);
  const ended = once(child, "exit");
  const processes = () => sort([child.pid ?? 0, ...descendantsOf(child.pid ?? 0)]);
  const stop = async () => {
    for (const pid of processes().server) process.kill(pid, "SIGTERM");
    if (child.exitCode === null && child.signalCode === null) await ended;
  };
  if (!(await isReady(url, child))) {
    await stop();
    throw new Error(`the server did not start: ${errors()}`);
  }
  const took = performance.now() - since;
  const demo: Demo = JSON.parse(readFileSync(join(dataDir, "demo.json"), "utf8"));
  return { url, took, demo, errors, processes, stop };
}

function collect(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.on("data", (chunk) => {
    text += chunk;
  });
  return () => text;
}

async function isReady(url: string, child: ChildProcess): Promise<boolean> {
  const end = performance.now() + patience;
  while (performance.now() < end && child.exitCode === null) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return true;
    await pause(lookEvery);
  }
  return false;
}

function sort(pids: readonly number[]): ReturnType<Started["processes"]> {
  const kinds = Object.groupBy(pids, (pid) => kindOf(commandOf(pid)));
  return { server: kinds.server ?? [], database: kinds.database ?? [], launcher: kinds.launcher ?? [] };
}

/** PostgreSQL's processes rename themselves to `postgres: …`; a shell holds the server's command as one argument. */
function kindOf(command: readonly string[]): keyof ReturnType<Started["processes"]> {
  const [program = ""] = command;
  if (/(^|\/)postgres(:|$)/.test(program)) return "database";
  return command.some((part) => /^\S*bin\/convene\.js$/.test(part)) ? "server" : "launcher";
}
