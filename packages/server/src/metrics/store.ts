import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";

/** No more rows of a kind are counted than these: beyond them it is the same alarm, and counting costs. */
const mostCounted = 10_000;

/** What waits in the database, of all organizations. */
export interface Backlog {
  relay: { waiting: number; oldestAt: Date | null };
  jobs: { task: string; state: "due" | "retrying" | "failed"; count: number; oldestSeconds: number | null }[];
  effects: { channel: string; waiting: number; oldestAt: Date }[];
}

export async function readBacklog(tx: Transaction): Promise<Backlog> {
  const relay = await tx.first<Backlog["relay"]>(sql`
    select count(*)::int as waiting, min(occurred_at) as "oldestAt"
    from (select occurred_at from events where position is null order by sequence limit ${mostCounted}) unplaced`);
  return {
    relay: relay ?? { waiting: 0, oldestAt: null },
    jobs: [...(await readDueJobs(tx)), ...(await readTroubledJobs(tx))],
    effects: await tx.all(sql`
      select channel, count(*)::int as waiting, min(created_at) as "oldestAt"
      from (select channel, created_at from effects where state = 'waiting' limit ${mostCounted}) waiting
      group by channel`),
  };
}

/** Jobs whose time has come and which nobody has taken: by the database's clock, as their times are. */
const readDueJobs = (tx: Transaction): Promise<Backlog["jobs"]> =>
  tx.all(sql`
    select identifier as task, 'due' as state, count(*)::int as count,
      extract(epoch from now() - min(run_at))::float as "oldestSeconds"
    from (
      select task_id, run_at from graphile_worker._private_jobs where is_available and run_at <= now()
      order by priority, run_at limit ${mostCounted}
    ) due join graphile_worker._private_tasks tasks on tasks.id = due.task_id
    group by identifier`);

/** As inspection shows them; see events/troubled-jobs.ts. */
const readTroubledJobs = (tx: Transaction): Promise<Backlog["jobs"]> =>
  tx.all(sql`
    select identifier as task, case when attempts < max_attempts then 'retrying' else 'failed' end as state,
      count(*)::int as count, null as "oldestSeconds"
    from (
      select task_id, attempts, max_attempts from graphile_worker._private_jobs
      where (last_error is not null or attempts >= max_attempts)
        and (key is not null or payload ->> 'organizationId' is null)
      limit ${mostCounted}
    ) troubled join graphile_worker._private_tasks tasks on tasks.id = troubled.task_id
    group by 1, 2`);
