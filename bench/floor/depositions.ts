import type { FastifyInstance } from "fastify";
import type { Pool, QueryResultRow } from "pg";
import { issuer } from "../ground/convene.ts";
import { all, append, asked, newId, one, type Statement, transact } from "./database.ts";
import { answers, decimal, instant, integer, list, members, orNull, text } from "./shapes.ts";

/** The floor of depositions. */
export function depositions(app: FastifyInstance, pool: Pool): void {
  app.get<{ Params: { id: string } }>("/api/v1/session_requests/:id", answers(200, item), async (request) => {
    const { organizationId } = asked(request);
    return { requests: [present(await one(pool, findSession, [organizationId, request.params.id]))] };
  });
  app.get<{ Querystring: { limit: string } }>(
    "/api/v1/session_requests",
    answers(200, page),
    async (request) => {
      const limit = Number(request.query.limit);
      const rows = await all(pool, listSessions, [asked(request).organizationId, limit]);
      const total = rows[0]?.total ?? 0;
      const pagination = { page: 1, limit, total, totalPages: Math.ceil(total / limit) };
      return { requests: rows.map(present), pagination };
    },
  );
  app.post<{ Body: NewSession }>("/api/v1/session_requests", answers(201, item), async (request, reply) => {
    const who = asked(request);
    const now = new Date();
    const { remote_session: planned, deponent, invites: invited } = request.body.session_request;
    const emails = [...invited, deponent.email];
    const startsAt = `${planned.start_date}T${planned.start_time}Z`;
    const row = await transact(pool, async (client) => {
      const { id } = await one(client, takeSlug, [planned.remote_session_id]);
      const about = [planned.title, planned.start_date, planned.start_time, planned.time_zone, startsAt];
      const inserted = await one(client, insertSession, [
        ...[who.organizationId, id, planned.remote_session_id, ...about],
        ...[deponent.name, deponent.email, deponent.role, process.versions.tz, now],
      ]);
      const ids = emails.map(() => newId(now));
      await all(client, insertInvites, [who.organizationId, id, ids, emails]);
      const event = { subjectId: String(id), version: 1, payload: { sessionId: id } };
      await append(client, who, { type: "depositions.session.scheduled", ...event }, now);
      return inserted;
    });
    const invites = emails.map((email) => ({ email, access_level: "participant" }));
    return reply.code(201).send({ requests: [present({ ...row, invites })] });
  });
  app.patch<{ Params: { slug: string }; Body: { remote_session: { title: string } } }>(
    "/api/v1/sessions/:slug",
    answers(200, item),
    async (request) => {
      const who = asked(request);
      const now = new Date();
      const { title } = request.body.remote_session;
      return transact(pool, async (client) => {
        const row = await one(client, updateSession, [who.organizationId, request.params.slug, title, now]);
        const event = { subjectId: String(row.id), version: row.version, payload: { sessionId: row.id } };
        await append(client, who, { type: "depositions.session.edited", ...event }, now);
        return { requests: [present(row)] };
      });
    },
  );
}

interface NewSession {
  session_request: {
    invites: string[];
    deponent: Record<"name" | "email" | "role", string>;
    remote_session: Record<"title" | "remote_session_id" | "start_date" | "start_time" | "time_zone", string>;
  };
}

const own = `
  d.id, d.state, d.remote_session_id, d.title, d.case_name, d.start_date, d.start_time, d.time_zone,
  d.estimated_duration, d.session_type, d.deponent_name, d.deponent_email, d.deponent_role, d.language,
  d.preferred_manager, d.video_provider, d.notice, d.cancelation_requested_at, d.version`;

const columns = `${own}, (
    select json_agg(json_build_object('email', i.email, 'access_level', i.access_level) order by i.position)
    from deposition_invites i
    where i.organization_id = d.organization_id and i.deposition_id = d.id and i.removed_at is null
  ) as invites`;

export const findSession: Statement = {
  name: "depositions_find",
  text: `select ${columns} from depositions d where d.organization_id = $1 and d.id = $2`,
};

export const listSessions: Statement = {
  name: "depositions_list",
  text: `select (select count(*)::int from depositions where organization_id = $1) as total, ${columns}
    from depositions d where d.organization_id = $1 order by d.created_at desc, d.id desc limit $2`,
};

const takeSlug: Statement = {
  name: "depositions_slug",
  text: `insert into session_slugs (slug, deposition_id) values ($1, nextval('deposition_ids'))
    returning deposition_id as id`,
};

const insertSession: Statement = {
  name: "depositions_insert",
  text: `insert into depositions as d (organization_id, id, state, remote_session_id, title, start_date, start_time,
      time_zone, starts_at, zone_rules, estimated_duration, session_type, deponent_name, deponent_email, deponent_role,
      language, cancel_without_email, version, created_at, updated_at)
    values ($1, $2, 'scheduled', $3, $4, $5, $6, $7, $8, $12, 1.25, 'remote_deposition', $9, $10, $11, 'en-US', false, 1,
      $13, $13)
    returning ${own}`,
};

const insertInvites: Statement = {
  name: "depositions_invites",
  text: `insert into deposition_invites (organization_id, id, deposition_id, position, email, access_level, wants_host)
    select $1, invite.id, $2, invite.position - 1, invite.email, 'participant', false
    from unnest($3::uuid[], $4::text[]) with ordinality as invite (id, email, position)`,
};

const updateSession: Statement = {
  name: "depositions_update",
  text: `update depositions d set title = $3, version = version + 1, updated_at = $4
    where d.organization_id = $1 and d.remote_session_id = $2 and d.state = 'scheduled' returning ${columns}`,
};

const present = (row: QueryResultRow) => ({
  id: row.id,
  session_state: row.state,
  session_url: row.state === "canceled" ? null : `${issuer}/sessions/${row.remote_session_id}`,
  remote_session_id: row.remote_session_id,
  session_request: {
    session_type: row.session_type,
    deponent: { name: row.deponent_name, email: row.deponent_email, role: row.deponent_role },
    invites: row.invites.map(({ email, access_level }: Record<string, string>) =>
      access_level === "host" ? { email, access_level } : { email },
    ),
  },
  remote_session: {
    title: row.title,
    case: row.case_name,
    start_date: row.start_date,
    start_time: row.start_time,
    time_zone: row.time_zone,
    estimated_duration: row.estimated_duration,
  },
  session_details: {
    language: row.language,
    preferred_manager: row.preferred_manager,
    video_provider: row.video_provider,
    session_type: row.session_type,
  },
  notice: row.notice,
  cancelation_requested: row.cancelation_requested_at,
  provider_specific_details: null,
});

const session = members({
  id: integer,
  session_state: text,
  session_url: orNull(text),
  remote_session_id: orNull(text),
  session_request: members({
    session_type: text,
    deponent: members({ name: text, email: text, role: text }),
    invites: list(members({ email: text, access_level: text }, ["access_level"])),
  }),
  remote_session: members({
    title: text,
    case: orNull(text),
    start_date: text,
    start_time: text,
    time_zone: text,
    estimated_duration: decimal,
  }),
  session_details: members({
    language: text,
    preferred_manager: orNull(text),
    video_provider: orNull(text),
    session_type: orNull(text),
  }),
  notice: orNull(text),
  cancelation_requested: orNull(instant),
  provider_specific_details: orNull(text),
});

const item = members({ requests: list(session) });

const page = members({
  requests: list(session),
  pagination: members({ page: integer, limit: integer, total: integer, totalPages: integer }),
});
