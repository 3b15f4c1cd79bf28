import { Logger, run, runMigrations } from "graphile-worker";
import pg from "pg";
import type { Contestant } from "../contest.ts";
import type { BenchDatabase } from "../ground.ts";

/** Jobs at once: as many as Convene's webhooks have. */
const concurrency = 32;

const silent = new Logger(() => () => {});

/** The queue by itself: jobs that do nothing, one after another until none is left. */
export const emptyJobs = (name: string, database: BenchDatabase, jobs: number): Contestant => ({
  name,
  async round() {
    const pool = new pg.Pool({ ...database.owner, max: 10 });
    pool.on("error", () => {});
    pool.on("connect", (client) => client.on("error", () => {}));
    try {
      await runMigrations({ pgPool: pool, logger: silent });
      await pool.query(
        `select count(*) from graphile_worker.add_jobs(array(
           select json_populate_record(null::graphile_worker.job_spec, '{"identifier": "nothing", "payload": {}}')
           from generate_series(1, $1::int)))`,
        [jobs],
      );
      const { promise: done, resolve } = Promise.withResolvers<void>();
      let left = jobs;
      const nothing = async () => {
        left -= 1;
        if (left === 0) resolve();
      };
      const begun = performance.now();
      const runner = await run({
        ...{ pgPool: pool, concurrency, noHandleSignals: true, logger: silent },
        taskList: { nothing },
        preset: { worker: { preparedStatements: true } },
      });
      await done;
      await runner.stop();
      return { value: jobs / ((performance.now() - begun) / 1_000), errors: 0 };
    } finally {
      await pool.end();
    }
  },
});
