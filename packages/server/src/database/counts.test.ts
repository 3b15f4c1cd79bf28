import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { migrateWorker } from "../events/worker.ts";
import { newId } from "../kernel/ids.ts";
import { createBackup, restoreBackup } from "./backup/index.ts";
import { countOf } from "./counts.ts";
import { foldCounts } from "./fold-counts.ts";
import { migrate } from "./migrate.ts";
import { createPool, type Pool } from "./pool.ts";
import { raw, type Sql, sql } from "./statement.ts";
import { createDatabase, type Database, type Statements, type Transaction } from "./tenancy.ts";

const [ours, theirs] = [newId(), newId()];
const mentorships = [newId(), newId(), newId()];
const statuses = ["scheduled", "confirmed", "completed", "cancelled", "missed"] as const;

let db: TestDatabase;
let pool: Pool;
let database: Database;
before(async () => {
  db = await createTestDatabase();
  pool = createPool({ connection: db.connection, size: 6, onError: () => {} });
  database = createDatabase(pool);
  await db.query(
    `insert into organizations (id, slug, name, plan, self_service, created_at, updated_at)
     select id, id, 'One', 'enterprise', true, now(), now() from unnest($1::uuid[]) as id`,
    [[ours, theirs]],
  );
  await db.query(
    `insert into people (id, email, first_name, last_name, tokens_valid_after, created_at, updated_at)
     select id, id || '@example.com', 'Ada', 'Lovelace', now(), now(), now() from unnest('{coach,teacher}'::text[]) as id`,
  );
  await db.query(
    `insert into mentorships (organization_id, id, coach_id, teacher_id, status, version, created_at, updated_at)
     select $1, id, 'coach', 'teacher', 'active', 1, now(), now() from unnest($2::uuid[]) as id`,
    [ours, mentorships],
  );
});
after(async () => {
  await pool.end();
  await db.drop();
});

/** Hours of sessions, so that none comes near another. */
let hour = 0;

function insert(tx: Transaction, mentorshipId: string, status: string, many = 1) {
  hour += many;
  return tx.all(sql`
    insert into mentorship_sessions (organization_id, id, mentorship_id, scheduled_at, duration_minutes, timezone,
      status, version, created_at, updated_at)
    select ${ours}, gen_random_uuid(), ${mentorshipId}, now() + (${hour} - n) * interval '1 hour', 60, 'UTC',
      ${status}, 1, now(), now()
    from generate_series(1, ${many}::int) as n`);
}

/** Some sessions, whichever they are, as rows of `id`. */
const some = (many: number): Sql =>
  sql`select id from mentorship_sessions where organization_id = ${ours} order by id limit ${many}::int`;

/** Known and counted, in one snapshot: of all, each mentorship, two of them, each status, and each status of one. */
async function assertExact(tx: Statements): Promise<number> {
  const part = (...ids: (string | undefined)[]) =>
    sql`array[${raw(ids.map((id) => `'${id}'`).join())}]::uuid[]`;
  const cases: { parts?: Sql; states?: string[] }[] = [
    {},
    ...mentorships.map((id) => ({ parts: part(id) })),
    { parts: part(...mentorships.slice(0, 2)) },
    ...statuses.map((status) => ({ states: [status] })),
    { states: ["scheduled", "missed"] },
    ...statuses.map((status) => ({ parts: part(mentorships[0]), states: [status] })),
  ];
  const columns = cases.map(({ parts, states }, index) => {
    const known = countOf({ organizationId: ours, list: "mentorship", parts, states });
    const counted = sql`(select count(*) from mentorship_sessions where organization_id = ${ours}
      ${parts ? sql`and mentorship_id = any(${parts})` : sql``}
      ${states ? sql`and status = any(${states}::text[])` : sql``})`;
    return sql`${raw(index ? "," : "")} ${known}::int as ${raw(`known${index}`)}, ${counted}::int as ${raw(`counted${index}`)}`;
  });
  const row = await tx.first<Record<string, number>>(
    columns.reduce((all, one) => sql`${all} ${one}`, sql`select`),
  );
  for (const [index, { parts, states }] of cases.entries()) {
    assert.equal(row?.[`known${index}`], row?.[`counted${index}`], JSON.stringify({ parts, states }));
  }
  return row?.counted0 ?? 0;
}

