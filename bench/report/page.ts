import type { Figure } from "../figures.ts";
import type { ChapterResult } from "./results.ts";
import { machineText } from "./terminal.ts";
import { linesOf, reachedText, targetText } from "./texts.ts";
import { verdicts } from "./verdict.ts";

/** The page of all results, for people: targets first, then each chapter with its chart and its table. */
export function performancePage(
  results: readonly ChapterResult[],
  charts: ReadonlyMap<string, string>,
): string {
  const parts = [
    introduction,
    targetsTable(results),
    ...results.map((result) => chapter(result, charts.get(result.name))),
  ];
  return `${parts.join("\n\n")}\n`;
}

const introduction = `# Performance

Written by \`npm run bench\`; do not edit. Contestants of a row were measured in one run, in turns (A B C A B C …), after a
warm-up: the figure is the median of the rounds, with the worst and the best beside it. Rates depend on the machine and on what
else it did; ratios carry over. A row with errors is void. The load is made by
[autocannon](https://github.com/mcollina/autocannon) in a process of its own.

**The floor** is what the machine allows: a bare Fastify with \`pg\` and named prepared statements, as many connections as Convene has,
which answers the same bytes without authentication, tenancy or validation. Before each measurement it is checked that it does.
**pgbench** runs the floor's SQL with nothing around it. CPU is processor time for one request, in microseconds: of the server's
process, and of PostgreSQL.`;

function targetsTable(results: readonly ChapterResult[]): string {
  const rows = results.flatMap(({ figures }) =>
    figures.flatMap((figure) =>
      verdicts(figure).map((verdict) => {
        const { target, outcome } = verdict;
        const cells = [figure.what, target.of, targetText(figure, verdict), reachedText(figure, verdict)];
        return `| ${[...cells, outcome].join(" | ")} |`;
      }),
    ),
  );
  const head = ["| what | who | target | reached | |", "|---|---|---|---:|---|"];
  return ["## Targets", "", ...head, ...rows].join("\n");
}

function chapter(result: ChapterResult, chart: string | undefined): string {
  const { title, measuredAt, machine, figures, failed } = result;
  const when = `Measured on ${measuredAt.slice(0, 10)}: ${machineText(machine)}.`;
  if (failed) return [`## ${title}`, "", `Not measured: ${failed}`].join("\n");
  return [
    `## ${title}`,
    "",
    when,
    ...(chart ? ["", `![${title}](${chart})`] : []),
    "",
    "| | | median | worst–best | of the first | CPU µs | |",
    "|---|---|---:|---:|---:|---:|---|",
    ...figures.flatMap(tableRows),
    ...notes(figures),
  ].join("\n");
}

const tableRows = (figure: Figure): string[] =>
  linesOf(figure).map(({ name, median, spread, ratio, cpu, remark }, index) => {
    const what = index === 0 ? `**${figure.what}** (${figure.unit})` : "";
    return `| ${[what, name, median, spread, ratio, cpu, remark].join(" | ")} |`;
  });

function notes(figures: readonly Figure[]): string[] {
  const lines = figures.flatMap(({ what, note }) => (note ? [`- ${what}: ${note}`] : []));
  return lines.length > 0 ? ["", ...lines] : [];
}
