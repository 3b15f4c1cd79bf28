import type { FastifyInstance } from "fastify";
import type { Pool, QueryResultRow } from "pg";
import { all, append, asked, one, type Statement, transact } from "./database.ts";
import { answers, free, integer, list, members, orNull, text } from "./shapes.ts";

/** The floor of screening. */
export function screening(app: FastifyInstance, pool: Pool): void {
  app.get<{ Params: { id: string } }>("/api/v1/sessions/:id", answers(200, session), async (request) => {
    const { organizationId } = asked(request);
    return present(await one(pool, findSession, [organizationId, request.params.id, new Date()]));
  });
  app.get<{ Querystring: { limit: string } }>("/api/v1/sessions", answers(200, page), async (request) => {
    const limit = Number(request.query.limit);
    const rows = await all(pool, listSessions, [asked(request).organizationId, new Date(), limit]);
    const total = rows[0]?.total ?? 0;
    const pagination = { page: 1, limit, total, totalPages: Math.ceil(total / limit) };
    return { data: rows.map(present), pagination };
  });
  app.patch<{ Params: { id: string }; Body: { reviewStatus: string; reviewNotes: string } }>(
    "/api/v1/sessions/:id/review",
    answers(200, session),
    async (request) => {
      const who = asked(request);
      const { id } = request.params;
      const { reviewStatus, reviewNotes } = request.body;
      const now = new Date();
      return transact(pool, async (client) => {
        const values = [who.organizationId, id, now, reviewStatus, reviewNotes, who.personId];
        const row = await one(client, reviewSession, values);
        const { contact_id: contactId, workflow_template_id: workflowTemplateId, version } = row;
        const payload = { sessionId: id, contactId, workflowTemplateId, reviewStatus };
        await append(
          client,
          who,
          { type: "screening.session.reviewed", subjectId: id, version, payload },
          now,
        );
        return present(row);
      });
    },
  );
}

/** $3, or $2 of the list, is the instant as of which a session is expired. */
const columns = (now: string) => `
  id, contact_id, workflow_template_id, submission,
  case when review_status = 'pending_review' and (expires_at <= ${now} or status = 'disqualified') then 'expired'
    else status end as status,
  review_status, review_notes, reviewed_at, version, created_at, updated_at, expires_at`;

export const findSession: Statement = {
  name: "screening_find",
  text: `select ${columns("$3")} from screening_sessions where organization_id = $1 and id = $2`,
};

export const listSessions: Statement = {
  name: "screening_list",
  text: `select (select count(*)::int from screening_sessions where organization_id = $1) as total, ${columns("$2")}
    from screening_sessions where organization_id = $1 order by created_at desc, id limit $3`,
};

const reviewSession: Statement = {
  name: "screening_review",
  text: `update screening_sessions set review_status = $4, review_notes = $5, reviewed_by = $6, reviewed_at = $3,
      version = version + 1, updated_at = $3
    where organization_id = $1 and id = $2 and review_status = 'pending_review' and status = 'completed'
      and expires_at > $3
    returning ${columns("$3")}`,
};

/** To the second, as the contract shows instants. */
const seconds = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

const present = (row: QueryResultRow) => ({
  id: row.id,
  contactId: row.contact_id,
  workflowTemplateId: row.workflow_template_id,
  submission: row.submission,
  status: row.status,
  reviewStatus: row.review_status,
  reviewNotes: row.review_notes,
  reviewedAt: row.reviewed_at && seconds(row.reviewed_at),
  createdAt: seconds(row.created_at),
  updatedAt: seconds(row.updated_at),
  expiresAt: seconds(row.expires_at),
});

const session = members({
  id: text,
  contactId: text,
  workflowTemplateId: text,
  submission: free,
  status: text,
  reviewStatus: text,
  reviewNotes: orNull(text),
  reviewedAt: orNull(text),
  createdAt: text,
  updatedAt: text,
  expiresAt: text,
});

const page = members({
  data: list(session),
  pagination: members({ page: integer, limit: integer, total: integer, totalPages: integer }),
});