class Undone extends Error {}

test("totals are exact whatever is written, taken back and folded", async () => {
  const many = fc.integer({ min: 1, max: 4 });
  const mentorship = fc.constantFrom(...mentorships);
  const status = fc.constantFrom(...statuses);
  const write = fc.oneof(
    fc
      .record({ mentorship, status, many })
      .map((x) => (tx: Transaction) => insert(tx, x.mentorship, x.status, x.many)),
    fc
      .record({ status, many })
      .map(
        (x) => (tx: Transaction) =>
          tx.all(sql`update mentorship_sessions set status = ${x.status} where id in (${some(x.many)})`),
      ),
    fc
      .record({ mentorship, many })
      .map(
        (x) => (tx: Transaction) =>
          tx.all(
            sql`update mentorship_sessions set mentorship_id = ${x.mentorship} where id in (${some(x.many)})`,
          ),
      ),
    many.map(
      (x) => (tx: Transaction) => tx.all(sql`delete from mentorship_sessions where id in (${some(x)})`),
    ),
    fc.constant((tx: Transaction) => tx.all(sql`update mentorship_sessions set notes = 'other'`)),
  );
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ write, isUndone: fc.boolean() }) },
    { weight: 1, arbitrary: fc.constant("fold" as const) },
  );
  const property = fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
    for (const next of steps) {
      if (next === "fold") await foldCounts(database);
      else
        await database
          .asTenant(ours, async (tx) => {
            await next.write(tx);
            await assertExact(tx);
            if (next.isUndone) throw new Undone();
          })
          .catch((fault) => assert.ok(fault instanceof Undone, String(fault)));
      await assertExact(database.forTenant(ours));
    }
  });
  await fc.assert(property, { numRuns: 25 });
});

test("a reader sees the right total at any moment, while several write and the changes are folded", async () => {
  let writing = 3;
  const write = async (mentorshipId: string) => {
    const own = sql`select id from mentorship_sessions where mentorship_id = ${mentorshipId} order by id limit 2`;
    for (let round = 0; round < 40; round += 1) {
      await database.asTenant(ours, async (tx) => {
        await insert(tx, mentorshipId, statuses[round % 5] ?? "", 3);
        await tx.all(sql`update mentorship_sessions set status = 'cancelled' where id in (${own})`);
        await tx.all(sql`delete from mentorship_sessions where id in (${own})`);
      });
    }
    writing -= 1;
  };
  let folded = 0;
  const fold = async () => {
    while (writing > 0) folded += await foldCounts(database);
  };
  const read = async () => {
    const seen = new Set<number>();
    while (writing > 0) seen.add(await assertExact(database.forTenant(ours)));
    return seen.size;
  };
  const [seen] = await Promise.all([read(), fold(), ...mentorships.map(write)]);
  assert.ok(seen > 1 && folded > 1, `${seen} ${folded}`);
  while ((await foldCounts(database)) > 0);
  await assertExact(database.forTenant(ours));
});

test("writers of one count do not wait for each other, nor does a fold wait for them", async () => {
  while ((await foldCounts(database)) > 0);
  const before = await assertExact(database.forTenant(ours));
  const [mentorshipId = ""] = mentorships;
  await database.asTenant(ours, async (tx) => {
    await insert(tx, mentorshipId, "scheduled");
    await database.asTenant(ours, (other) => insert(other, mentorshipId, "scheduled"));
    assert.equal(await foldCounts(database), 1);
    assert.equal(await assertExact(database.forTenant(ours)), before + 1);
  });
  assert.equal(await assertExact(database.forTenant(ours)), before + 2);
});

test("folds that run at once count a change once", async () => {
  while ((await foldCounts(database)) > 0);
  await database.asTenant(ours, (tx) => insert(tx, mentorships[0] ?? "", "scheduled"));
  const folded = await Promise.all([1, 2, 3].map(() => foldCounts(database)));
  assert.equal(
    folded.reduce((sum, many) => sum + many),
    1,
  );
});

