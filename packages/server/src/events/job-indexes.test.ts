import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { eventually } from "../../test/eventually.ts";
import { createPool } from "../database/pool.ts";
import { migrateWorker, startWorker } from "./worker.ts";

let db: TestDatabase;
before(async () => {
  db = await createTestDatabase();
});
after(() => db.drop());

const open = () => createPool({ connection: db.connection, size: 4, onError: () => {} });

const indexes = () =>
  db.query<{ oid: number; definition: string }>(
    `select oid::int, pg_get_indexdef(oid) as definition from pg_class
     where relname in ('jobs_main_index', 'jobs_under_way', 'troubled_jobs') order by relname`,
  );

test("the index of due jobs is made anew where it is the worker's own, and left where it is ours", async () => {
  const ours = await indexes();
  assert.equal(ours.length, 3);
  assert.match(ours[0]?.definition ?? "", /\(priority, run_at, task_id\)/);
  await db.query(`
    drop index graphile_worker.jobs_main_index;
    create index jobs_main_index on graphile_worker._private_jobs (priority, run_at) include (id, task_id, job_queue_id)
      where is_available`);
  const pool = open();
  try {
    await migrateWorker(pool);
    const again = await indexes();
    assert.deepEqual(
      again.map(({ definition }) => definition),
      ours.map(({ definition }) => definition),
    );
    await migrateWorker(pool);
    assert.deepEqual(await indexes(), again);
  } finally {
    await pool.end();
  }
});

test("a look at the queue reads none of the jobs that are due for others, whatever was known of the table", async () => {
  await db.query("vacuum analyze graphile_worker._private_jobs");
  const add = (task: string, many: number) =>
    db.query("select graphile_worker.add_job($1, '{}'::json) from generate_series(1, $2::int)", [task, many]);
  await add("others", 1_000);
  await add("ours", 3);
  await db.query("select pg_stat_force_next_flush()");
  const before = await read();
  await workOff(3);
  assert.ok((await read()) - before < 100);
});

/** Works off so many jobs. Connections tell what they have read when they end. */
async function workOff(many: number): Promise<void> {
  const pool = open();
  const { promise: done, resolve } = Promise.withResolvers<void>();
  let left = many;
  const tasks = {
    ours: async () => {
      left -= 1;
      if (left === 0) resolve();
    },
  };
  const worker = await startWorker({ pool, tasks, concurrency: 1, onFault: () => {} });
  await done;
  await worker.stop();
  await pool.end();
  await eventually(async () => {
    const open = await db.query(
      "select from pg_stat_activity where datname = current_database() and usename = $1",
      [db.connection.user],
    );
    assert.equal(open.length, 0);
  });
}

/** Rows of the table that were read, by whichever index. */
async function read(): Promise<number> {
  const [row] = await db.query<{ read: number }>(
    `select (coalesce(idx_tup_fetch, 0) + seq_tup_read)::int as read
     from pg_stat_user_tables where relname = '_private_jobs'`,
  );
  return row?.read ?? Number.NaN;
}
