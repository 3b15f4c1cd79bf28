import type { Ground } from "./ground.ts";

/** One row of the report: several contestants, measured in turns, in one unit. */
export interface Figure {
  /** Such as "mentorship item". */
  what: string;
  /** Such as "requests/s", "ms", "MB", "events/s". */
  unit: string;
  better: "more" | "less";
  /** The first is the reference, the floor where there is one. */
  contestants: Measured[];
  /** Its contestants do different things: none is measured by another. */
  isApart?: boolean;
  target?: Target | readonly Target[];
  /** What a target against "limit" is held to, in `unit`. */
  limit?: number;
  /** What a reader has to know to understand the figure: one sentence. */
  note?: string;
}

/**
 * What one contestant has to reach: its median divided by that of another, or by the figure's limit, is at least `ratio`
 * where more is better, else at most.
 */
export interface Target {
  of: string;
  /** A contestant's name, or "limit". */
  against: string;
  ratio: number;
}

/** A contestant's rounds. */
export interface Measured {
  name: string;
  /** Of the rounds, with the worst and the best of them. */
  median: number;
  low: number;
  high: number;
  /** Over all rounds, warm-up included. Any makes the figure void. */
  errors: number;
  rounds: number;
  /** CPU time for one operation in microseconds, median: of the process under test and of PostgreSQL. */
  cpu?: { server: number; postgres: number };
  /** Why there is no figure. */
  notMeasured?: string;
}

/** A part of the report that runs by itself. */
export interface Chapter {
  /** How the command line names it. */
  name: string;
  title: string;
  measure(ground: Ground, options: MeasureOptions): Promise<Figure[]>;
}

export interface MeasureOptions {
  /** Small and short: for trying, not for publishing. */
  quick: boolean;
  /** Whether peers take part, where they are installed. */
  peers: boolean;
}

/** The row of somebody who could not take part. */
export const notMeasured = (name: string, reason: string): Measured => ({
  ...{ name, median: Number.NaN, low: Number.NaN, high: Number.NaN, errors: 0, rounds: 0 },
  notMeasured: reason,
});
