import { sql } from "#database/statement.ts";
import type { Statements } from "#database/tenancy.ts";
import { channels } from "#effects/effect.ts";

/** No more rows of a kind are counted than these: beyond them it is the same alarm, and counting costs. */
const mostCounted = 10_000;

/** What waits in the database, of all organizations. */
export interface Backlog {
  relay: { waiting: number; oldestAt: Date | null };
  jobs: { task: string; state: "due" | "retrying" | "failed"; count: number; oldestSeconds: number | null }[];
  effects: { channel: string; waiting: number; oldestAt: Date }[];
}

export async function readBacklog(tx: Statements): Promise<Backlog> {
  const relay = await tx.first<Backlog["relay"]>(sql`
    select count(*)::int as waiting, min(occurred_at) as "oldestAt"
    from (select occurred_at from events where position is null order by sequence limit ${mostCounted}) unplaced`);
  return {
    relay: relay ?? { waiting: 0, oldestAt: null },
    jobs: [...(await readDueJobs(tx)), ...(await readTroubledJobs(tx))],
    effects: await tx.all(sql`
      select waiting.channel, waiting.count as waiting, waiting.oldest as "oldestAt"
      from unnest(${channels}::text[]) as channels (name) cross join lateral (
        select name as channel, count(*)::int as count, min(created_at) as oldest
        from (
          select created_at from effects where state = 'waiting' and channel = name
          order by created_at limit ${mostCounted}
        ) effects
      ) waiting
      where waiting.count > 0`),
  };
}

/**
 * Jobs whose time has come and which nobody has taken: by the database's clock, as their times are. Each task is
 * counted by itself, so that a crowd of one does not hide another.
 */
const readDueJobs = (tx: Statements): Promise<Backlog["jobs"]> =>
  tx.all(sql`
    select tasks.identifier as task, 'due' as state, due.count, due.seconds as "oldestSeconds"
    from graphile_worker._private_tasks tasks cross join lateral (
      select count(*)::int as count, extract(epoch from now() - min(run_at))::float as seconds
      from (
        select run_at from graphile_worker._private_jobs
        where task_id = tasks.id and is_available and run_at <= now() order by priority, run_at limit ${mostCounted}
      ) jobs
    ) due
    where due.count > 0`);

/** As inspection shows them; see events/troubled-jobs.ts. */
const readTroubledJobs = (tx: Statements): Promise<Backlog["jobs"]> =>
  tx.all(sql`
    select tasks.identifier as task, troubled.state, troubled.count, null as "oldestSeconds"
    from graphile_worker._private_tasks tasks cross join lateral (
      select case when attempts < max_attempts then 'retrying' else 'failed' end as state, count(*)::int as count
      from (
        select attempts, max_attempts from graphile_worker._private_jobs
        where task_id = tasks.id and (last_error is not null or attempts >= max_attempts)
          and (key is not null or payload ->> 'organizationId' is null)
        limit ${mostCounted}
      ) jobs
      group by 1
    ) troubled`);
