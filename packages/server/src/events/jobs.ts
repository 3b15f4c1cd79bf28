import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { Job } from "./subscriber.ts";

/** A job is tried this often, with growing pauses (the worker's exp(attempt) seconds): for about three days. */
const mostAttempts = 25;

/** Adds jobs in the transaction of what they follow from: they exist exactly when it commits. */
export async function addJobs(tx: Transaction, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  const specs = jobs.map(({ task, key, payload }) => ({
    identifier: task,
    payload,
    job_key: key,
    max_attempts: mostAttempts,
  }));
  await tx.all(sql`
    select id from graphile_worker.add_jobs(array(
      select spec from json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(specs)}::json) spec))`);
}

/**
 * Sets a timer, or moves the one under the same key. The delay is counted from `now`, so that the clock of the
 * operations decides and the database's own only measures.
 */
export async function setTimer(tx: Transaction, timer: Job, dueAt: Date, now: Date): Promise<void> {
  const seconds = (dueAt.getTime() - now.getTime()) / 1000;
  await tx.all(sql`
    select id from graphile_worker.add_job(${timer.task}, ${JSON.stringify(timer.payload)}::json,
      run_at => now() + make_interval(secs => ${seconds}), job_key => ${timer.key}, max_attempts => ${mostAttempts})`);
}

/** Takes a timer away; nothing happens when it is not there, or is running at this moment. */
export async function clearTimer(tx: Transaction, key: string): Promise<void> {
  await tx.all(sql`select id from graphile_worker.remove_job(${key})`);
}
