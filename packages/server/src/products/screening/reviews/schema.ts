import { type Static, Type } from "typebox";
import { closed, nullable, oneOf, Uuid } from "#kernel/schema.ts";
import { queueStates, reviewStatuses, sessionStatuses, templateStatuses } from "../lifecycle.ts";
import { questionTypes } from "../questions.ts";
import { Seconds, Session } from "../schema.ts";

/** Most sessions on one page of the queue: each comes with all that was answered. */
const longestPage = 50;

const Answered = Type.Object({
  key: Type.String(),
  label: Type.String({ description: "As it was when the session began, in the template's language" }),
  type: oneOf(questionTypes),
  value: Type.Unknown({
    description: "As in the submission: null where the question was asked and left without an answer",
  }),
  currency: Type.Optional(Type.String({ description: "ISO 4217, of money" })),
});

const EarlierSession = Type.Object({
  id: Uuid(),
  status: oneOf(sessionStatuses),
  reviewStatus: oneOf(reviewStatuses),
  createdAt: Seconds(),
});

const Reviewer = Type.Object({
  id: Type.String(),
  name: nullable(Type.String({ description: "Null where an API key decided" })),
});

export const QueueItem = Type.Object(
  {
    ...Session.properties,
    state: oneOf(queueStates, { description: "Status, review and end in one word" }),
    waitingSince: nullable(Seconds()),
    templateName: Type.String(),
    contact: Type.Object({
      id: Uuid(),
      name: nullable(Type.String()),
      email: nullable(Type.String()),
      phone: nullable(Type.String()),
    }),
    answers: Type.Array(Answered, {
      description:
        "The submission as it is to be read: what the template shows reviewers first, then the rest in the order of the questions",
    }),
    earlierSessions: Type.Array(EarlierSession, {
      description: "Of the same contact on the same template, the newest first; at most 20",
    }),
    reviewedBy: nullable(Reviewer),
    erasedAt: nullable(Seconds()),
  },
  {
    $id: "ScreeningQueueItem",
    description:
      "A session as reviewers read it. waitingSince is when its prospect finished; erasedAt, when its personal data was erased.",
  },
);

export const ListQueue = Type.Object({
  state: Type.Optional(oneOf(queueStates, { default: "waiting" })),
  workflowTemplateId: Type.Optional(Uuid()),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: longestPage,
      default: 20,
      description: "More than the plan allows on one page is lowered to what it allows",
    }),
  ),
  cursor: Type.Optional(
    Type.String({ maxLength: 500, description: "`meta.next_cursor` of the page before" }),
  ),
});
export type ListQueue = Static<typeof ListQueue>;

export const PageOfQueue = Type.Object({
  data: Type.Array(Type.Ref("ScreeningQueueItem")),
  meta: Type.Object({ next_cursor: nullable(Type.String({ description: "Null on the last page" })) }),
});

const counts = {
  waiting: Type.Integer({ description: "Completed, unreviewed and not expired" }),
  approved: Type.Integer(),
  denied: Type.Integer(),
  active: Type.Integer({ description: "Being answered" }),
  expired: Type.Integer({ description: "Unreviewed at its expiresAt; without the disqualified ones" }),
  disqualified: Type.Integer({
    description: "Ended politely by an answer; the sessions API calls it expired",
  }),
};

export const Counts = Type.Object({
  data: Type.Array(
    Type.Object({
      workflowTemplateId: Uuid(),
      name: Type.String(),
      slug: Type.String(),
      status: oneOf(templateStatuses),
      ...counts,
    }),
    { description: "The templates with the most waiting sessions first, then by name; at most 200" },
  ),
  total: Type.Object(counts, { description: "Of all templates" }),
});

export const FileId = closed({ id: Uuid({ description: "Of an answer that is a file" }) });

export const ExportSessions = Type.Object({
  contactId: Type.Optional(Uuid()),
  workflowTemplateId: Type.Optional(
    Uuid({ description: "With it each question of the template has a column of its own" }),
  ),
  status: Type.Optional(oneOf(sessionStatuses)),
  reviewStatus: Type.Optional(oneOf(reviewStatuses)),
});
export type ExportSessions = Static<typeof ExportSessions>;
