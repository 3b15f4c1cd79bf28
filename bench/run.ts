import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chapters } from "./chapters/index.ts";
import type { Chapter, MeasureOptions } from "./figures.ts";
import { type Ground, openGround } from "./ground.ts";
import { chartOf } from "./report/chart.ts";
import { performancePage } from "./report/page.ts";
import { type ChapterResult, mergeResults, readResults, writeResults } from "./report/results.ts";
import { chapterText, machineText } from "./report/terminal.ts";

const usage = `npm run bench [-- chapter … --quick --peers]
  chapters: ${chapters.map(({ name }) => name).join(" ")} (all of them unless some are named)
  --quick   small and short, to try it: nothing is published
  --peers   with the peers of bench/peers, as far as they are installed
  DATABASE_URL (a superuser's) takes another PostgreSQL than the embedded one`;

const results = fileURLToPath(new URL("./results/", import.meta.url));
const docs = fileURLToPath(new URL("../docs/", import.meta.url));

/** Measures what the command line asks for, prints it, and writes it down. */
async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { quick: { type: "boolean" }, peers: { type: "boolean" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help) return console.log(usage);
  const unknown = positionals.find((wanted) => !chapters.some(({ name }) => name === wanted));
  if (unknown) throw new Error(`there is no chapter ${unknown}\n${usage}`);
  const chosen = chapters.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const { quick = false, peers = false } = values;
  const fresh = await measure(chosen, { quick, peers });
  const file = `${results}${quick ? "quick" : "latest"}.json`;
  const all = mergeResults(readResults(file), fresh).sort((a, b) => placeOf(a) - placeOf(b));
  writeResults(file, all);
  if (!quick) publish(all, docs);
  if (fresh.some(({ failed }) => failed)) process.exitCode = 1;
}

const placeOf = (result: ChapterResult) => chapters.findIndex(({ name }) => name === result.name);

async function measure(chosen: readonly Chapter[], options: MeasureOptions): Promise<ChapterResult[]> {
  const ground = await openGround();
  // PostgreSQL runs in a session of its own, and would outlive a Ctrl-C.
  const stop = () => ground.close().finally(() => process.exit(130));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    console.log(machineText(ground.machine));
    const measured: ChapterResult[] = [];
    for (const chapter of chosen) {
      const result = await measureChapter(chapter, ground, options);
      console.log(chapterText(result));
      measured.push(result);
    }
    return measured;
  } finally {
    await ground.close();
  }
}

/** A chapter that fails says so in its place; the others are measured all the same. */
async function measureChapter(
  { name, title, measure }: Chapter,
  ground: Ground,
  options: MeasureOptions,
): Promise<ChapterResult> {
  const about = { name, title, measuredAt: new Date().toISOString(), machine: ground.machine };
  try {
    return { ...about, figures: await measure(ground, options) };
  } catch (fault) {
    console.error(fault);
    return { ...about, figures: [], failed: (fault as Error).message };
  }
}

/** Writes the page and its charts. */
function publish(all: readonly ChapterResult[], folder: string): void {
  const charts = new Map<string, string>();
  mkdirSync(`${folder}performance`, { recursive: true });
  for (const { name, title, figures } of all) {
    const chart = chartOf(title, figures);
    if (!chart) continue;
    charts.set(name, `performance/${name}.svg`);
    writeFileSync(`${folder}performance/${name}.svg`, chart);
  }
  writeFileSync(`${folder}performance.md`, performancePage(all, charts));
}

await run().catch((fault: Error) => {
  console.error(fault.message);
  process.exitCode = 1;
});
