import type { FastifyInstance } from "fastify";
import type { Pool, QueryResultRow } from "pg";
import { encodeCursor } from "../../packages/server/src/kernel/cursor.ts";
import { all, append, asked, newId, one, type Statement, transact } from "./database.ts";
import { answers, free, instant, integer, list, members, orNull, text, truth } from "./shapes.ts";

/** The floor of live sessions. */
export function live(app: FastifyInstance, pool: Pool): void {
  reading(app, pool);
  managing(app, pool);
  registering(app, pool);
}

function reading(app: FastifyInstance, pool: Pool): void {
  app.get<{ Params: { id: string } }>("/v1/sessions/:id", answers(200, session), async (request) => {
    const { organizationId, personId } = asked(request);
    return present(await one(pool, findSession, [organizationId, request.params.id, personId]));
  });
  app.get<{ Querystring: { limit: string } }>("/v1/sessions", answers(200, page), async (request) => {
    const { organizationId, personId } = asked(request);
    const limit = Number(request.query.limit);
    const found = await all(pool, listSessions, [organizationId, personId, limit + 1]);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    const next = last ? encodeCursor([last.scheduled_at.toISOString(), last.id]) : null;
    return { data: rows.map(present), next_cursor: next };
  });
}

function managing(app: FastifyInstance, pool: Pool): void {
  app.post<{ Body: NewSession }>("/v1/sessions", answers(201, session), async (request, reply) => {
    const who = asked(request);
    const now = new Date();
    const id = newId(now);
    const { host_id, brand_id, title, scheduled_at, max_participants, metadata } = request.body;
    const told = [host_id, brand_id, title, scheduled_at, max_participants];
    const values = [who.organizationId, id, who.personId, ...told];
    const row = await transact(pool, async (client) => {
      const inserted = await one(client, insertSession, [...values, JSON.stringify(metadata), now]);
      const event = { type: "live.session.created", subjectId: id, version: 1, payload: { sessionId: id } };
      await append(client, who, event, now);
      return inserted;
    });
    return reply.code(201).send(present(row));
  });
  app.patch<{ Params: { id: string }; Body: { title: string } }>(
    "/v1/sessions/:id",
    answers(200, session),
    async (request) => {
      const who = asked(request);
      const { id } = request.params;
      const now = new Date();
      return transact(pool, async (client) => {
        const values = [who.organizationId, id, who.personId, request.body.title, now];
        const row = await one(client, updateSession, values);
        const payload = { sessionId: id, changed: ["title"], status: row.status, sequence: 0 };
        const event = { type: "live.session.edited", subjectId: id, version: row.version, payload };
        await append(client, who, event, now);
        return present(row);
      });
    },
  );
}

function registering(app: FastifyInstance, pool: Pool): void {
  app.post<{ Params: { id: string } }>(
    "/v1/sessions/:id/register",
    answers(201, registration),
    async (request, reply) => {
      const who = asked(request);
      const { id } = request.params;
      const now = new Date();
      const row = await transact(pool, async (client) => {
        const [claim] = await all(client, claimSeat, [who.organizationId, id, who.personId, now]);
        if (!claim) return null;
        const payload = { sessionId: id, personId: who.personId, sequence: claim.calendar_sequence };
        const event = { type: "live.registration.created", subjectId: id, version: claim.version, payload };
        await append(client, who, event, now);
        return claim;
      });
      if (!row) return reply.code(412).send({ error: "session_full", message: "The session is full" });
      const { registered_count } = row;
      return reply.code(201).send({ session_id: id, status: "registered", position: null, registered_count });
    },
  );
}

interface NewSession {
  host_id: string;
  brand_id: string;
  title: string;
  scheduled_at: string;
  max_participants: number;
  metadata: object;
}

const columns = `
  s.id, s.host_id, s.brand_id, s.title, s.kind, s.category, s.scheduled_at, s.started_at, s.ended_at, s.status,
  s.stream_call_id, s.max_participants, s.recording_url, s.metadata, s.created_at, s.updated_at, s.registered_count,
  s.version`;

const isRegistered = (person: string) => `exists (
  select from live_registrations r where r.organization_id = s.organization_id and r.session_id = s.id
    and r.person_id = ${person} and r.status = 'registered') as is_registered`;

export const findSession: Statement = {
  name: "live_find",
  text: `select ${columns}, ${isRegistered("$3")} from live_sessions s where s.organization_id = $1 and s.id = $2`,
};

export const listSessions: Statement = {
  name: "live_list",
  text: `select ${columns}, ${isRegistered("$2")} from live_sessions s where s.organization_id = $1
    order by s.scheduled_at, s.id limit $3`,
};

const insertSession: Statement = {
  name: "live_insert",
  text: `insert into live_sessions as s (organization_id, id, created_by, host_id, brand_id, title, kind, scheduled_at,
      status, max_participants, metadata, registered_count, waitlisted_count, version, calendar_sequence, created_at,
      updated_at)
    values ($1, $2, $3, $4, $5, $6, 'live', $7, 'scheduled', $8, $9, 0, 0, 1, 0, $10, $10)
    returning ${columns}, false as is_registered`,
};

const updateSession: Statement = {
  name: "live_update",
  text: `update live_sessions s set title = $4, version = version + 1, updated_at = $5
    where organization_id = $1 and id = $2 returning ${columns}, ${isRegistered("$3")}`,
};

/** Locks, decides and writes at once, as only the first statement to wait for a row can do rightly. */
const claimSeat: Statement = {
  name: "live_claim",
  text: `with session as (
      update live_sessions set version = version + 1, registered_count = registered_count + 1
      where organization_id = $1 and id = $2 and status in ('scheduled', 'live')
        and registered_count < max_participants
      returning id, version, calendar_sequence, registered_count
    ), entry as (
      insert into live_registrations (organization_id, session_id, person_id, status, ticket, created_at)
      select $1, id, $3, 'registered', version, $4 from session
    ) select * from session`,
};

const present = (row: QueryResultRow) => ({
  ...row,
  duration_minutes:
    row.started_at && row.ended_at ? Math.floor((row.ended_at - row.started_at) / 60_000) : null,
});

const session = members({
  id: text,
  host_id: text,
  brand_id: text,
  title: text,
  kind: text,
  category: orNull(text),
  scheduled_at: instant,
  started_at: orNull(instant),
  ended_at: orNull(instant),
  status: text,
  stream_call_id: orNull(text),
  max_participants: integer,
  duration_minutes: orNull(integer),
  recording_url: orNull(text),
  metadata: free,
  created_at: instant,
  updated_at: instant,
  registered_count: integer,
  is_registered: truth,
});

const page = members({ data: list(session), next_cursor: orNull(text) });

const registration = members({
  session_id: text,
  status: text,
  position: orNull(integer),
  registered_count: integer,
});
