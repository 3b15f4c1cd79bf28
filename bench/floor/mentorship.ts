import type { FastifyInstance } from "fastify";
import type { Pool, QueryResultRow } from "pg";
import { all, append, asked, insertKey, newId, one, type Statement, transact } from "./database.ts";
import { answers, instant, integer, list, members, orNull, text, truth } from "./shapes.ts";

/** The floor of mentorship: its documented routes by the fewest plain statements. */
export function mentorship(app: FastifyInstance, pool: Pool): void {
  reading(app, pool);
  scheduling(app, pool);
  changing(app, pool);
}

function reading(app: FastifyInstance, pool: Pool): void {
  app.get<{ Params: { id: string } }>("/api/sessions/:id", answers(200, item), async (request) => {
    const { organizationId } = asked(request);
    return { data: present(await one(pool, findSession, [organizationId, request.params.id])) };
  });
  app.get<{ Querystring: { limit: string; offset?: string } }>(
    "/api/sessions",
    answers(200, members({ data: list(session), meta: members({ total_count: integer }) })),
    async (request) => {
      const { limit, offset = 0 } = request.query;
      const rows = await all(pool, listSessions, [asked(request).organizationId, limit, offset]);
      return { data: rows.map(present), meta: { total_count: rows[0]?.total } };
    },
  );
}

function scheduling(app: FastifyInstance, pool: Pool): void {
  app.post<{ Body: Plan }>("/api/sessions", answers(201, item), async (request, reply) => {
    const who = asked(request);
    const now = new Date();
    const id = newId(now);
    const { mentorshipId, scheduledAt, durationMinutes, timezone, notes } = request.body;
    const key = request.headers["idempotency-key"];
    const answer = await transact(pool, async (client) => {
      const channel = `ms_${id.slice(24)}_${now.getTime()}`;
      const planned = [mentorshipId, scheduledAt, durationMinutes, timezone, notes];
      const values = [who.organizationId, id, ...planned, channel, now];
      const data = present(await one(client, insertSession, values));
      const payload = { sessionId: id, mentorshipId };
      const event = { type: "mentorship.session.scheduled", subjectId: id, version: 1, payload };
      await append(client, who, event, now);
      const stored = JSON.stringify({ headers: {}, body: { data } });
      const route = "POST /api/sessions";
      await all(client, insertKey, [who.organizationId, who.personId, route, key, "-", 201, stored, now]);
      return { data };
    });
    return reply.code(201).send(answer);
  });
}

function changing(app: FastifyInstance, pool: Pool): void {
  app.patch<{ Params: { id: string }; Body: { notes: string } }>(
    "/api/sessions/:id",
    answers(200, item),
    async (request) => {
      const who = asked(request);
      const { id } = request.params;
      const now = new Date();
      return transact(pool, async (client) => {
        const row = await one(client, updateSession, [who.organizationId, id, request.body.notes, now]);
        const payload = { sessionId: id, mentorshipId: row.mentorship_id, changed: ["notes"] };
        const event = { type: "mentorship.session.edited", subjectId: id, version: row.version, payload };
        await append(client, who, event, now);
        return { data: present(row) };
      });
    },
  );
  app.post<{ Params: { id: string }; Body: { emoji: string } }>(
    "/api/sessions/:id/reactions",
    answers(200, members({ success: truth })),
    async (request) => {
      const { organizationId, personId } = asked(request);
      const { id } = request.params;
      const { mentorship_id: mentorshipId } = await one(pool, findSession, [organizationId, id]);
      const payload = {
        sessionId: id,
        mentorshipId,
        emoji: request.body.emoji,
        userId: personId,
        sentAt: new Date(),
      };
      const message = { organizationId, type: "mentorship.reaction.sent", payload };
      await all(pool, notify, [JSON.stringify(message)]);
      return { success: true };
    },
  );
}

interface Plan {
  mentorshipId: string;
  scheduledAt: string;
  durationMinutes: number;
  timezone: string;
  notes: string;
}

