import { sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { Job } from "./subscriber.ts";

/** A job is tried this often, with growing pauses (the worker's exp(attempt) seconds): for about three days. */
const mostAttempts = 25;

/** Adds jobs in the transaction of what they follow from: they exist exactly when it commits. */
export const addJobs = (tx: Transaction, jobs: readonly Job[]): Promise<void> =>
  add(
    tx,
    jobs.map((job) => ({ job, delay: 0 })),
  );

/** A job for a time to come; null takes away the one that was set. */
export interface Timer {
  job: Job;
  dueAt: Date | null;
}

/**
 * Sets a timer, or moves the one under the same key. The delay is counted from `now`, so that the clock of the
 * operations decides and the database's own only measures.
 */
export const setTimer = (tx: Transaction, job: Job, dueAt: Date, now: Date): Promise<void> =>
  setTimers(tx, [{ job, dueAt }], now);

/** The same for several at once, some of which may have to be taken away. */
export async function setTimers(tx: Transaction, timers: readonly Timer[], now: Date): Promise<void> {
  const needless = timers.filter(({ dueAt }) => !dueAt).map(({ job }) => job.key);
  const set = timers.flatMap(({ job, dueAt }) =>
    dueAt ? [{ job, delay: (dueAt.getTime() - now.getTime()) / 1000 }] : [],
  );
  if (needless.length > 0) await clearTimers(tx, needless);
  await add(tx, set);
}

/** Takes a timer away; nothing happens when it is not there, or is running at this moment. */
export const clearTimer = (tx: Statements, key: string): Promise<void> => clearTimers(tx, [key]);

async function clearTimers(tx: Statements, keys: readonly string[]): Promise<void> {
  await tx.all(sql`
    select removed.id from unnest(${keys}::text[]) as key cross join lateral graphile_worker.remove_job(key) as removed`);
}

/** How often a worker may take the very job that is being added again before something must be wrong. */
const mostRounds = 10;

/**
 * Of several jobs under one key the last counts, as it would one after another. A job that waits is replaced; one
 * that runs is left to run, and the new one comes after it. When a worker takes a job at the very moment in which
 * it is replaced, the worker's own function does neither, and says so by leaving it out of its answer.
 */
async function add(tx: Statements, jobs: readonly { job: Job; delay: number }[]): Promise<void> {
  const missing = new Map(jobs.map((one) => [one.job.key, one]));
  for (let round = 1; missing.size > 0; round += 1) {
    if (round > mostRounds) throw new Error(`cannot add the job ${[...missing.keys()][0]}`);
    const specs = [...missing.values()].map(({ job, delay }) => ({
      identifier: job.task,
      payload: job.payload,
      job_key: job.key,
      max_attempts: mostAttempts,
      priority: job.priority ?? 0,
      queue_name: job.queue ?? null,
      delay,
    }));
    const added = await tx.all<{ key: string }>(sql`
      select key from graphile_worker.add_jobs(array(
        select jsonb_populate_record(null::graphile_worker.job_spec,
          spec || jsonb_build_object('run_at', now() + make_interval(secs => (spec ->> 'delay')::float8)))
        from jsonb_array_elements(${JSON.stringify(specs)}::jsonb) spec))`);
    for (const { key } of added) missing.delete(key);
  }
}
