import { type Static, Type } from "typebox";
import { closed, Notes, nullable, oneOf, Uuid } from "#kernel/schema.ts";
import { reviewStatuses, sessionStatuses, verdicts } from "./lifecycle.ts";

/** An instant as this product's document shows it: whole seconds, in UTC. */
export const Seconds = () =>
  Type.String({ format: "date-time", description: "RFC 3339 in UTC, whole seconds" });

export const Submission = Type.Unsafe<Record<string, unknown>>({
  type: "object",
  additionalProperties: true,
  description: "Answers by the keys of their questions, in the order of the questions",
});

export const Session = Type.Object(
  {
    id: Uuid(),
    contactId: Uuid(),
    workflowTemplateId: Uuid(),
    submission: Submission,
    status: oneOf(sessionStatuses),
    reviewStatus: oneOf(reviewStatuses),
    reviewNotes: nullable(Type.String({ description: "Internal; no prospect sees them" })),
    reviewedAt: nullable(Seconds()),
    createdAt: Seconds(),
    updatedAt: Seconds(),
    expiresAt: Seconds(),
  },
  { $id: "ScreeningSession" },
);

export const Pagination = Type.Object(
  {
    page: Type.Integer(),
    limit: Type.Integer({ description: "As asked for, or the plan's maximum where that is lower" }),
    total: Type.Integer(),
    totalPages: Type.Integer({ description: "0 when there is nothing" }),
  },
  { $id: "Pagination" },
);

export const pageQuery = {
  page: Type.Optional(
    Type.Integer({ minimum: 1, default: 1, description: "A page beyond the last is empty" }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      default: 20,
      description: "More than the plan allows on one page is lowered to what it allows",
    }),
  ),
};

export const ListSessions = Type.Object({
  ...pageQuery,
  contactId: Type.Optional(Uuid()),
  workflowTemplateId: Type.Optional(Uuid()),
  status: Type.Optional(oneOf(sessionStatuses)),
  reviewStatus: Type.Optional(oneOf(reviewStatuses)),
});
export type ListSessions = Static<typeof ListSessions>;

export const ReviewSession = closed({
  reviewStatus: oneOf(verdicts),
  reviewNotes: Type.Optional(nullable(Notes({ description: "Internal; no prospect sees them." }))),
});
export type ReviewSession = Static<typeof ReviewSession>;

const SessionId = closed({ id: Uuid({ description: "Session UUID" }) });

export const sessionWire = {
  listSessions: {
    method: "GET",
    path: "/api/v1/sessions",
    operationId: "listScreeningSessions",
    summary: "List screening sessions, newest first",
    description:
      "Role Coach and up. Ordered by createdAt, the newest first, then by id. A session that is still unreviewed at its expiresAt is `expired` from that instant on, in this list and its filters too.",
    query: ListSessions,
    success: [
      200,
      Type.Object({ data: Type.Array(Type.Ref("ScreeningSession")), pagination: Type.Ref("Pagination") }),
    ],
    refusals: ["forbidden"],
  },
  getSession: {
    method: "GET",
    path: "/api/v1/sessions/:id",
    operationId: "getScreeningSession",
    summary: "One screening session with its whole submission",
    description: "Role Coach and up.",
    params: SessionId,
    success: [200, Type.Ref("ScreeningSession")],
    refusals: ["forbidden", "not_found"],
  },
  reviewSession: {
    method: "PATCH",
    path: "/api/v1/sessions/:id/review",
    operationId: "reviewScreeningSession",
    summary: "Approve or deny a completed screening session, once and for all",
    description:
      "Role Coach and up. Checked in this order: the body (422), the session (404), a review made before (409), its status (422). Of two reviewers at once, one is answered 200 and the other 409.",
    params: SessionId,
    body: ReviewSession,
    success: [200, Type.Ref("ScreeningSession")],
    refusals: ["forbidden", "not_found", "already_reviewed", "not_completed"],
  },
} as const;
