import type { Figure, Measured, Target } from "../figures.ts";

/** What became of a target. */
export interface Verdict {
  target: Target;
  outcome: "met" | "missed" | "void" | "not measured";
  /** What was reached; NaN where nothing was. */
  ratio: number;
}

/** How each of a figure's targets was met. A figure with errors is void: who fails quickly is not fast. */
export function verdicts(figure: Figure): Verdict[] {
  return targetsOf(figure).map((target) => verdict(figure, target));
}

const targetsOf = ({ target }: Figure): readonly Target[] =>
  target === undefined ? [] : "of" in target ? [target] : target;

function verdict({ contestants, better, limit }: Figure, target: Target): Verdict {
  const of = contestants.find(({ name }) => name === target.of);
  const against = target.against === "limit" ? limitOf(limit) : find(contestants, target.against);
  const nothing = { target, ratio: Number.NaN };
  if (!of || !against || of.notMeasured || against.notMeasured)
    return { ...nothing, outcome: "not measured" };
  if (of.errors > 0 || against.errors > 0) return { ...nothing, outcome: "void" };
  const ratio = of.median / against.median;
  const isMet = better === "more" ? ratio >= target.ratio : ratio <= target.ratio;
  return { target, ratio, outcome: isMet ? "met" : "missed" };
}

const find = (contestants: readonly Measured[], wanted: string) =>
  contestants.find(({ name }) => name === wanted);

const limitOf = (
  limit: number | undefined,
): Pick<Measured, "median" | "errors" | "notMeasured"> | undefined =>
  limit === undefined ? undefined : { median: limit, errors: 0 };
