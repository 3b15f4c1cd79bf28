import pg from "pg";
import { pause } from "#database/pause.ts";

interface ReaperOptions {
  connection: string | pg.ClientConfig;
  /** The role to act as, where the connection's own is too mighty. */
  role: string | undefined;
  /** The workers of this process. */
  workerIds: readonly string[];
  onFault: (fault: unknown) => void;
}

export interface Reaper {
  stop(): Promise<void>;
}

/** Milliseconds between looks; a job of a process that died starts again within two of them. */
const lookEvery = 3_000;
const answerWithin = 5_000;

/**
 * Gives back the jobs of processes that died: the worker itself would leave them for four hours. A process that lives
 * holds an advisory lock in the name of each of its workers, and PostgreSQL lets go of it with the connection. Should
 * only the connection have died, a job runs twice at once, which tasks must not mind.
 */
export function startReaper(options: ReaperOptions): Reaper {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await reap(options, stopping.signal).catch(options.onFault);
      await pause(lookEvery, stopping.signal);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function reap({ connection, role, workerIds }: ReaperOptions, signal: AbortSignal): Promise<void> {
  const target = typeof connection === "string" ? { connectionString: connection } : connection;
  const client = new pg.Client({
    ...target,
    application_name: "convene reaper",
    connectionTimeoutMillis: answerWithin,
    query_timeout: answerWithin,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    if (role) await client.query(`set role ${pg.escapeIdentifier(role)}`);
    await client.query("select pg_advisory_lock(hashtextextended(id, 0)) from unnest($1::text[]) as id", [
      workerIds,
    ]);
    while (!signal.aborted) {
      await client.query(giveBack, [workerIds]);
      await client.query(removeReplaced);
      await pause(lookEvery, signal);
    }
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Jobs that were only just taken are left alone: a process that starts takes its first ones before its lock. The
 * locks taken here end with the statement's transaction.
 */
const giveBack = `
  select graphile_worker.force_unlock_workers(array(
    select locked_by from (
      select locked_by from graphile_worker._private_jobs where locked_at < now() - interval '5 seconds'
      union
      select locked_by from graphile_worker._private_job_queues where locked_at < now() - interval '5 seconds'
    ) as busy
    where locked_by <> all($1::text[]) and pg_try_advisory_xact_lock(hashtextextended(locked_by, 0))))`;

/**
 * A job that was replaced while it ran loses its key and its attempts, and is left behind when it does not come to its
 * end. In a statement of its own: one statement cannot delete what it has unlocked.
 */
const removeReplaced = `
  delete from graphile_worker._private_jobs
  where key is null and attempts >= max_attempts and locked_at is null and payload ->> '_cron' is null`;
