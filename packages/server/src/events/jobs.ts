import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { Job } from "./subscriber.ts";

/** A job is tried this often, with growing pauses (the worker's exp(attempt) seconds): for about three days. */
const mostAttempts = 25;

/** Adds jobs in the transaction of what they follow from: they exist exactly when it commits. */
export const addJobs = (tx: Transaction, jobs: readonly Job[]): Promise<void> => add(tx, jobs, 0);

/**
 * Sets a timer, or moves the one under the same key. The delay is counted from `now`, so that the clock of the
 * operations decides and the database's own only measures.
 */
export const setTimer = (tx: Transaction, timer: Job, dueAt: Date, now: Date): Promise<void> =>
  add(tx, [timer], (dueAt.getTime() - now.getTime()) / 1000);

/** Takes a timer away; nothing happens when it is not there, or is running at this moment. */
export async function clearTimer(tx: Transaction, key: string): Promise<void> {
  await tx.all(sql`select id from graphile_worker.remove_job(${key})`);
}

/** How often a worker may take the very job that is being added again before something must be wrong. */
const mostRounds = 10;

/**
 * Of several jobs under one key the last counts, as it would one after another. A job that waits is replaced; one
 * that runs is left to run, and the new one comes after it. When a worker takes a job at the very moment in which
 * it is replaced, the worker's own function does neither, and says so by leaving it out of its answer.
 */
async function add(tx: Transaction, jobs: readonly Job[], delay: number): Promise<void> {
  const missing = new Map(jobs.map((job) => [job.key, job]));
  for (let round = 1; missing.size > 0; round += 1) {
    if (round > mostRounds) throw new Error(`cannot add the job ${[...missing.keys()][0]}`);
    const specs = [...missing.values()].map(({ task, key, payload, priority = 0, queue = null }) => ({
      identifier: task,
      payload,
      job_key: key,
      max_attempts: mostAttempts,
      priority,
      queue_name: queue,
    }));
    const added = await tx.all<{ key: string }>(sql`
      select key from graphile_worker.add_jobs(array(
        select jsonb_populate_record(spec, jsonb_build_object('run_at', now() + make_interval(secs => ${delay})))
        from json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(specs)}::json) spec))`);
    for (const { key } of added) missing.delete(key);
  }
}
