import type pg from "pg";
import { newId } from "../../packages/server/src/kernel/ids.ts";
import { defaultSettings } from "../../packages/server/src/products/screening/templates/settings.ts";
import { exampleQuestions } from "../../packages/server/test/build-screening.ts";

/** Ids of some of what was seeded in one organization: enough that no cache holds one row alone. */
export interface Ids {
  mentorships: string[];
  mentorshipSessions: string[];
  depositions: string[];
  /** Of live sessions that are open. */
  liveSessions: string[];
  screeningSessions: string[];
  workflowTemplate: string;
}

/** Something of one of several organizations. */
export interface Owned {
  id: string;
  organizationId: string;
}

/** Ids of all organizations, in no order. */
export type Spread = Record<
  "mentorships" | "mentorshipSessions" | "depositions" | "liveSessions" | "screeningSessions",
  Owned[]
>;

interface Seed {
  organizations: readonly string[];
  /** Of each product, in all organizations together. */
  rows: number;
  admin: { id: string };
  coaches: readonly { id: string }[];
  teachers: readonly { id: string }[];
}

/** Ids of each kind that are drawn for requests. */
const sample = 1_000;

/** `rows` sessions of each product, in every status, half of them past and half of them to come. */
export async function seedSessions(client: pg.Client, seed: Seed): Promise<{ ids: Ids; spread: Spread }> {
  const { organizations, rows } = seed;
  await client.query(timeOrderedIds);
  const mentorships = await seedMentorships(client, seed);
  await client.query(mentorshipSessions, [organizations, rows, mentorships]);
  await client.query(depositions, [organizations, rows]);
  await client.query(depositionInvites);
  await client.query(slugs);
  await client.query(liveSessions, [organizations, rows, seed.admin.id]);
  await client.query(liveRegistrations, [seed.teachers.map(({ id }) => id)]);
  const workflowTemplate = await seedScreenings(client, seed);
  const spread = await draw(client, "true");
  const [first = ""] = organizations;
  const own = await draw(client, `organization_id = '${first}'`);
  const ids = Object.fromEntries(
    Object.entries(own).map(([name, all]) => [name, all.map(({ id }) => id)]),
  ) as Record<keyof Spread, string[]>;
  return { ids: { ...ids, workflowTemplate }, spread };
}

async function draw(client: pg.Client, where: string): Promise<Spread> {
  const some = async (table: string, condition = "true") => {
    const text = `
      select id::text, organization_id::text as "organizationId" from ${table} where ${where} and ${condition}
      order by md5(id::text) limit ${sample}`;
    return (await client.query<Owned>(text)).rows;
  };
  return {
    mentorships: await some("mentorships"),
    mentorshipSessions: await some("mentorship_sessions"),
    depositions: await some("depositions"),
    liveSessions: await some("live_sessions", "status = 'scheduled'"),
    screeningSessions: await some("screening_sessions"),
  };
}

/** UUIDs as the server makes them (version 7): they begin with the time. */
const timeOrderedIds = `
  create function pg_temp.id_of(at timestamptz) returns uuid language sql volatile return (
    lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3)
    || '8' || substr(md5(random()::text), 1, 15))::uuid`;

/** Mentorships of one organization. */
const perOrganization = 100;

