import { type Contestant, takeTurns } from "../contest.ts";
import {
  type Figure,
  type Target as Goal,
  type Measured,
  type MeasureOptions,
  notMeasured,
} from "../figures.ts";
import type { BenchDatabase, Convene } from "../ground.ts";
import { rateOf, type Target } from "../load.ts";
import { pgbench, type Script } from "../pgbench.ts";
import type { Callers } from "./callers.ts";
import { alone, thenDrained } from "./following.ts";
import { assertSameAnswers } from "./same-answers.ts";
import type { Stage } from "./stage.ts";

/** A route as it is asked, of Convene and of the floor alike. */
export interface RouteCase {
  /** Such as "mentorship item". */
  what: string;
  method: Target["method"];
  path: string;
  callers: Callers;
  body?: unknown;
  /** Beside those of the callers. */
  headers?: Record<string, string>;
  lists?: Target["lists"];
  times?: Target["times"];
  expected?: readonly number[];
  /** The floor's SQL for pgbench. */
  script?: Script;
  /** So many requests in each round, in place of so many seconds: each thing can be had once. */
  amount?: number;
  /** The answer holds what a server makes up, so that no two are the same. */
  isMade?: boolean;
  /** Much follows from it after the answer: the request is also measured alone. */
  isFollowed?: boolean;
  target?: Goal | readonly Goal[];
  note?: string;
}

export const names = {
  floor: "floor",
  alone: "Convene, the request alone",
  convene: "Convene",
  pgbench: "pgbench",
} as const;

/** How long and how often each contestant is measured. */
export const turnsOf = ({ quick }: MeasureOptions) =>
  quick ? { rounds: 1, warmUp: 0, seconds: 1 } : { rounds: 5, warmUp: 1, seconds: 3 };

/** Somebody else who does the same: a peer, whom nobody compares bytes with. */
export type Guest = { name: string; target: Target; cpu?(): number } | { name: string; notMeasured: string };

/** Requests per second of one route: the floor, Convene, the same SQL in pgbench, and guests, in turns. */
export async function measureRoute(
  stage: Stage,
  route: RouteCase,
  options: MeasureOptions,
  guests: readonly Guest[] = [],
): Promise<Figure> {
  const { ground, convene, floor, floorWorld } = stage;
  const { seconds, ...turns } = turnsOf(options);
  const asked = targetsOf(stage, route);
  await assertSameAnswers(asked.floor, asked.convene, route.isMade ?? false);
  const contestant = (name: string, target: Target, cpu: (() => number) | undefined): Contestant => ({
    name,
    round: () =>
      rateOf(target, { seconds, amount: route.amount }, cpu && { server: cpu, postgres: ground.postgresCpu }),
  });
  const missing: Measured[] = [];
  const ofConvene = (name: string) => contestant(name, asked.convene, convene.cpu);
  const contestants = [
    contestant(names.floor, asked.floor, floor.cpu),
    ...(route.isFollowed
      ? aloneAndWhole(convene, stage.world.database, ofConvene)
      : [inItsTurn(convene, ofConvene(names.convene))]),
  ];
  if (route.script) {
    const bench = pgbench(floorWorld.database, route.script, { seconds, postgres: ground.postgresCpu });
    if ("reason" in bench) missing.push(notMeasured(names.pgbench, bench.reason));
    else contestants.push({ name: names.pgbench, round: bench.round });
  }
  for (const guest of guests) {
    if ("notMeasured" in guest) missing.push(notMeasured(guest.name, guest.notMeasured));
    else contestants.push(contestant(guest.name, guest.target, guest.cpu));
  }
  // A peer that has just started would not answer within a second.
  const warmUp = guests.length > 0 ? 1 : turns.warmUp;
  const measured = await takeTurns(contestants, { ...turns, warmUp });
  convene.goOn();
  return {
    ...{ what: route.what, unit: "requests/s", better: "more", contestants: [...measured, ...missing] },
    ...{ target: route.target, note: route.note },
  };
}

/** Milliseconds that a server has to find itself again. */
const recovery = 300;

/**
 * Lets a server run in its own turn alone: what its relay and its jobs still have to do is its own burden, not that of
 * whoever is measured next.
 */
const inItsTurn = (convene: Convene, { name, round }: Contestant): Contestant => ({
  name,
  async round() {
    convene.goOn();
    await new Promise((resolve) => setTimeout(resolve, recovery));
    const result = await round();
    convene.pause();
    return result;
  },
});

/** The same requests twice: alone, and with all that follows from them. */
export const aloneAndWhole = (
  convene: Convene,
  database: BenchDatabase,
  contestant: (name: string) => Contestant,
): Contestant[] =>
  [alone(database, contestant(names.alone)), thenDrained(database, contestant(names.convene))].map((one) =>
    inItsTurn(convene, one),
  );

function targetsOf({ convene, floor }: Stage, route: RouteCase): Record<"convene" | "floor", Target> {
  const { method, path, callers, body, headers = {}, times, expected } = route;
  const shared = { method, path, body, times, expected, lists: { ...callers.lists, ...route.lists } };
  return {
    convene: { ...shared, origin: convene.origin, headers: { ...callers.convene, ...headers } },
    floor: { ...shared, origin: floor.origin, headers: { ...callers.floor, ...headers } },
  };
}

/** What Convene has to reach, of the floor and of each peer that takes part: of the floor, who does as much. */
export const goals = (
  ofFloor: number,
  ofPeers: Record<string, number> = {},
  besideFloor: string = names.convene,
): Goal[] => [
  { of: besideFloor, against: names.floor, ratio: ofFloor },
  ...Object.entries(ofPeers).map(([against, ratio]) => ({ of: names.convene, against, ratio })),
];
