import type pg from "pg";
import { foldCounts } from "../../packages/server/src/database/fold-counts.ts";
import { createPool } from "../../packages/server/src/database/pool.ts";
import { createDatabase } from "../../packages/server/src/database/tenancy.ts";
import { newId } from "../../packages/server/src/kernel/ids.ts";
import { withClient } from "../ground/client.ts";
import type { Owned, World } from "../ground.ts";

/** A world with many more sessions than it began with. */
export interface GrownWorld extends World {
  /** Of mentorship, and as many of screening. */
  sessions: number;
  /** How long it took to add them, in seconds, without the indexes, which are made anew after that. */
  seconds: number;
  grown: Record<"mentorships" | "mentorshipSessions" | "screeningSessions" | "contacts", Owned[]>;
  /** Holds five hundred sessions of mentorship of one organization, or all where it has fewer. */
  window: { from: string; to: string };
}

/** Most sessions of one mentorship: one a week, seven in ten of them past. */
const mostOfMentorship = 100;

/** Sessions of screening of one contact. */
const perContact = 5;

/** Rows of one statement: its transition table is kept until the counts of it are written. */
const batch = 500_000;

/** Ids of each kind that are drawn for requests. */
const sample = 1_000;

/** Adds sessions of mentorship and of screening to all organizations of a world, equally many to each. */
export async function grow(world: World, sessions: number): Promise<GrownWorld> {
  const began = performance.now();
  return withClient(world.database.superuser, async (client) => {
    await client.query("set maintenance_work_mem = '1GB'; set work_mem = '64MB'");
    const organizations = world.organizations.map(({ id }) => id);
    const mentorships = sessions / Math.min(mostOfMentorship, sessions / organizations.length);
    await addMentorships(client, world, mentorships);
    await addTemplatesAndContacts(client, organizations, sessions / perContact);
    await withoutIndexes(client, "mentorship_sessions", () =>
      inBatches(client, mentorshipSessions, sessions, mentorships),
    );
    await withoutIndexes(client, "screening_sessions", () =>
      inBatches(client, screeningSessions, sessions, sessions / perContact),
    );
    await fold(world);
    await client.query("vacuum analyze");
    const grown = {
      mentorships: await draw(client, "grown_mentorships", mentorships),
      mentorshipSessions: await draw(client, "mentorship_sessions", sessions),
      screeningSessions: await draw(client, "screening_sessions", sessions),
      contacts: await draw(client, "grown_contacts", sessions / perContact),
    };
    await client.query("drop table grown_mentorships, grown_contacts");
    const seconds = (performance.now() - began) / 1_000;
    return { ...world, sessions, seconds, grown, window: windowOf(sessions / organizations.length) };
  });
}

/** Ten of the first coach's, whatever the size; the others' coaches have ten each as well. */
async function addMentorships(client: pg.Client, world: World, many: number): Promise<void> {
  await client.query(
    `insert into people (id, email, first_name, last_name, tokens_valid_after, created_at, updated_at)
     select 'grown-' || n, 'grown-' || n || '@example.com', 'Ada', 'Lovelace', now(), now(), now()
     from generate_series(1, $1::int) as n`,
    [Math.ceil(many / 10) * 2],
  );
  await client.query(
    `create table grown_mentorships as
     select n, ($1::uuid[])[1 + n % cardinality($1::uuid[])] as organization_id, gen_random_uuid() as id,
       case when n / cardinality($1::uuid[]) < 10 then $2 else 'grown-' || (n / 10) * 2 + 1 end as coach_id,
       'grown-' || (n / 10) * 2 + 2 as teacher_id
     from generate_series(0, $3::int - 1) as n`,
    [world.organizations.map(({ id }) => id), world.coaches[0]?.id, many],
  );
  await client.query(`
    create index on grown_mentorships (n);
    insert into mentorships (organization_id, id, coach_id, teacher_id, status, version, created_at, updated_at)
    select organization_id, id, coach_id, teacher_id, 'active', 1, now(), now() from grown_mentorships`);
}

/** One after another of the mentorships has a session, then each its next: as they would be scheduled. */
const mentorshipSessions = `
  insert into mentorship_sessions (organization_id, id, mentorship_id, scheduled_at, duration_minutes, timezone, notes,
    status, agora_channel, version, created_at, updated_at)
  select m.organization_id, gen_random_uuid(), m.id, at, 60, 'Europe/Madrid', 'Questions about chapter ' || s.n,
    case when s.n % 10 = 0 then 'cancelled' when at < now() then case when s.n % 7 = 0 then 'missed' else 'completed' end
      when s.n % 3 = 0 then 'confirmed' else 'scheduled' end,
    'ms_grown' || s.n || '_1767225600000', 1, at - interval '7 days', at - interval '7 days'
  from (
    select n, date_trunc('hour', now()) + interval '11 minutes'
      + (n / $4::bigint - $3::bigint / $4::bigint * 7 / 10) * interval '1 week'
      + (n % $4::bigint) * (interval '1 week' / $4::bigint) as at
    from generate_series($1::bigint, $2::bigint) as n
  ) s
  join grown_mentorships m on m.n = s.n % $4::bigint`;

