import { randomUUID } from "node:crypto";
import { type Contestant, takeTurns } from "../contest.ts";
import type { Chapter } from "../figures.ts";
import type { BenchDatabase, World } from "../ground.ts";
import { load } from "../load.ts";
import { aloneAndWhole, goals, names, turnsOf } from "../routes/measure.ts";
import { onStage } from "../routes/stage.ts";

/** Callers of one session, all of whom want a seat, and its seats. */
const [callers, seats] = [1_000, 500];

/** Sessions that are filled in a round, one after another. */
const sessionsOf = (isQuick: boolean) => (isQuick ? 1 : 10);

/** Twice as many callers as seats, all at once: exactly the seats are given, and everybody else is told that it is full. */
export const registration: Chapter = {
  name: "registration",
  title: "Registration under contention",
  measure: (ground, options) =>
    onStage(ground, options.quick, async ({ world, floorWorld, convene, floor }) => {
      const shared = { world, sessions: sessionsOf(options.quick), postgres: ground.postgresCpu };
      const asked = { "x-organization": world.organizationId, "x-person": "{people}" };
      const ofConvene = (name: string) =>
        rush(name, {
          ...{ ...shared, ...convene, database: world.database },
          headers: { authorization: "Bearer {tokens}" },
        });
      const contestants = [
        rush(names.floor, { ...shared, ...floor, database: floorWorld.database, headers: asked }),
        ...aloneAndWhole(convene, world.database, ofConvene),
      ];
      const { rounds, warmUp } = turnsOf(options);
      return [
        {
          what: `${callers} callers for ${seats} seats`,
          ...{ unit: "answers/s", better: "more" },
          contestants: await takeTurns(contestants, { rounds, warmUp }),
          target: goals(0.8, {}, names.alone),
          note: "32 at a time, each with a token of their own. After each session its seats are counted in the database: one too many or too few, and the figure is void. The request alone: while the relay is held back, as the floor tells nobody",
        },
      ];
    }),
};

interface Rush {
  world: World;
  database: BenchDatabase;
  origin: string;
  headers: Record<string, string>;
  /** How many are filled. */
  sessions: number;
  cpu(): number;
  postgres(): number;
}

/** A round: everybody asks for a seat in a new session, and in the next. What is not exact is an error. */
function rush(name: string, rush: Rush): Contestant {
  const { world, database, origin, headers, sessions, cpu, postgres } = rush;
  const crowd = world.teachers.slice(0, callers);
  return {
    name,
    async round() {
      const ids = await openSessions(database, world, sessions);
      const lists = {
        people: crowd.map(({ id }) => id),
        tokens: crowd.map(({ token }) => token),
        sessions: ids.flatMap((id) => crowd.map(() => id)),
      };
      const before = { server: cpu(), postgres: postgres() };
      const result = await load(
        {
          origin,
          method: "POST",
          path: "/v1/sessions/{sessions}/register",
          headers,
          lists,
          expected: [201, 412],
        },
        { seconds: 0, amount: lists.sessions.length },
      );
      const each = (spent: number) => spent / Math.max(1, result.answered);
      const given = result.statuses[201] ?? 0;
      const wrong = (await countWrong(database, ids)) + Math.abs(given - ids.length * seats);
      return {
        value: result.rate,
        errors: result.errors + wrong,
        cpu: { server: each(cpu() - before.server), postgres: each(postgres() - before.postgres) },
      };
    },
  };
}

async function openSessions(database: BenchDatabase, world: World, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await database.query(
    `insert into live_sessions (organization_id, id, created_by, host_id, brand_id, title, kind, scheduled_at, status,
       max_participants, metadata, registered_count, waitlisted_count, version, calendar_sequence, created_at, updated_at)
     select $1, id, $3, $3, 'brand', 'A crowd', 'live', now() + interval '90 days', 'scheduled', $4, '{}', 0, 0, 1, 0,
       now(), now() from unnest($2::uuid[]) as id`,
    [world.organizationId, ids, world.admin.id, seats],
  );
  return ids;
}

/** By how many seats the sessions miss what they must have, by their own count and by their registrations. */
async function countWrong(database: BenchDatabase, ids: readonly string[]): Promise<number> {
  const [row] = await database.query<{ wrong: number }>(
    `select coalesce(sum(abs(registered_count - $2) + abs((
       select count(*) from live_registrations r
       where r.organization_id = s.organization_id and r.session_id = s.id and r.status = 'registered') - $2)), 0)::int
       as wrong
     from live_sessions s where id = any($1::uuid[])`,
    [ids, seats],
  );
  return row?.wrong ?? Number.NaN;
}
