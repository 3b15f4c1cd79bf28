import { pause } from "./pause.ts";
import type { Pool } from "./pool.ts";
import { sql } from "./statement.ts";
import type { Database } from "./tenancy.ts";

/** Milliseconds between looks: what a total has to add up is what was written since the last. */
const foldEvery = 1_000;

/** Changes in one transaction. */
const batchSize = 10_000;

/** The key of the advisory lock under which one process folds at a time: two would wait for each other's counts. */
const foldLock = 7_266_836_305;

/**
 * After so many changes what is left of them is cleared away: a total passes by each. Autovacuum looks once a minute
 * only, and each time makes PostgreSQL plan anew what reads them, so it should not be too often either.
 */
const vacuumAfter = 10_000;

/**
 * Adds the changes of counts up, again and again, so that there are never many. Every process runs one, and whoever
 * comes first has the turn.
 */
export function startFolding(
  database: Database,
  pool: Pool,
  onFault: (fault: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let left = 0;
  const turn = async () => {
    let folded: number;
    do {
      folded = await foldCounts(database);
      left += folded;
    } while (folded === batchSize && !stopping.signal.aborted);
    if (left < vacuumAfter) return;
    left = 0;
    await pool.query("vacuum session_count_changes");
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await turn().catch(onFault);
      await pause(foldEvery, stopping.signal);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/**
 * Moves changes into the counts and says how many; 0 also when another process is at it. Each change is gone in the
 * moment in which it is counted, so every snapshot has it once.
 */
export const foldCounts = (database: Database): Promise<number> =>
  database.asSystem(async (tx) => {
    const lock = await tx.first<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(${foldLock}) as mine`,
    );
    if (!lock?.mine) return 0;
    const row = await tx.first<{ folded: number }>(sql`
      with folded as (
        delete from session_count_changes
        where ctid = any(array(select ctid from session_count_changes limit ${batchSize}))
        returning organization_id, list, part, state, change
      ), counted as (
        insert into session_counts (organization_id, list, part, state, many)
        select organization_id, list, part, state, sum(change) from (
          select * from folded
          union all
          select organization_id, list, organization_id, state, change from folded where part <> organization_id
        ) changed
        group by organization_id, list, part, state having sum(change) <> 0
        on conflict (organization_id, list, part, state)
          do update set many = session_counts.many + excluded.many
      )
      select count(*)::int as folded from folded`);
    return row?.folded ?? 0;
  });
