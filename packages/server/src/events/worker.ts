import { EventEmitter } from "node:events";
import { Logger, type Runner, run, runMigrations, type WorkerEvents } from "graphile-worker";
import type { Pool } from "#database/pool.ts";
import { indexTroubledJobs } from "./troubled-jobs.ts";

/** What a task works on: the payload of its job. It may run again after it has succeeded, and must not mind. */
export type Task = (payload: Record<string, string>) => Promise<void>;

export interface Worker {
  /** By which the jobs that it works on are marked. */
  id: string;
  stop(): Promise<void>;
}

interface WorkerOptions {
  pool: Pool;
  tasks: Readonly<Record<string, Task>>;
  /** Jobs at once in this process. */
  concurrency: number;
  /** Lines such as "0 * * * * purge-idempotency-keys": when, in UTC, and which task. */
  crontab?: string;
  /** Told when a job failed; it is tried again later. */
  onFault: (task: string, fault: unknown) => void;
}

/** Milliseconds between looks for timers that are due; new jobs are announced and start at once. */
const pollInterval = 1_000;

const silent = new Logger(() => () => {});

/** The worker's own tables, in a schema of their own. */
export async function migrateWorker(pool: Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: silent });
  await indexTroubledJobs(pool);
}

/** Works jobs off until it is stopped; a stop lets those finish that are under way. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { pool, tasks, concurrency, crontab = "", onFault } = options;
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown) => task(payload as Record<string, string>),
    ]),
  );
  const events: WorkerEvents = new EventEmitter();
  let id = "";
  events.on("pool:create", ({ workerPool }) => {
    id = workerPool.id;
  });
  events.on("job:error", ({ job, error }) => onFault(job.task_identifier, error));
  const runner: Runner = await run({
    pgPool: pool,
    taskList,
    crontab,
    concurrency,
    pollInterval,
    events,
    noHandleSignals: true,
    logger: silent,
    preset: { worker: { preparedStatements: true } },
  });
  return { id, stop: () => runner.stop() };
}
