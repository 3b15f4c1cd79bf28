import { type Sql, sql } from "#database/statement.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";

/** A job that failed at least once, or that was begun as often as it may be and never came to its end. */
export interface TroubledJob {
  id: string;
  task: string;
  key: string | null;
  attempts: number;
  maxAttempts: number;
  /** When it is tried next, by the database's clock. */
  runAt: Date;
  /** What its last failure said. */
  lastError: string | null;
  isRunning: boolean;
}

const columns = sql`
  jobs.id, identifier as task, key, attempts, max_attempts as "maxAttempts", run_at as "runAt",
  last_error as "lastError", locked_at is not null as "isRunning"`;

const tables = sql`
  graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id`;

/** A job that was replaced while it ran has no key any more, and is over; housekeeping never has one. */
const troubledJobsOf = (organizationId: string): Sql => sql`
  coalesce(payload ->> 'organizationId', '00000000-0000-0000-0000-000000000000') = ${organizationId}
  and (last_error is not null or attempts >= max_attempts)
  and (key is not null or payload ->> 'organizationId' is null)`;

/** An organization's troubled jobs, newest first: at most `limit` that are older than the job `before`. */
export const listTroubledJobs = (
  tx: Statements,
  organizationId: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<TroubledJob[]> =>
  tx.all(sql`
    select ${columns} from ${tables}
    where ${troubledJobsOf(organizationId)} and jobs.id < coalesce(${before}::bigint, 9223372036854775807)
    order by jobs.id desc limit ${limit}`);

/** One of them, locked where nobody works on it. */
export const findTroubledJob = (
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<TroubledJob | null> =>
  tx.first(sql`
    select ${columns} from ${tables} where ${troubledJobsOf(organizationId)} and jobs.id = ${id}::bigint
    for update of jobs`);

/** Lets a job that nobody works on run now, with all its attempts before it. */
export const rescheduleJob = (
  tx: Statements,
  id: string,
): Promise<Pick<TroubledJob, "runAt" | "attempts"> | null> =>
  tx.first(sql`
    select run_at as "runAt", attempts
    from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)`);