const columns = `
  s.id, s.mentorship_id, s.scheduled_at, s.duration_minutes, s.timezone, s.notes, s.status, s.agora_channel,
  s.cancelled_at, s.cancelled_by, s.completed_at, s.version, s.created_at, s.updated_at,
  m.coach_id, m.teacher_id, m.status as mentorship_status, m.created_at as mentorship_created_at,
  m.updated_at as mentorship_updated_at,
  c.email as coach_email, c.first_name as coach_first_name, c.last_name as coach_last_name,
  c.avatar_url as coach_avatar_url,
  t.email as teacher_email, t.first_name as teacher_first_name, t.last_name as teacher_last_name,
  t.avatar_url as teacher_avatar_url`;

const joined = `
  join mentorships m on m.organization_id = s.organization_id and m.id = s.mentorship_id
  join people c on c.id = m.coach_id
  join people t on t.id = m.teacher_id`;

export const findSession: Statement = {
  name: "mentorship_find",
  text: `select ${columns} from mentorship_sessions s ${joined} where s.organization_id = $1 and s.id = $2`,
};

export const listSessions: Statement = {
  name: "mentorship_list",
  text: `select (select count(*)::int from mentorship_sessions where organization_id = $1) as total, ${columns}
    from mentorship_sessions s ${joined} where s.organization_id = $1
    order by s.scheduled_at, s.id limit $2 offset $3`,
};

export const insertSession: Statement = {
  name: "mentorship_insert",
  text: `with s as (
      insert into mentorship_sessions (organization_id, id, mentorship_id, scheduled_at, duration_minutes, timezone,
        notes, status, agora_channel, version, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $7, 'scheduled', $8, 1, $9, $9) returning *
    ) select ${columns} from s ${joined}`,
};

const updateSession: Statement = {
  name: "mentorship_update",
  text: `with s as (
      update mentorship_sessions set notes = $3, version = version + 1, updated_at = $4
      where organization_id = $1 and id = $2 returning *
    ) select ${columns} from s ${joined}`,
};

const notify: Statement = { name: "notify", text: "select pg_notify('floor_announcements', $1)" };

const present = (row: QueryResultRow) => ({
  id: row.id,
  mentorshipId: row.mentorship_id,
  scheduledAt: row.scheduled_at,
  durationMinutes: row.duration_minutes,
  timezone: row.timezone,
  notes: row.notes,
  status: row.status,
  agoraChannel: row.agora_channel,
  cancelledAt: row.cancelled_at,
  cancelledBy: row.cancelled_by,
  completedAt: row.completed_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  mentorship: {
    id: row.mentorship_id,
    coachId: row.coach_id,
    teacherId: row.teacher_id,
    status: row.mentorship_status,
    createdAt: row.mentorship_created_at,
    updatedAt: row.mentorship_updated_at,
  },
  coach: {
    id: row.coach_id,
    email: row.coach_email,
    firstName: row.coach_first_name,
    lastName: row.coach_last_name,
    avatarUrl: row.coach_avatar_url,
  },
  teacher: {
    id: row.teacher_id,
    email: row.teacher_email,
    firstName: row.teacher_first_name,
    lastName: row.teacher_last_name,
    avatarUrl: row.teacher_avatar_url,
  },
});

const person = members({
  id: text,
  email: text,
  firstName: text,
  lastName: text,
  avatarUrl: orNull(text),
});

const session = members({
  id: text,
  mentorshipId: text,
  scheduledAt: instant,
  durationMinutes: integer,
  timezone: text,
  notes: orNull(text),
  status: text,
  agoraChannel: orNull(text),
  cancelledAt: orNull(instant),
  cancelledBy: orNull(text),
  completedAt: orNull(instant),
  createdAt: instant,
  updatedAt: instant,
  mentorship: members({
    id: text,
    coachId: text,
    teacherId: text,
    status: text,
    createdAt: instant,
    updatedAt: instant,
  }),
  coach: person,
  teacher: person,
});

const item = members({ data: session });
