import type { Pool } from "#database/pool.ts";

/**
 * The organization that a job's payload names. What belongs to none, such as housekeeping, counts as that of the
 * nil UUID.
 */
const organizationOf = "coalesce(payload ->> 'organizationId', '00000000-0000-0000-0000-000000000000')";

/**
 * Makes the indexes that the worker's table of jobs needs beside its own. They belong to its tables and so to no
 * migration of ours.
 * - Each kind of workers looks for its own tasks among all jobs that are due. The worker's index for that holds the task
 *   beside its key, where PostgreSQL reads it only with the row: a look read all that was due for others. With the task
 *   in its key, under its own name, so that no look goes by another and a later version finds it.
 * - Jobs under way are looked through for those whose process has died.
 * - Troubled jobs are listed; one that succeeds at once never enters their index.
 */
export async function indexJobs(pool: Pool): Promise<void> {
  await pool.query(`
    do $$ begin
      perform pg_advisory_xact_lock(hashtextextended('graphile_worker._private_jobs', 0));
      if pg_get_indexdef('graphile_worker.jobs_main_index'::regclass) not like '%(priority, run_at, task_id)%' then
        drop index graphile_worker.jobs_main_index;
        create index jobs_main_index on graphile_worker._private_jobs (priority, run_at, task_id) where is_available;
      end if;
      if to_regclass('graphile_worker.jobs_under_way') is null then
        create index jobs_under_way on graphile_worker._private_jobs (locked_at) where locked_at is not null;
      end if;
      if to_regclass('graphile_worker.troubled_jobs') is null then
        create index troubled_jobs on graphile_worker._private_jobs ((${organizationOf}), id)
          where last_error is not null or attempts >= max_attempts;
      end if;
    end $$`);
}
