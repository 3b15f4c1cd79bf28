import { readdirSync, readFileSync } from "node:fs";

/** Processes as Linux's /proc shows them. What has ended meanwhile counts as nothing. */

/** Clock ticks of /proc/<pid>/stat in one second: Linux has shown 100 on every architecture since 2.6. */
const ticksPerSecond = 100;

/** The processes below `pid`, at any depth, without itself. */
export function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? statOf(Number(name))?.parent : undefined;
    if (parent !== undefined) parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const below = (id: number): number[] =>
    (parents.get(id) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

/** The words of the command line by which a process was started, or which it gave itself. */
export const commandOf = (pid: number): string[] =>
  read(`/proc/${pid}/cmdline`)
    .split("\0")
    .filter((word) => word !== "");

/** Microseconds of processor time that the processes have used, each with those of its children that have ended. */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statOf(pid)?.ticks ?? 0), 0) * (1e6 / ticksPerSecond);
}

/**
 * Bytes of memory that the processes hold together: the sum of their proportional set sizes, in which a page that
 * several share counts once among them. Resident sizes would count PostgreSQL's shared buffers once for each process.
 */
export function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + proportionalSize(pid), 0);
}

function proportionalSize(pid: number): number {
  const text = read(`/proc/${pid}/smaps_rollup`);
  return 1024 * Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0);
}

function statOf(pid: number): { parent: number; ticks: number } | undefined {
  // The name in parentheses may hold spaces and parentheses of its own.
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  if (fields.length < 15) return undefined;
  const own = Number(fields[11]) + Number(fields[12]);
  const ended = Number(fields[13]) + Number(fields[14]);
  return { parent: Number(fields[1]), ticks: own + ended };
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
