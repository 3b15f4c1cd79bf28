import { type Static, Type } from "typebox";
import { closed, nullable, oneOf, Uuid } from "#kernel/schema.ts";
import { reviewStatuses, sessionStatuses } from "./lifecycle.ts";
import { Seconds, Submission } from "./schema.ts";

/** All that a prospect sees of a session: the decision, never the notes behind it. */
const own = {
  id: Uuid(),
  status: oneOf(sessionStatuses),
  reviewStatus: oneOf(reviewStatuses),
  submission: Submission,
  questions: Type.Array(Type.Ref("ScreeningQuestion"), {
    description: "As they were when the session began",
  }),
  nextQuestion: nullable(Type.Ref("ScreeningQuestion")),
  createdAt: Seconds(),
  updatedAt: Seconds(),
  expiresAt: Seconds(),
};

export const ProspectSession = Type.Object(own, {
  $id: "ProspectSession",
  description:
    "A prospect's own view. nextQuestion is the first without an answer while the session is active, else null.",
});

export const StartedSession = Type.Object({
  ...own,
  token: Type.String({
    description: "The prospect's credential for this session, as a bearer token. Shown this once.",
  }),
});

const AnswerValue = Type.Union([
  Type.String(),
  Type.Number(),
  Type.Boolean(),
  Type.Array(Type.String(), { maxItems: 100 }),
]);

export const AnswerQuestion = closed({
  key: Type.String({ description: "The question's key" }),
  value: nullable(AnswerValue),
});
export type AnswerQuestion = Static<typeof AnswerQuestion>;

export const WorkflowSlug = closed({ slug: Type.String({ description: "Of the workflow template" }) });
