import assert from "node:assert/strict";
import { days } from "../src/kernel/clock.ts";
import { newPersonId } from "../src/kernel/ids.ts";
import type { Api } from "./api.ts";
import type { TestServer } from "./server.ts";

/** The body of a live session; `changes` replace members. */
export const liveBody = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  host_id: "host-1",
  brand_id: "brand-1",
  title: "Breathing for beginners",
  scheduled_at: "2026-03-10T18:00:00Z",
  max_participants: 25,
  ...changes,
});

/** Creates a session over HTTP and returns its answer. */
export async function createLive(api: Api, changes: Record<string, unknown> = {}) {
  const { status, body } = await api.post("/v1/sessions", liveBody(changes));
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Many members of an organization in two statements, each with a client of their own. */
export async function buildCrowd(
  { db, clock, server, api }: TestServer,
  organizationId: string,
  count: number,
): Promise<{ id: string; api: Api }[]> {
  const ids = Array.from({ length: count }, newPersonId);
  await db.query(
    `insert into people (id, email, first_name, last_name, tokens_valid_after, created_at, updated_at)
     select id, id || '@example.com', 'Ada', 'Lovelace', $2, $3, $3 from unnest($1::text[]) as id`,
    [ids, new Date(clock().getTime() - 1000), clock()],
  );
  await db.query(
    `insert into members (organization_id, person_id, role, created_at)
     select $1, id, 'Teacher', $3 from unnest($2::text[]) as id`,
    [organizationId, ids, clock()],
  );
  const people = [];
  for (const id of ids) {
    const { token } = await server.tokens.issue(id, organizationId, days(1));
    people.push({ id, api: api(token) });
  }
  return people;
}

/** A session's events in the order of their versions: type, version, and the person where there is one. */
export const liveEventsOf = (
  { db }: TestServer,
  sessionId: string,
): Promise<{ type: string; version: number; person: string | null }[]> =>
  db.query(
    `select type, version, payload ->> 'personId' as person from events
     where subject_id = $1 order by version`,
    [sessionId],
  );

/**
 * Fills a session with people who have a seat, in one statement, as if each had registered: their tickets are the
 * versions before its own. Says who they are.
 */
export async function fillLive(
  { db, clock }: Pick<TestServer, "db" | "clock">,
  organizationId: string,
  sessionId: string,
  count: number,
): Promise<string[]> {
  const ids = Array.from({ length: count }, newPersonId);
  await db.query(
    `with newcomers as (
       insert into people (id, email, first_name, last_name, tokens_valid_after, created_at, updated_at)
       select id, id || '@example.com', 'Ada', 'Lovelace', $4, $4, $4 from unnest($1::text[]) as id returning id
     ), session as (
       update live_sessions set registered_count = registered_count + $5, version = version + $5
       where organization_id = $2 and id = $3 returning version - $5 as before
     )
     insert into live_registrations (organization_id, session_id, person_id, status, ticket, created_at)
     select $2, $3, id, 'registered', before + row_number() over (), $4 from newcomers, session`,
    [ids, organizationId, sessionId, clock(), count],
  );
  return ids;
}
