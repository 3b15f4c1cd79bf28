import type pg from "pg";

/** How many rows a peer holds, in the proportions of Convene's own benchmark. */
export interface Rows {
  sessions: number;
  /** A thousand sessions each, of ten mentorships of one coach with ten teachers. */
  organizations: number;
  mentorships: number;
  people: number;
  /** Sessions of the first organization. */
  ofOneOrganization: number;
}

export function countRows(sessions: number): Rows {
  const organizations = Math.max(1, Math.round(sessions / 1_000));
  const mentorships = organizations * 10;
  // They take turns, and the first ten mentorships are those of the first organization.
  const ofOneOrganization = Math.floor(sessions / mentorships) * 10 + Math.min(10, sessions % mentorships);
  return { sessions, organizations, mentorships, people: organizations * 11, ofOneOrganization };
}

/**
 * Temporary tables with what every peer is filled with, numbered from 0: `seed_people (n)`, `seed_mentorships (n,
 * organization, coach, teacher)` and `seed_sessions (n, organization, mentorship, coach, teacher, …)`. An adapter copies them into the
 * peer's own tables, with ids of the peer's own kind.
 */
export async function prepareRows(client: pg.Client, rows: Rows): Promise<void> {
  await client.query(`
    create temp table seed_people as
      select n, 'person-' || n || '@example.com' as email, 'Ada' as first_name, 'Lovelace' as last_name,
        now() as created_at
      from generate_series(0, ${rows.people} - 1) as n;
    create temp table seed_mentorships as
      select n, n / 10 as organization, n / 10 * 11 as coach, n / 10 * 11 + 1 + n % 10 as teacher,
        'active' as status, now() as created_at
      from generate_series(0, ${rows.mentorships} - 1) as n;
    create temp table seed_sessions as
      select n, mentorship / 10 as organization, mentorship, mentorship / 10 * 11 as coach,
        mentorship / 10 * 11 + 1 + mentorship % 10 as teacher, at as scheduled_at, 60 as duration_minutes,
        'Europe/Madrid' as timezone, 'Questions about chapter ' || n as notes, status,
        case when status <> 'cancelled' then 'ms_seeded' || n || '_1767225600000' end as agora_channel,
        case when status = 'cancelled' then created_at end as cancelled_at,
        case when status = 'cancelled' then 'seeded' end as cancelled_by,
        case when status = 'completed' then at + interval '1 hour' end as completed_at, created_at
      from (
        select n, mentorship, at, least(now(), at) - interval '7 days' as created_at,
          case when n % 10 = 0 then 'cancelled' when at < now() then case when n % 7 = 0 then 'missed' else 'completed' end
            when n % 3 = 0 then 'confirmed' else 'scheduled' end as status
        from (
          select n, n % ${rows.mentorships} as mentorship, date_trunc('hour', now()) + interval '7 minutes'
            + (n / ${rows.mentorships} - ${Math.floor(rows.sessions / rows.mentorships / 2)}) * interval '2 days' as at
          from generate_series(0, ${rows.sessions} - 1) as n
        ) placed
      ) planned`);
}

/** Numbers of sessions to ask for: enough that no cache holds one row alone. */
export const drawSessions = (rows: Rows): number[] => drawn(rows.sessions);

/** Organizations whose lists are asked for. */
export const drawOrganizations = (rows: Rows): number[] => drawn(rows.organizations);

/** Where new sessions belong. */
export const drawPlaces = (rows: Rows): Place[] =>
  drawn(rows.mentorships).map((mentorship) => {
    const organization = Math.floor(mentorship / 10);
    const coach = organization * 11;
    return { organization, mentorship, coach, teacher: coach + 1 + (mentorship % 10) };
  });

/** In the numbers of the seed. */
interface Place {
  organization: number;
  mentorship: number;
  coach: number;
  teacher: number;
}

/** What every new session has, beside its start, its mentorship and its channel. */
export const newSession = {
  durationMinutes: 60,
  timezone: "Europe/Madrid",
  notes: "Questions about chapter 7",
  status: "scheduled",
};

/** When they start: far from what was seeded, no two at once. */
export const newStarts = { start: Date.UTC(2040, 0, 1), step: 60_000 };

/** At most a thousand numbers below `count`, spread evenly and in no order of any index. */
function drawn(count: number): number[] {
  const size = Math.min(1_000, count);
  return [...Array(size).keys()].map((n) => Math.floor((((n * 7_919) % size) * count) / size));
}
