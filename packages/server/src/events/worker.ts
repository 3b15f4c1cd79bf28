import { EventEmitter } from "node:events";
import { Logger, type Runner, run, runMigrations, type WorkerEvents } from "graphile-worker";
import type { Pool } from "#database/pool.ts";
import { indexJobs } from "./job-indexes.ts";

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
  /**
   * Milliseconds, about, for which it does not look again when it found nothing for itself: every job that is added, of
   * whatever task, is announced to all workers. None unless it is given.
   */
  restsFor?: number;
  /** Lines such as "0 * * * * purge-idempotency-keys": when, in UTC, and which task. */
  crontab?: string;
  /** Told when a job failed; it is tried again later. */
  onFault: (task: string, fault: unknown) => void;
}

/** Milliseconds between looks for timers that are due; new jobs are announced. */
const pollInterval = 1_000;

/**
 * Jobs are taken and finished many at once: what each of them costs in the queue is more than most of them do. What was
 * taken and not begun within `ttl` milliseconds is given back for others to take.
 */
const batches = (concurrency: number, restsFor: number | undefined) => ({
  localQueue: {
    size: Math.max(16, concurrency),
    ttl: 10_000,
    ...(restsFor && { refetchDelay: { durationMs: restsFor, maxAbortThreshold: Number.POSITIVE_INFINITY } }),
  },
  completeJobBatchDelay: 0,
  failJobBatchDelay: 0,
});

const silent = new Logger(() => () => {});

/** The worker's own tables, in a schema of their own. */
export async function migrateWorker(pool: Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: silent });
  await indexJobs(pool);
}

/** Works jobs off until it is stopped; a stop lets those finish that are under way. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { pool, tasks, concurrency, restsFor, crontab = "", onFault } = options;
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
  lookAfterRest(events);
  const runner: Runner = await run({
    pgPool: pool,
    taskList,
    crontab,
    concurrency,
    pollInterval,
    events,
    noHandleSignals: true,
    logger: silent,
    preset: { worker: { preparedStatements: true, ...batches(concurrency, restsFor) } },
  });
  return { id, stop: () => runner.stop() };
}

/** What is announced while a worker rests it looks for afterwards; the library would leave it to the next poll. */
function lookAfterRest(events: WorkerEvents): void {
  let isAnnounced = false;
  events.on("pool:listen:notification", () => {
    isAnnounced = true;
  });
  events.on("localQueue:refetchDelay:expired", ({ localQueue }) => {
    if (isAnnounced) localQueue.pulse(1);
    isAnnounced = false;
  });
}