/** A hundred in each organization, ten of a coach; their ids, those of one organization after those of another. */
async function seedMentorships(
  client: pg.Client,
  { organizations, coaches, teachers }: Seed,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `insert into mentorships (organization_id, id, coach_id, teacher_id, status, version, created_at, updated_at)
     select organization, pg_temp.id_of(now()), ($2::text[])[1 + n % cardinality($2::text[])], teacher, 'active', 1,
       now(), now()
     from unnest($1::uuid[]) with ordinality as organizations (organization, place),
       unnest($3::text[]) with ordinality as seats (teacher, n)
     order by place, n
     returning id`,
    [organizations, coaches.map(({ id }) => id), teachers.slice(0, perOrganization).map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}

/** Of $2 rows, one after another goes to one after another of the organizations $1: which, and its number there. */
const dealt = (more: string) => `
  select n, organization, place, ${more}
  from (
    select n, n % cardinality($1::uuid[]) as deal, n / cardinality($1::uuid[]) as place,
      ($1::uuid[])[1 + n % cardinality($1::uuid[])] as organization, $2::int / cardinality($1::uuid[]) as size
    from generate_series(0, $2::int - 1) as n
  ) dealt`;

/** Two days lie between two sessions of a mentorship, and hours between those of a coach. */
const mentorshipSessions = `
  insert into mentorship_sessions (organization_id, id, mentorship_id, scheduled_at, duration_minutes, timezone, notes,
    status, agora_channel, cancelled_at, cancelled_by, completed_at, version, created_at, updated_at)
  select organization, pg_temp.id_of(created_at), mentorship_id, at, 60, 'Europe/Madrid', 'Questions about chapter ' || n,
    status, case when status <> 'cancelled' then 'ms_seeded' || n || '_1767225600000' end,
    case when status = 'cancelled' then created_at end, case when status = 'cancelled' then 'seeded' end,
    case when status = 'completed' then at + interval '1 hour' end, 1, created_at, created_at
  from (
    select *, least(now(), at) - interval '7 days' as created_at,
      case when place % 10 = 0 then 'cancelled'
        when at < now() then case when place % 7 = 0 then 'missed' else 'completed' end
        when place % 3 = 0 then 'confirmed' else 'scheduled' end as status
    from (${dealt(`
      ($3::uuid[])[1 + deal * ${perOrganization} + place % ${perOrganization}] as mentorship_id,
      date_trunc('hour', now()) + interval '7 minutes'
        + (place / ${perOrganization} - size / ${perOrganization} / 2) * interval '2 days'
        + place % ${perOrganization} / 10 * interval '2 hours' as at`)}) planned
  ) session`;

const depositions = `
  insert into depositions (organization_id, id, state, remote_session_id, title, case_name, start_date, start_time,
    time_zone, starts_at, zone_rules, estimated_duration, session_type, deponent_name, deponent_email, deponent_role,
    language, cancel_without_email, version, created_at, updated_at)
  select organization, nextval('deposition_ids'),
    case place % 4 when 0 then 'canceled' when 1 then 'completed' else 'scheduled' end,
    'deposition-' || n, 'Deposition ' || n, 'Case ' || place % 500, to_char(at, 'YYYY-MM-DD'), '09:00 AM', 'UTC',
    date_trunc('day', at) + interval '9 hours', '9999z', 1.25, 'remote_deposition', 'Grace Hopper',
    'deponent-' || n || '@example.com', 'deponent', 'en-US', false, 1, created_at, created_at
  from (${dealt(`
    now() + interval '30 days' + n * interval '10 minutes' as at, now() - n * interval '1 second' as created_at`)}) planned`;

/** Two of each: a guest and the deponent. */
const depositionInvites = `
  insert into deposition_invites (organization_id, id, deposition_id, position, email, access_level, wants_host)
  select organization_id, pg_temp.id_of(created_at), id, position,
    case position when 0 then 'guest-' || id || '@example.com' else deponent_email end, 'participant', false
  from depositions, generate_series(0, 1) as position`;

const slugs = `
  insert into session_slugs (slug, deposition_id)
  select remote_session_id, id from depositions where state <> 'canceled'`;

const liveSessions = `
  insert into live_sessions (organization_id, id, created_by, host_id, brand_id, title, kind, category, scheduled_at,
    started_at, ended_at, status, max_participants, metadata, registered_count, waitlisted_count, version,
    calendar_sequence, created_at, updated_at)
  select organization, pg_temp.id_of(least(now(), at)), $3, $3, 'brand-' || place % 50, 'Breathing for beginners ' || n,
    'live', 'wellness', at, case when status = 'ended' then at end,
    case when status = 'ended' then at + interval '50 minutes' end,
    status, 25, '{"level":"beginner","tags":["breath","calm"]}', case status when 'scheduled' then 2 else 0 end, 0, 3,
    0, least(now(), at), least(now(), at)
  from (
    select *, case when place % 10 = 0 then 'cancelled' when at < now() then 'ended' else 'scheduled' end as status
    from (${dealt("now() + (place - size / 2) * interval '10 minutes' as at")}) planned
  ) session`;

const liveRegistrations = `
  insert into live_registrations (organization_id, session_id, person_id, status, ticket, created_at)
  select organization_id, id, ($1::text[])[1 + (n * 2 + seat) % cardinality($1::text[])], 'registered', 2 + seat,
    created_at
  from (select *, row_number() over () as n from live_sessions where status = 'scheduled') session,
    generate_series(0, 1) as seat`;

/** One template in each organization, a contact for each session; and the first organization's template. */
async function seedScreenings(client: pg.Client, { organizations, rows }: Seed): Promise<string> {
  const templates = organizations.map(newId);
  await client.query(
    `insert into workflow_templates
       (organization_id, id, slug, name, status, questions_version, version, created_at, updated_at)
     select organization, id, 'bench-' || id, 'Pre-screening', 'published', 1, 1, now(), now()
     from unnest($1::uuid[], $2::uuid[]) as template (organization, id)`,
    [organizations, templates],
  );
  await client.query(
    `insert into workflow_questions (organization_id, workflow_template_id, version, questions, settings, created_at)
     select organization, id, 1, $3::json, $4::json, now() from unnest($1::uuid[], $2::uuid[]) as template (organization, id)`,
    [organizations, templates, JSON.stringify(exampleQuestions), JSON.stringify(defaultSettings)],
  );
  await client.query(screenings, [organizations, rows, templates]);
  return templates[0] ?? "";
}

const screenings = `
  with planned as materialized (
    select *, pg_temp.id_of(at) as contact_id
    from (${dealt(`
      ($3::uuid[])[1 + deal] as template, now() - place * interval '20 minutes' - deal * interval '1 second' as at,
      place % 5 > 0 as is_completed, place % 5 > 0 and (place % 3 = 0 or place % 11 = 0) as is_reviewed`)}) drawn
  ), contact as (
    insert into contacts (organization_id, id, email, name, version, created_at, updated_at)
    select organization, contact_id, 'prospect-' || n || '@example.com', 'Prospect ' || n, 1, at, at from planned
  )
  insert into screening_sessions (organization_id, id, contact_id, workflow_template_id, questions_version, submission,
    status, review_status, review_notes, reviewed_at, token_hash, version, created_at, updated_at, expires_at,
    completed_at)
  select organization, pg_temp.id_of(at), contact_id, template, 1,
    json_build_object('fullName', 'Prospect ' || n, 'moveInDate', '2026-12-01', 'budget', 1200 + n % 900, 'pets', 'None'),
    case when is_completed then 'completed' else 'active' end,
    case when not is_reviewed then 'pending_review' when place % 3 = 0 then 'approved' else 'denied' end,
    null, case when is_reviewed then at + interval '1 hour' end, md5('token' || n), 1, at, at,
    at + interval '30 days', case when is_completed then at end
  from planned`;
