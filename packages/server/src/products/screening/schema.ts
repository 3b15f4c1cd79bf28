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

export const SessionId = closed({ id: Uuid({ description: "Session UUID" }) });

export const PageOfSessions = Type.Object({
  data: Type.Array(Type.Ref("ScreeningSession")),
  pagination: Type.Ref("Pagination"),
});
