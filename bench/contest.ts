import type { Measured } from "./figures.ts";

export interface Contestant {
  name: string;
  round(): Promise<Round>;
}

export interface Round {
  /** In the figure's unit. */
  value: number;
  errors: number;
  /** CPU time for one operation, in microseconds. */
  cpu?: { server: number; postgres: number };
}

interface Turns {
  rounds: number;
  /** Rounds of each that are not counted; their errors are. */
  warmUp: number;
}

/**
 * Measures contestants in turns (A B C A B C …), so that whatever else the machine does at the time falls upon all of
 * them alike.
 */
export async function takeTurns(contestants: readonly Contestant[], turns: Turns): Promise<Measured[]> {
  const rounds = new Map<Contestant, Round[]>(contestants.map((each) => [each, []]));
  for (let turn = 0; turn < turns.warmUp + turns.rounds; turn += 1) {
    for (const contestant of contestants) rounds.get(contestant)?.push(await contestant.round());
  }
  return contestants.map((contestant) =>
    summary(contestant.name, rounds.get(contestant) ?? [], turns.warmUp),
  );
}

function summary(name: string, all: readonly Round[], warmUp: number): Measured {
  const counted = all.slice(warmUp);
  const values = counted.map(({ value }) => value);
  const cpu = counted.flatMap((round) => round.cpu ?? []);
  return {
    name,
    median: median(values),
    low: Math.min(...values),
    high: Math.max(...values),
    errors: all.reduce((sum, { errors }) => sum + errors, 0),
    rounds: counted.length,
    ...(cpu.length > 0 && {
      cpu: {
        server: median(cpu.map(({ server }) => server)),
        postgres: median(cpu.map(({ postgres }) => postgres)),
      },
    }),
  };
}

/** The middle one, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return ((below ?? Number.NaN) + (above ?? Number.NaN)) / 2;
}
