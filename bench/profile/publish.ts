import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawFlames } from "./flame.ts";
import { layerMeaning, layers } from "./layers.ts";
import type { RouteProfile } from "./profile.ts";

/** Which of the two sides of the comparison a checkout is. */
export const sides = ["before", "after"] as const;
export type Side = (typeof sides)[number];

type Kept = Omit<RouteProfile, "root">;

/** Writes one side's flame graphs and figures into `folder`, and the page that holds both sides next to each other. */
export function publishProfiles(profiles: readonly RouteProfile[], side: Side, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { route, root } of profiles) {
    writeFileSync(join(folder, pictureOf(route, side)), drawFlames(`${route}, ${side}`, root));
  }
  const kept: Kept[] = profiles.map(({ root: _root, ...figures }) => figures);
  writeFileSync(fileOf(folder, side), `${JSON.stringify(kept, null, 2)}\n`);
  writeFileSync(join(folder, "README.md"), pageOf(folder));
}

const pictureOf = (route: string, side: Side): string => `${route.replaceAll(" ", "-")}-${side}.svg`;

const fileOf = (folder: string, side: Side): string => join(folder, `${side}.json`);

function pageOf(folder: string): string {
  const known = Object.fromEntries(
    sides.map((side) => [side, existsSync(fileOf(folder, side)) ? read(fileOf(folder, side)) : []]),
  ) as Record<Side, Kept[]>;
  const routes = [...new Set(sides.flatMap((side) => known[side].map(({ route }) => route)))];
  return [
    "# Where the time goes\n",
    "Microseconds of processor time for one request, of the server's process and of PostgreSQL, with everything that",
    "follows from the request later (its event, jobs, mails). The server's is divided by what V8's profiler finds at work;",
    "the time itself is measured without it. `npm run bench -- profiles` measures this again; the one before is",
    "`node bench/profile.ts --checkout <folder> --side before`. Written by the benchmark.\n",
    ...routes.flatMap((route) => sectionOf(route, known)),
    "## The layers\n",
    ...layers.map((layer) => `- **${layer}**: ${layerMeaning[layer]}`),
    "",
  ].join("\n");
}

const read = (file: string): Kept[] => JSON.parse(readFileSync(file, "utf8"));

function sectionOf(route: string, known: Record<Side, Kept[]>): string[] {
  const found = sides.flatMap((side) => {
    const kept = known[side].find((each) => each.route === route);
    return kept ? [{ side, kept }] : [];
  });
  const row = (name: string, of: (kept: Kept) => number) =>
    `| ${name} | ${found.map(({ kept }) => Math.round(of(kept)).toLocaleString("en")).join(" | ")} |`;
  return [
    `## ${route}\n`,
    `| layer | ${found.map(({ side }) => side).join(" | ")} |`,
    `| --- |${found.map(() => " ---: |").join("")}`,
    ...layers.map((layer) => row(layer, (kept) => kept.layers[layer])),
    row("**the server's process**", (kept) => kept.server),
    row("**PostgreSQL**", (kept) => kept.database),
    "",
    ...found.map(({ side }) => `Flame graph ${side}:\n\n![${route}, ${side}](${pictureOf(route, side)})\n`),
  ];
}
