import { Logger, type Runner, run, runMigrations } from "graphile-worker";
import type { Pool } from "#database/pool.ts";

/** What a task works on: the payload of its job. It may run again after it has succeeded, and must not mind. */
export type Task = (payload: Record<string, string>) => Promise<void>;

export interface Worker {
  stop(): Promise<void>;
}

interface WorkerOptions {
  pool: Pool;
  tasks: Readonly<Record<string, Task>>;
  /** Lines such as "0 * * * * purge-idempotency-keys": when, in UTC, and which task. */
  crontab: string;
  /** Told when a job failed; it is tried again later. */
  onFault: (task: string, fault: unknown) => void;
}

/** Jobs at once in each process: they mostly wait for somebody else. */
const concurrency = 4;

/** Milliseconds between looks for timers that are due; new jobs are announced and start at once. */
const pollInterval = 1_000;

const silent = new Logger(() => () => {});

/** The worker's own tables, in a schema of their own. */
export const migrateWorker = (pool: Pool): Promise<void> => runMigrations({ pgPool: pool, logger: silent });

/** Works jobs off until it is stopped; a stop lets those finish that are under way. */
export async function startWorker({ pool, tasks, crontab, onFault }: WorkerOptions): Promise<Worker> {
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown) => task(payload as Record<string, string>),
    ]),
  );
  const runner: Runner = await run({
    pgPool: pool,
    taskList,
    crontab,
    concurrency,
    pollInterval,
    noHandleSignals: true,
    logger: silent,
  });
  runner.events.on("job:error", ({ job, error }) => onFault(job.task_identifier, error));
  return { stop: () => runner.stop() };
}
