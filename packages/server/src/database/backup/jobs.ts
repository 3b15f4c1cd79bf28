import type pg from "pg";

/**
 * Queued jobs and timers stand in tables of the worker, which change with its releases. In a backup they are rows of
 * this form, and come back by the worker's own function.
 */
export const jobColumns = ["task", "key", "payload", "run_at", "attempts", "max_attempts", "queue"];

/**
 * The statement that reads the queued jobs in this form, running ones as if they waited; undefined where there are no
 * such tables. A job that was replaced while it ran is over, and left out.
 */
export async function jobsStatement(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query("select to_regclass('graphile_worker._private_jobs') as jobs");
  if (rows[0]?.jobs == null) return undefined;
  return `
    select t.identifier, j.key, j.payload, j.run_at, j.attempts, j.max_attempts, q.queue_name
    from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.key is not null or j.attempts < j.max_attempts
    order by j.id`;
}

/** Makes the table, for this transaction, that takes the jobs of a backup; answers how COPY fills it. */
export async function stageJobs(client: pg.Client): Promise<string> {
  await client.query(`
    create temporary table restored_jobs (
      n bigint generated always as identity primary key, task text not null, key text, payload json not null,
      run_at timestamptz not null, attempts int not null, max_attempts int not null, queue text
    ) on commit drop`);
  return `copy pg_temp.restored_jobs (${jobColumns.join(", ")}) from stdin`;
}

/** Jobs in one statement. */
const batchSize = 10_000;

/** Adds the staged jobs to the worker's. Throws unless there are as many as the backup had. */
export async function addStagedJobs(client: pg.Client, expected: number): Promise<void> {
  let added = 0;
  for (let first = 1; first <= expected; first += batchSize) {
    const { rows } = await client.query<{ added: number }>(
      `select count(*)::int as added from graphile_worker.add_jobs(array(
         select row(task, payload, queue, run_at, max_attempts, key, null, null)::graphile_worker.job_spec
         from pg_temp.restored_jobs where n >= $1 and n < $2 order by n))`,
      [first, first + batchSize],
    );
    added += rows[0]?.added ?? 0;
  }
  if (added !== expected) throw new Error(`${added} jobs were queued, the backup has ${expected}`);
  await client.query(`
    select graphile_worker.reschedule_jobs(array_agg(jobs.id), attempts => restored.attempts)
    from pg_temp.restored_jobs restored join graphile_worker.jobs jobs on jobs.key = restored.key
    where restored.attempts > 0 group by restored.attempts`);
}
