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

const StartedSession = Type.Object({
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

const AnswerQuestion = closed({
  key: Type.String({ description: "The question's key" }),
  value: nullable(AnswerValue),
});
export type AnswerQuestion = Static<typeof AnswerQuestion>;

const SessionId = closed({ id: Uuid({ description: "Session UUID" }) });
const knock = "An unknown id and a wrong token are the same 404.";

export const prospectWire = {
  startSession: {
    method: "POST",
    path: "/api/public/workflows/:slug/sessions",
    operationId: "startProspectSession",
    summary: "Start a screening session as a prospect",
    description: "Anyone can; the workflow must be published. A session expires after 30 days.",
    params: closed({ slug: Type.String({ description: "Of the workflow template" }) }),
    success: [201, StartedSession],
    refusals: ["not_found"],
  },
  getOwnSession: {
    method: "GET",
    path: "/api/public/screening-sessions/:id",
    operationId: "getProspectSession",
    summary: "A prospect's own session: answers so far, what comes next, the decision",
    description: knock,
    params: SessionId,
    success: [200, Type.Ref("ProspectSession")],
    refusals: ["not_found"],
  },
  answerQuestion: {
    method: "POST",
    path: "/api/public/screening-sessions/:id/answers",
    operationId: "answerQuestion",
    summary: "Answer a question, or change its answer",
    description: `${knock} The value's type is the question's: text for short_text (one line, at most 200 characters), long_text (at most 2,000), email, phone, date (YYYY-MM-DD) and one_of; a number for number and money (at most two decimals, not negative unless min says so); a boolean for yes_no; an array for several_of. Null takes the answer back. A whole submission has at most 100,000 characters as JSON.`,
    params: SessionId,
    body: AnswerQuestion,
    success: [200, Type.Ref("ProspectSession")],
    refusals: ["not_found", "refused_transition", "conflict"],
  },
  finishSession: {
    method: "POST",
    path: "/api/public/screening-sessions/:id/finish",
    operationId: "finishProspectSession",
    summary: "Finish a session, so that it can be reviewed",
    description: `${knock} Every required question must have an answer, else 422 names the missing ones. Finishing again changes nothing.`,
    params: SessionId,
    success: [200, Type.Ref("ProspectSession")],
    refusals: ["not_found", "refused_transition", "conflict"],
  },
} as const;
