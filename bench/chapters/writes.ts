import type { Chapter } from "../figures.ts";
import { insertEvent, insertKey } from "../floor/database.ts";
import { insertSession } from "../floor/mentorship.ts";
import type { World } from "../ground.ts";
import { drawn, type Script } from "../pgbench.ts";
import { everyAdmin, ownersOf } from "../routes/callers.ts";
import { measureRoutes } from "../routes/chapter.ts";
import { goals, names, type RouteCase } from "../routes/measure.ts";

/** What changes something: each with its event, in one transaction. */
export const writes: Chapter = {
  name: "writes",
  title: "Creating, changing, reviewing, reacting",
  measure: (ground, options) =>
    measureRoutes(
      ground,
      options,
      ({ world }) => casesOf(world, options.quick),
      (peer) => peer.create(),
    ),
};

async function casesOf(world: World, isQuick: boolean): Promise<RouteCase[]> {
  return [
    ...mentorshipCases(world),
    ...liveCases(world),
    await reviewCase(world, isQuick),
    ...(await depositionCases(world)),
  ];
}

function mentorshipCases(world: World): RouteCase[] {
  const { spread } = world;
  return [
    {
      what: "schedule a mentorship session",
      method: "POST",
      path: "/api/sessions",
      callers: ownersOf(world, spread.mentorships),
      headers: { "idempotency-key": "{uuid}" },
      body: {
        ...{ mentorshipId: "{ids}", scheduledAt: "{time}", durationMinutes: 15 },
        ...{ timezone: "Europe/Madrid", notes: "Bring the plan of last week." },
      },
      times: slots(),
      expected: [201],
      script: scheduling(world),
      isMade: true,
      isFollowed: true,
      target: goals(1.2, { Directus: 10, Strapi: 10 }, names.alone),
      note: "with the constraint of a quarter of an hour, its event and its idempotency key. From each session follow its place among all events, three timers and two e-mails, by three jobs; the floor's three statements are held against the request alone, during which the relay is held back, and the other figure has all that follows in it. No mail server is set, so e-mails are planned and wait",
    },
    {
      what: "change a mentorship session",
      method: "PATCH",
      path: "/api/sessions/{ids}",
      callers: ownersOf(world, spread.mentorshipSessions),
      body: { notes: "Note {n}" },
      isMade: true,
    },
    {
      what: "react in a mentorship session",
      method: "POST",
      path: "/api/sessions/{ids}/reactions",
      callers: ownersOf(world, spread.mentorshipSessions),
      body: { emoji: "🎉" },
      note: "nothing is stored; who watches hears of it by NOTIFY",
    },
  ];
}

/** A quarter of an hour for each request: no two are at one time, whosever they are. */
const slots = () => ({ start: Date.now() + 60 * 86_400_000, step: 15 * 60_000 });

/**
 * A quarter of an hour that no other run of pgbench takes: one for each microsecond of five minutes and each of its 32
 * clients, within the 273 thousand years that PostgreSQL has.
 */
const slotOfRun =
  "now() + ((extract(epoch from clock_timestamp()) * 1000000)::bigint % 300000000 * 32 + :client_id) * interval '15 minutes'";

/** The floor's three statements. */
function scheduling({ spread: { mentorships } }: World): Script {
  const organizations = drawn(
    "organizations",
    mentorships.map(({ organizationId }) => organizationId),
    "uuid",
  );
  const ids = drawn(
    "ids",
    mentorships.map(({ id }) => id),
    "uuid",
  );
  const id = "gen_random_uuid()";
  return {
    isTransaction: true,
    variables: { ...organizations.variable, ...ids.variable },
    steps: [
      {
        statement: insertSession,
        parameters: [
          organizations.sql,
          id,
          ids.sql,
          slotOfRun,
          "15",
          "'UTC'",
          "'Bring the plan.'",
          "'ms_bench_0'",
          "now()",
        ],
      },
      {
        statement: insertEvent,
        parameters: [
          ...[
            organizations.sql,
            id,
            "'mentorship.session.scheduled'",
            `${id}::text`,
            "1",
            `'{"sessionId":"1"}'`,
          ],
          ...["now()", "'pgbench'", "'pgbench'"],
        ],
      },
      {
        statement: insertKey,
        parameters: [
          ...[organizations.sql, "'pgbench'", "'POST /api/sessions'", `${id}::text`, "'-'", "201"],
          ...["repeat('x', 900)", "now()"],
        ],
      },
    ],
  };
}

function liveCases(world: World): RouteCase[] {
  return [
    {
      what: "create a live session",
      method: "POST",
      path: "/v1/sessions",
      callers: everyAdmin(world),
      body: {
        ...{ host_id: "host-1", brand_id: "brand-1", title: "Breathing for beginners {n}" },
        ...{ scheduled_at: "{time}", max_participants: 25, metadata: { level: "beginner" } },
      },
      times: slots(),
      expected: [201],
      isMade: true,
    },
    {
      what: "change a live session",
      method: "PATCH",
      path: "/v1/sessions/{ids}",
      callers: ownersOf(world, world.spread.liveSessions),
      body: { title: "Breathing {n}" },
      isMade: true,
    },
  ];
}

/** Each session is reviewed once: a round takes as many as there are for all rounds. */
async function reviewCase(world: World, isQuick: boolean): Promise<RouteCase> {
  const waiting = await world.database.query<{ id: string; organizationId: string }>(`
    select id, organization_id as "organizationId" from screening_sessions
    where status = 'completed' and review_status = 'pending_review' and expires_at > now() + interval '3 hours'
    order by md5(id::text)`);
  return {
    what: "review a screening session",
    method: "PATCH",
    path: "/api/v1/sessions/{ids}/review",
    callers: ownersOf(world, waiting),
    body: { reviewStatus: "approved", reviewNotes: "Fits." },
    amount: isQuick ? 300 : 6_000,
    isMade: true,
  };
}

async function depositionCases(world: World): Promise<RouteCase[]> {
  const scheduled = await world.database.query<{ id: string; organizationId: string }>(`
    select remote_session_id as id, organization_id as "organizationId" from depositions
    where state = 'scheduled' order by md5(remote_session_id) limit 1000`);
  const session_request = {
    invites: ["guest@example.com"],
    deponent: { name: "Grace Hopper", email: "deponent@example.com", role: "deponent" },
    remote_session: {
      ...{ title: "Deposition {n}", remote_session_id: "bench-{n}" },
      ...{ start_date: "2030-05-14", start_time: "09:00", time_zone: "UTC" },
    },
  };
  return [
    {
      what: "schedule a deposition",
      method: "POST",
      path: "/api/v1/session_requests",
      callers: everyAdmin(world),
      body: { session_request },
      expected: [201],
      isMade: true,
    },
    {
      what: "change a deposition",
      method: "PATCH",
      path: "/api/v1/sessions/{ids}",
      callers: ownersOf(world, scheduled),
      body: { remote_session: { title: "Title {n}" } },
    },
  ];
}
