import type { Figure } from "../figures.ts";
import type { Machine } from "../ground.ts";
import type { ChapterResult } from "./results.ts";
import { type Line, linesOf } from "./texts.ts";

/** A chapter as a table of text. */
export function chapterText({ title, figures, failed }: ChapterResult): string {
  const blocks = failed ? [`  failed: ${failed}`] : figures.map(figureText);
  return [`\n${title}`, "=".repeat(title.length), ...blocks].join("\n");
}

export const machineText = ({ cores, cpu, node, postgres, settings }: Machine): string => {
  const told = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return `${cores} cores, ${cpu}; Node ${node}; PostgreSQL ${postgres} (${told.join(", ")})`;
};

function figureText(figure: Figure): string {
  const head = `${figure.what} (${figure.unit})`;
  const note = figure.note ? [`      ${figure.note}`] : [];
  return [`  ${head}`, ...linesOf(figure).map(lineText), ...note].join("\n");
}

const lineText = ({ name, median, spread, ratio, cpu, remark }: Line): string =>
  [
    `    ${name.padEnd(30)}`,
    median.padStart(10),
    spread.padStart(18),
    ratio.padStart(8),
    (cpu && `CPU ${cpu} µs`).padStart(20),
    remark && `  ${remark}`,
  ]
    .join("")
    .trimEnd();
