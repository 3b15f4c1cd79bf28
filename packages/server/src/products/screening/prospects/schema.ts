import { type Static, Type } from "typebox";
import { closed, nullable, oneOf, Uuid } from "#kernel/schema.ts";
import { reviewStatuses, sessionStatuses } from "../lifecycle.ts";
import { Seconds, Submission } from "../schema.ts";

const endings = ["completed", "disqualified", "expired"] as const;

/** All that a prospect sees of a session: the decision, never the notes behind it. */
const own = {
  id: Uuid(),
  status: oneOf(sessionStatuses),
  reviewStatus: oneOf(reviewStatuses),
  language: Type.String({ description: "A BCP 47 tag: in which the questions are" }),
  submission: Submission,
  questions: Type.Array(Type.Ref("ProspectQuestion"), {
    description: "As they were when the session began",
  }),
  asked: Type.Array(Type.String(), {
    description: "Keys of the questions that the answers so far lead through, in their order",
  }),
  nextQuestion: nullable(Type.Ref("ProspectQuestion")),
  ending: nullable(
    Type.Object(
      {
        kind: oneOf(endings),
        text: nullable(Type.String({ description: "The author's words; null where there are none" })),
      },
      { description: "How the session ended; null while it can be answered" },
    ),
  ),
  statusUrl: Type.String({ description: "A page that says what became of the answers" }),
  continueUrl: Type.String({
    description: "Goes on with the session on another device: whoever has it is the prospect",
  }),
  createdAt: Seconds(),
  updatedAt: Seconds(),
  expiresAt: Seconds(),
};

export const ProspectSession = Type.Object(own, {
  $id: "ProspectSession",
  description:
    "A prospect's own view. nextQuestion is the first of the asked ones that nothing was said to, not even null, while the session is active; else null.",
});

export const StartedSession = Type.Object({
  ...own,
  token: Type.String({
    description: "The prospect's credential for this session, as a bearer token.",
  }),
});

export const StartSession = closed({
  altcha: Type.Optional(
    Type.String({
      maxLength: 4_000,
      description:
        "The solution of the proof of work on the workflow's page, as ALTCHA's clients send it: base64 of JSON. Without one fewer sessions start in a minute from one address.",
    }),
  ),
  language: Type.Optional(
    Type.String({
      maxLength: 100,
      description: "A BCP 47 tag; the template's own language where it has no such translation",
    }),
  ),
});
export type StartSession = Static<typeof StartSession>;

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

export const UploadFile = closed({
  key: Type.String({ description: "The question's key; the file comes after it" }),
});

export const WorkflowSlug = closed({ slug: Type.String({ description: "Of the workflow template" }) });
