import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Figure } from "../figures.ts";
import type { Machine } from "../ground.ts";

/** A chapter as it was measured: all its contestants in one run, in turns. */
export interface ChapterResult {
  name: string;
  title: string;
  /** RFC 3339. */
  measuredAt: string;
  machine: Machine;
  figures: Figure[];
  /** Why there are no figures. */
  failed?: string;
}

/** What is known of every chapter: a run of some leaves the others as they were. */
export function mergeResults(
  known: readonly ChapterResult[],
  fresh: readonly ChapterResult[],
): ChapterResult[] {
  const names = new Set(fresh.map(({ name }) => name));
  return [...known.filter(({ name }) => !names.has(name)), ...fresh];
}

/** What a file of results holds; nothing where there is no file. */
export function readResults(file: string): ChapterResult[] {
  try {
    return JSON.parse(readFileSync(file, "utf8"), (key, value) =>
      value === null && ["median", "low", "high", "server", "postgres"].includes(key) ? Number.NaN : value,
    );
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw fault;
  }
}

/** JSON has no NaN: what was not measured is null. */
export function writeResults(file: string, results: readonly ChapterResult[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
