import { type Contestant, median, type Round, takeTurns } from "../contest.ts";
import { type Chapter, type Figure, type Measured, notMeasured } from "../figures.ts";
import type { Ground } from "../ground.ts";
import { type Audience, openAudience } from "../streams/audience.ts";
import { exactCpuOf } from "../streams/cpu.ts";
import {
  type Holder,
  type Kind,
  markers,
  memoryOfHolder,
  startConveneHolder,
  startRaw,
} from "../streams/holders.ts";
import { now } from "../streams/now.ts";

interface Size {
  /** Readers at each step: those of one before stay. */
  readers: readonly number[];
  /** Over how many topics the last are spread. */
  topics: number;
  /** Pairs of new processes, each of which says once how much memory a reader takes. */
  pairs: number;
  rounds: number;
  /** Sessions of the world, a tenth of which are mentorships. */
  rows: number;
}

const published: Size = { readers: [1_000, 5_000, 10_000], topics: 1_000, pairs: 3, rounds: 7, rows: 10_000 };
const quickly: Size = { readers: [200], topics: 20, pairs: 1, rounds: 3, rows: 2_000 };

/** Server-sent events: how long until the last of many readers has one, and what each costs in memory. */
export const streams: Chapter = {
  name: "streams",
  title: "Server-sent events",
  async measure(ground, { quick }) {
    const size = quick ? quickly : published;
    const figures: Figure[] = [];
    const memory = new Map<string, number[]>();
    for (let pair = 0; pair < size.pairs; pair += 1) {
      // Times come from the first pair; a process that held many readers before says nothing of their memory.
      await withPair(ground, size, async (holders, audience) => {
        const isFirst = pair === 0;
        for (const holder of holders) await warmUp(holder, audience);
        const empty = new Map<Holder, number>();
        for (const holder of holders) empty.set(holder, await memoryOfHolder(holder));
        let open = 0;
        for (const readers of size.readers) {
          for (const holder of holders) {
            await audience.open(holder.port, readers - open, [holder.busiest]);
            const taken = (await memoryOfHolder(holder)) - (empty.get(holder) ?? 0);
            const key = `${readers} ${holder.name}`;
            memory.set(key, [...(memory.get(key) ?? []), taken / readers / 1_024]);
          }
          open = readers;
          if (!isFirst) continue;
          for (const kind of ["reaction", "stored event"] as const) {
            figures.push(
              await measureDelivery(holders, audience, { kind, readers, topics: 1, rounds: size.rounds }),
            );
          }
        }
        if (isFirst) figures.push(await measureSpread(holders, audience, size));
      });
    }
    return [...figures, ...size.readers.map((readers) => memoryFigure(readers, memory))];
  },
};

async function withPair(
  ground: Ground,
  { rows, topics }: Size,
  work: (holders: readonly Holder[], audience: Audience) => Promise<void>,
): Promise<void> {
  const world = await ground.world(rows);
  const holders = [await startRaw(topics), await startConveneHolder(ground, world, topics)];
  const audience = openAudience();
  try {
    await work(holders, audience);
  } finally {
    await audience.end();
    for (const holder of holders) await holder.stop();
    await world.database.drop();
  }
}

/** Has everything done once, so that what is made only once is there. */
async function warmUp(holder: Holder, audience: Audience): Promise<void> {
  await audience.open(holder.port, 50, holder.spread);
  for (const publish of Object.values(holder.publish)) await publish();
  await audience.close(holder.port);
}

interface Case {
  kind: Kind;
  readers: number;
  topics: number;
  rounds: number;
}

async function measureDelivery(
  holders: readonly Holder[],
  audience: Audience,
  { kind, readers, topics, rounds }: Case,
): Promise<Figure> {
  const contestants = holders.map(
    (holder): Contestant => ({
      name: holder.name,
      round: () => deliver(holder, audience, kind, readers / topics),
    }),
  );
  const where = topics === 1 ? "" : `, one of ${topics} topics`;
  return {
    what: `${kind} to ${readers} readers${where}`,
    unit: "ms",
    better: "less",
    contestants: await takeTurns(contestants, { rounds, warmUp: 2 }),
    ...(topics === 1 && goal(readers)),
    note:
      topics === 1
        ? "from the request that publishes to the last reader; CPU for one reader"
        : "only the topic's own readers get it",
  };
}

/** With fewer readers what is done once for all of them outweighs them. */
const goal = (readers: number): Pick<Figure, "target"> =>
  readers < 10_000 ? {} : { target: { of: "Convene", against: "node:http", ratio: 1.1 } };

/** One event, until the last of its readers has it. */
async function deliver(holder: Holder, audience: Audience, kind: Kind, expected: number): Promise<Round> {
  await audience.look(holder.port, markers[kind]);
  const before = exactCpuOf(holder.pid);
  const began = now();
  await holder.publish[kind]();
  const { total, twice, last } = await audience.arrived(holder.port, expected);
  const server = (exactCpuOf(holder.pid) - before) / expected;
  return { value: last - began, errors: Math.abs(total - expected) + twice, cpu: { server, postgres: 0 } };
}

async function measureSpread(holders: readonly Holder[], audience: Audience, size: Size): Promise<Figure> {
  const readers = size.readers.at(-1) ?? 0;
  for (const holder of holders) {
    await audience.close(holder.port);
    await audience.open(holder.port, readers, holder.spread);
  }
  return measureDelivery(holders, audience, { ...size, kind: "stored event", readers });
}

function memoryFigure(readers: number, memory: ReadonlyMap<string, readonly number[]>): Figure {
  const measured = (name: string): Measured => {
    if (readers < 1_000) return notMeasured(name, "what else changes in a process outweighs so few");
    const values = memory.get(`${readers} ${name}`) ?? [];
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { ...{ name, low, high }, median: median(values), errors: 0, rounds: values.length };
  };
  return {
    what: `memory of each of ${readers} readers`,
    unit: "kB",
    better: "less",
    contestants: ["node:http", "Convene"].map(measured),
    ...goal(readers),
    note: "what the process grew by, its garbage collected; the kernel's buffers are not in it",
  };
}
