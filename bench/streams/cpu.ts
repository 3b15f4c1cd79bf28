import { readdirSync, readFileSync } from "node:fs";

/**
 * Microseconds for which the threads of a process were on a processor, from the scheduler's own nanoseconds: one event
 * to a thousand readers is less than a clock tick of /proc/<pid>/stat.
 */
export function exactCpuOf(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  return (
    readdirSync(tasks).reduce((sum, thread) => sum + onProcessor(`${tasks}/${thread}/schedstat`), 0) / 1e3
  );
}

function onProcessor(file: string): number {
  try {
    return Number(readFileSync(file, "utf8").split(" ")[0]);
  } catch {
    // A thread that has ended in the meantime.
    return 0;
  }
}
