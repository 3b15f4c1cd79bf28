import assert from "node:assert/strict";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildMentorshipWorld, must } from "../../../test/build-mentorship.ts";
import { type DataDir, makeDataDir } from "../../../test/data-dir.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { startTestServer } from "../../../test/server.ts";
import { settled, travel } from "../../../test/travel.ts";
import { migrateWorker } from "../../events/worker.ts";
import { days, hours, minutes } from "../../kernel/clock.ts";
import { migrate } from "../migrate.ts";
import { createPool } from "../pool.ts";
import { readArchive } from "./archive-reader.ts";
import { ArchiveWriter } from "./archive-writer.ts";
import { createBackup, restoreBackup } from "./index.ts";

interface Job {
  key: string;
  task: string;
  payload: object;
  run_at: Date;
  attempts: number;
  max_attempts: number;
}

const jobsOf = (db: TestDatabase) =>
  db.query<Job>(`
    select key, identifier as task, payload, run_at, attempts, max_attempts
    from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = task_id
    order by key`);

describe("a backup", () => {
  let folder: DataDir;
  const log = () => undefined;

  before(() => {
    folder = makeDataDir("jobs");
  });
  after(() => folder.remove());

  /** Restores into a new database, as the command does. */
  async function restored(file: string): Promise<TestDatabase> {
    const target = await createTestDatabase("template0");
    const pool = createPool({ connection: target.connection, size: 1, onError: () => {} });
    try {
      const migrateTo = async (number: number) => {
        await migrate(pool, number);
        await migrateWorker(pool);
      };
      await restoreBackup({ target: target.superuser, file, migrateTo, log });
      return target;
    } catch (fault) {
      await target.drop();
      throw fault;
    } finally {
      await pool.end();
    }
  }

  test("holds what waits: mails are sent, reminders come and a call is missed where it is restored", async () => {
    const file = join(folder.path, "waiting.tar.gz");
    // Nobody listens there: what is to be sent waits.
    const source = await startTestServer({ settings: { SMTP_URL: "smtp://127.0.0.1:1" } });
    const world = await buildMentorshipWorld(source);
    const sessionId = await world.session(days(3) / minutes(1));
    await settled(source);
    // One that is being worked on counts as one that waits.
    await source.db.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody'
       where id = (select max(id) from graphile_worker._private_jobs)`,
    );
    const before = await jobsOf(source.db);
    await createBackup({ source: source.db.superuser, file, log });
    await source.close();

    const db = await restored(file);
    assert.deepEqual(await jobsOf(db), before);
    assert.ok(before.some(({ task, attempts }) => task === "effects.email" && attempts === 0));
    const [busy] = await db.query("select from graphile_worker.jobs where locked_at is not null");
    assert.equal(busy, undefined);
    const server = await startTestServer({ on: { db, clock: source.clock } });
    try {
      const admin = server.api((await server.build.member(world.organizationId, "OrganizationAdmin")).token);
      const sent = async () => {
        const { data } = must(200, await admin.get(`/api/effects?subjectId=${sessionId}&state=delivered`));
        return data.map((effect: { kind: string }) => effect.kind) as string[];
      };
      const reminders = async () => (await sent()).filter((kind) => kind === "mentorship.reminder").length;
      await travel(server, hours(1));
      assert.ok((await sent()).length >= 2);
      assert.equal(await reminders(), 0);
      await travel(server, days(1) + hours(23) + minutes(5));
      assert.equal(await reminders(), 2);
      await travel(server, hours(23) + minutes(45));
      assert.equal(await reminders(), 4);
      await travel(server, hours(3));
      assert.equal(must(200, await admin.get(`/api/sessions/${sessionId}`)).data.status, "missed");
    } finally {
      await server.close();
    }
  });

  test("keeps of a failed job how often it was tried, and leaves out what was replaced", async () => {
    const file = join(folder.path, "tried.tar.gz");
    const source = await createTestDatabase();
    await source.query(
      "select graphile_worker.add_job('a', job_key => 'k' || n) from generate_series(1, 5) n",
    );
    await source.query(
      "select graphile_worker.add_job('a', '{\"q\": \"\\\\\\n\"}', queue_name => 'q', job_key => 'k6')",
    );
    await source.query(`
      update graphile_worker._private_jobs set attempts = case key when 'k1' then 25 when 'k2' then 3 else 0 end,
        key = case key when 'k3' then null else key end`);
    await source.query("update graphile_worker._private_jobs set attempts = max_attempts where key is null");
    const before = await jobsOf(source);
    await createBackup({ source: source.superuser, file, log });
    await source.drop();
    const db = await restored(file);
    try {
      const found = await jobsOf(db);
      assert.deepEqual(
        found,
        before.filter(({ key }) => key !== null),
      );
      assert.deepEqual(
        found.map(({ attempts }) => attempts),
        [25, 3, 0, 0, 0],
      );
      const queued = await db.query("select key from graphile_worker.jobs where queue_name = 'q'");
      assert.deepEqual(queued, [{ key: "k6" }]);
    } finally {
      await db.drop();
    }
  });

  test("of the format that had no jobs is restored as ever; altered jobs are refused", async () => {
    const file = join(folder.path, "new.tar.gz");
    const source = await createTestDatabase();
    await source.query("select graphile_worker.add_job('a', job_key => 'altered')");
    await createBackup({ source: source.superuser, file, log });
    await source.drop();
    const entries = await unpack(file);
    const jobs = entries.findIndex(({ content }) => content.includes("altered"));
    assert.ok(jobs > 0);

    const altered = join(folder.path, "altered.tar.gz");
    const other = entries.with(jobs, { path: entries[jobs]?.path ?? "", content: Buffer.from("other") });
    await pack(altered, other);
    await assert.rejects(restored(altered), /the queued jobs do not match their checksum/);

    const old = join(folder.path, "old.tar.gz");
    const rewritten = entries.toSpliced(jobs, 1).map(({ path, content }) => {
      if (!path.endsWith(".json")) return { path, content };
      const { jobs: _, ...rest } = JSON.parse(content.toString());
      return { path, content: Buffer.from(JSON.stringify({ ...rest, format: 1 })) };
    });
    await pack(old, rewritten);
    const db = await restored(old);
    assert.deepEqual(await jobsOf(db), []);
    await db.drop();
  });
});

interface Entry {
  path: string;
  content: Buffer;
}

async function unpack(path: string): Promise<Entry[]> {
  const file = await open(path, "r");
  try {
    const entries: Entry[] = [];
    for await (const entry of readArchive(file)) entries.push(entry);
    return entries;
  } finally {
    await file.close();
  }
}

async function pack(path: string, entries: readonly Entry[]): Promise<void> {
  const file = await open(path, "w");
  const writer = new ArchiveWriter(file);
  for (const entry of entries) await writer.add(entry.path, entry.content);
  await writer.finish();
  await file.close();
}
