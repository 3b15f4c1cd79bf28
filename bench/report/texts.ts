import type { Figure, Measured } from "../figures.ts";
import { type Verdict, verdicts } from "./verdict.ts";

/** One contestant's line of a table, each cell as text. */
export interface Line {
  name: string;
  median: string;
  spread: string;
  /** Its median by that of the first contestant; empty for the first and for whoever has no figure. */
  ratio: string;
  cpu: string;
  remark: string;
}

export function linesOf(figure: Figure): Line[] {
  const all = verdicts(figure);
  const [reference] = figure.contestants;
  return figure.contestants.map((measured) => ({
    name: measured.name,
    ...(measured.notMeasured ? nothing : values(measured, figure.isApart ? measured : reference)),
    remark: remarks(figure, measured, all),
  }));
}

const nothing = { median: "–", spread: "", ratio: "", cpu: "" };

function values(measured: Measured, reference: Measured | undefined) {
  const { median, low, high, rounds, errors, cpu } = measured;
  const isComparable =
    reference && reference !== measured && !reference.notMeasured && errors + reference.errors === 0;
  return {
    median: number(median),
    spread: low === high || rounds === 0 ? "" : `${number(low)}–${number(high)}`,
    ratio: isComparable ? (median / reference.median).toFixed(2) : "",
    cpu: cpu ? `${number(cpu.server)} + ${number(cpu.postgres)}` : "",
  };
}

function remarks(figure: Figure, { name, errors, notMeasured }: Measured, all: readonly Verdict[]): string {
  return [
    notMeasured && `not measured: ${notMeasured}`,
    errors > 0 && `void: ${errors} errors`,
    ...all.filter(({ target }) => target.of === name).map((verdict) => verdictText(figure, verdict)),
  ]
    .filter(Boolean)
    .join("; ");
}

/** Such as "target at least 1.00 of floor: 1.04, met". */
function verdictText(figure: Figure, verdict: Verdict): string {
  const reached = reachedText(figure, verdict);
  return `target ${targetText(figure, verdict)}: ${reached && `${reached}, `}${verdict.outcome}`;
}

/** Such as "at least 1.00 of floor". */
export function targetText({ better, limit, unit }: Figure, { target }: Verdict): string {
  const bound = better === "more" ? "at least" : "at most";
  if (target.against !== "limit") return `${bound} ${target.ratio.toFixed(2)} of ${target.against}`;
  return `${bound} ${number((limit ?? Number.NaN) * target.ratio)} ${unit}`;
}

/** What was reached of it, in the same terms; empty where nothing was measured. */
export function reachedText({ limit, unit }: Figure, { target, ratio, outcome }: Verdict): string {
  if (!Number.isFinite(ratio)) return "";
  if (target.against === "limit") return `${number(ratio * (limit ?? Number.NaN))} ${unit}`;
  const text = ratio.toFixed(2);
  // Not "1.00 of 1.00, missed".
  return outcome === "missed" && Number(text) === target.ratio ? ratio.toFixed(4) : text;
}

/** With as many digits as tell something: 12,345 or 234 or 23.4 or 2.34. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
