import { setTimeout as pause } from "node:timers/promises";
import { type Hot, hotRoutes } from "../hot-routes.ts";
import { cpuOf } from "../processes.ts";
import { profileWhile } from "./inspector.ts";
import { type Layer, layers } from "./layers.ts";
import { type Branch, readProfile } from "./tree.ts";
import { startTrial, type Trial } from "./trial.ts";

export interface RouteProfile {
  route: string;
  /** Microseconds of processor time a request of the whole server process, by layer. */
  layers: Record<Layer, number>;
  /** The sum of them. */
  server: number;
  /** Microseconds of PostgreSQL's processes a request, its background writers included. */
  database: number;
  root: Branch;
}

/** Requests by which V8 has compiled what is hot; what is measured comes after them. */
const warmUp = 1_000;

/**
 * Where the processor time of the hottest routes goes, in the server that stands in `checkout`. The time is measured
 * without the profiler, which slows what it looks at; the profile then says how it divides among the layers. Time of
 * V8's other threads is divided with it. What follows from a request later (its event, jobs and mails) counts as its own.
 * `amount` reads each time, and a quarter of that for writes.
 */
export async function profileRoutes(checkout: string, amount: number): Promise<RouteProfile[]> {
  const trial = await startTrial(checkout);
  try {
    const { schedule, item, list } = await hotRoutes(trial);
    const profiles: RouteProfile[] = [];
    for (const [route, times] of [
      [item, amount],
      [list, amount],
      [schedule, Math.ceil(amount / 4)],
    ] as const) {
      await route.send(Math.min(times, warmUp));
      await untilQuiet(trial);
      profiles.push(await profileRoute(trial, checkout, route, times));
    }
    return profiles;
  } finally {
    await trial.stop();
  }
}

async function profileRoute(
  trial: Trial,
  checkout: string,
  route: Hot,
  amount: number,
): Promise<RouteProfile> {
  const work = async () => {
    await route.send(amount);
    await untilQuiet(trial);
  };
  const before = usage(trial);
  await work();
  const after = usage(trial);
  const server = (after.server - before.server) / amount;
  const database = (after.database - before.database) / amount;
  const profile = await profileWhile(trial.inspector, work);
  const { shares, root } = readProfile(profile, checkout);
  const split = Object.fromEntries(layers.map((layer) => [layer, shares[layer] * server]));
  return { route: route.name, layers: split as Record<Layer, number>, server, database, root };
}

function usage(trial: Trial): { server: number; database: number } {
  const { server, database } = trial.processes();
  return { server: cpuOf(server), database: cpuOf(database) };
}

/** Resolves when nothing is left to do: the jobs that follow from writes are done long after the answers. */
async function untilQuiet(trial: Trial): Promise<void> {
  for (let quiet = 0, last = total(usage(trial)); quiet < 2; ) {
    await pause(500);
    const now = total(usage(trial));
    quiet = now - last < 100_000 ? quiet + 1 : 0;
    last = now;
  }
}

const total = ({ server, database }: ReturnType<typeof usage>): number => server + database;