test("another organization counts nothing of ours", async () => {
  const known = countOf({ organizationId: ours, list: "mentorship" });
  const row = await database.forTenant(theirs).first<{ known: number }>(sql`select ${known}::int as known`);
  assert.equal(row?.known, 0);
});

test("what is counted for the whole organization alone is counted once", async () => {
  await db.query(
    `insert into session_count_changes (organization_id, list, part, state, change)
     values ($1, 'depositions', $1, 'scheduled', 3), ($1, 'depositions', $1, 'scheduled', -1)`,
    [ours],
  );
  const known = countOf({ organizationId: ours, list: "depositions", states: ["scheduled"] });
  const read = async () =>
    (await database.forTenant(ours).first<{ known: number }>(sql`select ${known}::int as known`))?.known;
  assert.equal(await read(), 2);
  await foldCounts(database);
  assert.equal(await read(), 2);
});

test("a restore counts nothing twice, and loses no change that was not folded yet", async () => {
  const log = () => undefined;
  const folder = mkdtempSync(join(tmpdir(), "convene-counts-"));
  const copy = await createTestDatabase("template0");
  const copyPool = createPool({ connection: copy.connection, size: 2, onError: () => {} });
  try {
    await foldCounts(database);
    await database.asTenant(ours, (tx) => insert(tx, mentorships[0] ?? "", "missed", 2));
    const file = join(folder, "backup.tar.gz");
    await createBackup({ source: db.superuser, file, log });
    const migrateTo = async (number: number) => {
      await migrate(copyPool, number);
      await migrateWorker(copyPool);
    };
    await restoreBackup({ target: copy.superuser, file, migrateTo, log });
    const restored = createDatabase(copyPool);
    const expected = await assertExact(database.forTenant(ours));
    assert.equal(await assertExact(restored.forTenant(ours)), expected);
    assert.ok((await foldCounts(restored)) > 0);
    assert.equal(await assertExact(restored.forTenant(ours)), expected);
  } finally {
    await copyPool.end();
    await copy.drop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("what was there before the counts is counted by the migration", async () => {
  const old = await createTestDatabase("template0");
  const oldPool = createPool({ connection: old.connection, size: 2, onError: () => {} });
  try {
    await migrate(oldPool, 29);
    // The organizations, templates and contacts of these rows do not matter here.
    await old.query(`
      begin;
      set local session_replication_role = replica;
      insert into mentorship_sessions (organization_id, id, mentorship_id, scheduled_at, duration_minutes, timezone,
        status, version, created_at, updated_at)
      select '${ours}', gen_random_uuid(), '${mentorships[0]}', now() + n * interval '1 day', 60, 'UTC',
        case when n <= 2 then 'missed' else 'scheduled' end, 1, now(), now()
      from generate_series(1, 5) as n;
      insert into screening_sessions (organization_id, id, contact_id, workflow_template_id, questions_version,
        submission, status, review_status, token_hash, version, created_at, updated_at, expires_at, completed_at)
      select '${ours}', gen_random_uuid(), gen_random_uuid(), '${mentorships[1]}', 1, '{}',
        case when n <= 3 then 'completed' else 'active' end, 'pending_review', n, 1, now(), now(), now(),
        case when n <= 3 then now() end
      from generate_series(1, 4) as n;
      commit;`);
    await migrate(oldPool);
    const rows = await old.query(
      `select list, part, state, many::int from session_counts where organization_id = $1 order by list, state, part = $1`,
      [ours],
    );
    const both = (list: string, part: string | undefined, state: string, many: number) =>
      [part, ours].map((each) => ({ list, part: each, state, many }));
    assert.deepEqual(rows, [
      ...both("mentorship", mentorships[0], "missed", 2),
      ...both("mentorship", mentorships[0], "scheduled", 3),
      ...both("screening", mentorships[1], "active", 1),
      ...both("screening", mentorships[1], "waiting", 3),
    ]);
  } finally {
    await oldPool.end();
    await old.drop();
  }
});
