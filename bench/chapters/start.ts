import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type DataDir, makeDataDir } from "../../packages/server/test/data-dir.ts";
import { type Contestant, takeTurns } from "../contest.ts";
import type { Chapter, Figure } from "../figures.ts";
import { hotRoutes } from "../hot-routes.ts";
import { memoryOf } from "../processes.ts";
import { type Started, startServer } from "../started.ts";

const checkout = fileURLToPath(new URL("../../", import.meta.url));

interface Size {
  rounds: number;
  /** Milliseconds without a request before what is then held counts as memory at rest. */
  rest: number;
  /** Requests of each kind by which memory under load is measured. */
  load: number;
}

const published: Size = { rounds: 7, rest: 30_000, load: 5_000 };
const quickly: Size = { rounds: 1, rest: 5_000, load: 300 };

/** From `npm start` until the server answers, and the memory that everything takes then. */
export const start: Chapter = {
  name: "start",
  title: "Start and memory",
  async measure(_ground, { quick }) {
    const size = quick ? quickly : published;
    const again = makeDataDir("bench-start");
    try {
      const starts = await measureStarts(size, again);
      const started = await startServer(["npm", "start"], checkout, again.path);
      try {
        return [...starts, ...(await measureMemory(size, started))];
      } finally {
        await started.stop();
      }
    } finally {
      again.remove();
    }
  },
};

/** A data directory that is new each time against one that was used before; the pages are built by then. */
async function measureStarts({ rounds }: Size, again: DataDir): Promise<Figure[]> {
  const first: Contestant = {
    name: "Convene",
    async round() {
      const fresh = makeDataDir("bench-first");
      const value = await timeStart(fresh.path).finally(fresh.remove);
      return { value, errors: 0 };
    },
  };
  const second: Contestant = {
    name: "Convene",
    round: async () => ({ value: await timeStart(again.path), errors: 0 }),
  };
  const [ofFirst, ofSecond] = await takeTurns([first, second], { rounds, warmUp: 1 });
  const words = "from the command to the answer of /readyz, npm included";
  return [
    {
      ...{ what: "second npm start", unit: "ms", better: "less", contestants: ofSecond ? [ofSecond] : [] },
      ...{ limit: 1_500, target: { of: "Convene", against: "limit", ratio: 1 }, note: words },
    },
    {
      ...{ what: "first npm start", unit: "ms", better: "less", contestants: ofFirst ? [ofFirst] : [] },
      note: `${words}: makes the database and its tables and fills the demo; the pages are built, which takes some seconds once`,
    },
  ];
}

async function timeStart(dataDir: string): Promise<number> {
  const started = await startServer(["npm", "start"], checkout, dataDir);
  await started.stop();
  return started.took;
}

async function measureMemory({ rest, load }: Size, started: Started): Promise<Figure[]> {
  await pause(rest);
  const atRest = await weigh(started, () => pause(1_000));
  const { item, list, schedule } = await hotRoutes(started);
  const underLoad = await weigh(started, async () => {
    await item.send(load);
    await list.send(load);
    await schedule.send(Math.ceil(load / 10));
  });
  const note =
    "Sum of the proportional set sizes (Pss of /proc/<pid>/smaps_rollup) of the server and all processes of PostgreSQL: pages that several share count once";
  return [
    {
      ...{ what: "memory at rest", unit: "MB", better: "less", contestants: atRest },
      ...{ limit: 200, target: { of: together, against: "limit", ratio: 1 }, note },
    },
    {
      ...{ what: "memory under load, at most", unit: "MB", better: "less", contestants: underLoad },
      note: "16 connections read items, then lists of 50, then schedule sessions",
    },
  ];
}

const together = "Convene with its database";

/** What everything holds at most, of looks each quarter of a second until `work` is done. */
async function weigh(started: Started, work: () => Promise<unknown>): Promise<Figure["contestants"]> {
  const looks: Record<"server" | "database" | "launcher", number>[] = [];
  let isDone = false;
  const working = work().finally(() => {
    isDone = true;
  });
  do {
    const { server, database, launcher } = started.processes();
    looks.push({ server: megabytes(server), database: megabytes(database), launcher: megabytes(launcher) });
    await pause(250);
  } while (!isDone);
  await working;
  const most = (name: string, of: (look: (typeof looks)[number]) => number) => {
    const values = looks.map(of);
    const highest = Math.max(...values);
    return {
      name,
      median: highest,
      low: Math.min(...values),
      high: highest,
      errors: 0,
      rounds: looks.length,
    };
  };
  return [
    most(together, ({ server, database }) => server + database),
    most("the server's process", ({ server }) => server),
    most("PostgreSQL", ({ database }) => database),
    most("beside them: npm, which waits", ({ launcher }) => launcher),
  ];
}

const megabytes = (pids: readonly number[]): number => memoryOf(pids) / 1e6;
