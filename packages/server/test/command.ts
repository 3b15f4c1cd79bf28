import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-ports.ts";

const command = fileURLToPath(new URL("../bin/convene.js", import.meta.url));

export interface Running {
  url: string;
  child: ChildProcess;
  /** Everything that it printed so far. */
  output(): string;
  isRunning(): boolean;
  /** Waits for the end; resolves with the exit code, or with the name of the signal that ended it. */
  ended(): Promise<number | string>;
  /** Sends a signal, SIGTERM unless another is named, and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | string>;
}

/** Runs the command to its end. */
export async function runCommand(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number; output: string }> {
  const { child, output } = launch(args, env);
  const [code] = await once(child, "close");
  return { code, output: output() };
}

/** Starts the server as a user starts it, on a free port, and waits until it is ready. */
export async function startCommand(env: Record<string, string>): Promise<Running> {
  const port = env.PORT ?? String(await freePort());
  const { child, output } = launch([], { LOG_LEVEL: "error", PORT: port, ...env });
  const closed = once(child, "close");
  const isReady = await Promise.race([untilReady(child, output), closed.then(() => false)]);
  if (!isReady) throw new Error(`the server did not start: ${output()}`);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const ended = async () => {
    await closed;
    return child.exitCode ?? child.signalCode ?? "";
  };
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    output,
    isRunning,
    ended,
    stop(signal = "SIGTERM") {
      if (isRunning()) child.kill(signal);
      return ended();
    },
  };
}

function launch(args: string[], env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [command, ...args], {
    env: { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      text += chunk;
    });
  }
  return { child, output: () => text };
}

/** The last line of the welcome says where the API is described. */
function untilReady(child: ChildProcess, output: () => string): Promise<boolean> {
  return new Promise((resolve) => {
    if (!child.stdout) return resolve(false);
    createInterface({ input: child.stdout }).on("line", () => {
      if (output().includes("the API is described at")) resolve(true);
    });
  });
}
