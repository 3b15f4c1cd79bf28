import { takeTurns } from "../contest.ts";
import type { Chapter, Figure, MeasureOptions } from "../figures.ts";
import type { Convene, Ground } from "../ground.ts";
import { type GrowthCase, inOneOrganization, inThousand } from "../growth/cases.ts";
import { type GrownWorld, grow } from "../growth/grow.ts";
import { rateOf } from "../load.ts";

/** Whether a request costs more the more sessions there are. */
export const growth: Chapter = {
  name: "growth",
  title: "The same request among ever more sessions",
  async measure(ground, options) {
    const one = await measureScenario(ground, options, 1, inOneOrganization);
    return [...one, ...(await measureScenario(ground, options, 1_000, inThousand))];
  },
};

const sizesOf = ({ quick }: MeasureOptions): Record<string, number> =>
  quick
    ? { "10 thousand": 10_000, "100 thousand": 100_000 }
    : { "10 thousand": 10_000, "1 million": 1_000_000, "5 million": 5_000_000 };

const turnsOf = ({ quick }: MeasureOptions) =>
  quick ? { rounds: 1, warmUp: 1, seconds: 0.5 } : { rounds: 5, warmUp: 1, seconds: 1.5 };

/** One size of the world, and a server on it. */
interface Grown {
  name: string;
  world: GrownWorld;
  convene: Convene;
}

async function measureScenario(
  ground: Ground,
  options: MeasureOptions,
  organizations: number,
  casesOf: (world: GrownWorld) => GrowthCase[],
): Promise<Figure[]> {
  const grown: Grown[] = [];
  try {
    for (const [name, sessions] of Object.entries(sizesOf(options))) {
      // Few to begin with: what they are made with is what all sizes have in common.
      const world = await grow(await ground.world(Math.max(1_000, organizations), organizations), sessions);
      grown.push({ name, world, convene: await ground.startConvene(world.database) });
    }
    const figures = [];
    const cases = grown.map(({ world }) => casesOf(world));
    for (const index of cases[0]?.keys() ?? []) {
      figures.push(
        await measureCase(
          ground,
          options,
          grown,
          cases.map((all) => all[index] as GrowthCase),
        ),
      );
    }
    return figures.map((figure) => ({ ...figure, what: `${figure.what}, ${placeOf(organizations)}` }));
  } finally {
    for (const { convene, world } of grown) {
      await convene.stop();
      await world.database.drop();
    }
  }
}

const placeOf = (organizations: number) =>
  organizations === 1 ? "one organization" : `${organizations} organizations`;

/** The same request of each size, in turns. */
async function measureCase(
  ground: Ground,
  options: MeasureOptions,
  grown: readonly Grown[],
  cases: readonly GrowthCase[],
): Promise<Figure> {
  const { seconds, ...turns } = turnsOf(options);
  const contestants = grown.map(({ name, convene }, index) => {
    const target = { ...(cases[index] as GrowthCase).target, origin: convene.origin };
    const meters = { server: convene.cpu, postgres: ground.postgresCpu };
    return { name, round: () => rateOf(target, { seconds }, meters) };
  });
  const [least, most] = [grown[0]?.name ?? "", grown.at(-1)?.name ?? ""];
  return {
    ...{ what: cases[0]?.what ?? "", unit: "requests/s", better: "more" },
    contestants: await takeTurns(contestants, turns),
    target: { of: most, against: least, ratio: 0.9 },
    note: cases[0]?.note ?? seedingNote(grown),
  };
}

const seedingNote = (grown: readonly Grown[]) =>
  `as many sessions of mentorship and of screening; added in ${grown
    .map(({ name, world }) => `${Math.round(world.seconds)} s (${name})`)
    .join(", ")}`;
