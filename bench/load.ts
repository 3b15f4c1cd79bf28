import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Round } from "./contest.ts";
import type { Asked, LoadResult, Target } from "./load/target.ts";

export type { LoadResult, Target } from "./load/target.ts";

export interface LoadOptions {
  seconds: number;
  /** So many requests, in place of so many seconds. */
  amount?: number;
  /** Open at once, each with one request under way. Default 32. */
  connections?: number;
}

/** How many requests of a target were handed out so far, so that no two rounds repeat one. */
const handedOut = new WeakMap<Target, number>();

/** The number of a target's next request, for who sends that one by itself. */
export function takeNumber(target: Target): number {
  const number = handedOut.get(target) ?? 0;
  handedOut.set(target, number + 1);
  return number;
}

let generator: ChildProcess | undefined;

/** Sends requests as fast as they are answered, from a process of its own: no event loop is shared with a server. */
export async function load(
  target: Target,
  { seconds, amount, connections = 32 }: LoadOptions,
): Promise<LoadResult> {
  generator ??= start();
  const first = handedOut.get(target) ?? 0;
  const result = await ask(generator, { target, first, seconds, amount, connections });
  handedOut.set(target, first + result.handedOut);
  return result;
}

/** Whose processor time a round is charged with, each a count of microseconds that only rises. */
export interface Meters {
  server(): number;
  postgres(): number;
}

/** One round of a contest: requests per second that were answered as expected, and what each of them cost. */
export async function rateOf(target: Target, options: LoadOptions, meters?: Meters): Promise<Round> {
  const before = { server: meters?.server() ?? 0, postgres: meters?.postgres() ?? 0 };
  const { rate, answered, errors: failed } = await load(target, options);
  // Nothing at all is no figure either.
  const errors = failed + Number(answered === 0);
  if (!meters) return { value: rate, errors };
  const each = (spent: number) => spent / Math.max(1, answered);
  const cpu = {
    server: each(meters.server() - before.server),
    postgres: each(meters.postgres() - before.postgres),
  };
  return { value: rate, errors, cpu };
}

function start(): ChildProcess {
  const child = fork(fileURLToPath(new URL("./load/generator.ts", import.meta.url)));
  child.once("exit", () => {
    generator = undefined;
  });
  // The generator ends when this process does, and keeps it from ending only while it works.
  child.unref();
  child.channel?.unref();
  return child;
}

function ask(child: ChildProcess, asked: Asked): Promise<LoadResult> {
  const { promise, resolve, reject } = Promise.withResolvers<LoadResult>();
  const onExit = () => reject(new Error("the load generator ended"));
  child.ref();
  child.channel?.ref();
  child.once("exit", onExit);
  child.once("message", (answer: LoadResult | { fault: string }) => {
    child.off("exit", onExit);
    child.unref();
    child.channel?.unref();
    if ("fault" in answer) reject(new Error(answer.fault));
    else resolve(answer);
  });
  child.send(asked);
  return promise;
}