/** The sessions of one organization lie evenly in time. */
function windowOf(sessions: number): GrownWorld["window"] {
  const weeks = Math.min(15, (500 / sessions) * mostOfMentorship);
  // Behind those that a world begins with.
  const from = Date.now() + 12 * 7 * 86_400_000;
  return {
    from: new Date(from).toISOString(),
    to: new Date(from + weeks * 7 * 86_400_000).toISOString(),
  };
}

/** Four more templates in each organization. */
async function addTemplatesAndContacts(
  client: pg.Client,
  organizations: readonly string[],
  contacts: number,
): Promise<void> {
  await client.query(
    `with added as (
       insert into workflow_templates
         (organization_id, id, slug, name, status, questions_version, version, created_at, updated_at)
       select organization_id, id, 'grown-' || id, 'Another', 'published', 1, 1, now(), now()
       from unnest($1::uuid[], $2::uuid[]) as template (organization_id, id)
       returning organization_id, id
     )
     insert into workflow_questions (organization_id, workflow_template_id, version, questions, settings, created_at)
     select added.organization_id, added.id, 1, q.questions, q.settings, now()
     from added join workflow_questions q on q.organization_id = added.organization_id`,
    [
      organizations.flatMap((id) => [id, id, id, id]),
      organizations.flatMap(() => [newId(), newId(), newId(), newId()]),
    ],
  );
  await client.query(
    `create table grown_contacts as
     select n, ($1::uuid[])[1 + n % cardinality($1::uuid[])] as organization_id, gen_random_uuid() as id
     from generate_series(0, $2::int - 1) as n`,
    [organizations, contacts],
  );
  await client.query(`
    create index on grown_contacts (n);
    insert into contacts (organization_id, id, email, name, version, created_at, updated_at)
    select organization_id, id, 'grown-' || n || '@example.com', 'Prospect ' || n, 1, now(), now() from grown_contacts`);
}

/** Two years of them. What is over by now is noted, as the server's own task would have done in its time. */
const screeningSessions = `
  insert into screening_sessions (organization_id, id, contact_id, workflow_template_id, questions_version, submission,
    status, review_status, reviewed_at, token_hash, version, created_at, updated_at, expires_at, completed_at, expiry_noted)
  select c.organization_id, gen_random_uuid(), c.id, t.ids[1 + s.n / 7 % cardinality(t.ids)], 1,
    json_build_object('fullName', 'Prospect ' || s.n, 'moveInDate', '2026-12-01', 'budget', 1200 + s.n % 900),
    case when is_completed then 'completed' else 'active' end,
    case when not is_reviewed then 'pending_review' when s.n % 3 = 0 then 'denied' else 'approved' end,
    case when is_reviewed then at + interval '1 day' end, 'grown ' || s.n, 1, at, at, at + interval '30 days',
    case when is_completed then at end, not is_reviewed and at + interval '30 days' <= now()
  from (
    select n, n % 5 > 0 as is_completed, n % 5 > 1 as is_reviewed,
      date_trunc('second', now() - interval '730 days' + n * (interval '730 days' / $3::bigint)) as at
    from generate_series($1::bigint, $2::bigint) as n
  ) s
  join grown_contacts c on c.n = s.n % $4::bigint
  join (select organization_id, array_agg(id) as ids from workflow_templates group by 1) t
    on t.organization_id = c.organization_id`;

/** Of `rows` sessions, those from $1 to $2 at a time; $3 says how many there are, $4 among how many `owners`. */
async function inBatches(client: pg.Client, text: string, rows: number, owners: number): Promise<void> {
  for (let first = 0; first < rows; first += batch)
    await client.query(text, [first, Math.min(rows, first + batch) - 1, rows, owners]);
}

/** Fills a table without its indexes and the constraints that need a look at another row, and makes these after that. */
async function withoutIndexes(client: pg.Client, table: string, fill: () => Promise<void>): Promise<void> {
  const { rows: constraints } = await client.query<{ name: string; text: string }>(
    `select quote_ident(conname) as name, pg_get_constraintdef(oid) as text from pg_constraint
     where conrelid = $1::regclass and contype in ('x', 'f')`,
    [table],
  );
  for (const { name } of constraints) await client.query(`alter table ${table} drop constraint ${name}`);
  const { rows: indexes } = await client.query<{ name: string; text: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as text from pg_index
     where indrelid = $1::regclass and not indisprimary`,
    [table],
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await fill();
  for (const { text } of indexes) await client.query(text);
  for (const { name, text } of constraints)
    await client.query(`alter table ${table} add constraint ${name} ${text}`);
}

/** As the server does each second: what the statistics of a filled database are made of. */
async function fold({ database }: World): Promise<void> {
  const pool = createPool({ connection: database.owner, size: 1, onError: () => {} });
  while ((await foldCounts(createDatabase(pool))) > 0);
  await pool.end();
}

async function draw(client: pg.Client, table: string, rows: number): Promise<Owned[]> {
  const { rows: drawn } = await client.query<Owned>(
    `select id::text, organization_id::text as "organizationId" from ${table} where random() < $1 limit ${sample}`,
    [(2 * sample) / rows],
  );
  return drawn;
}
