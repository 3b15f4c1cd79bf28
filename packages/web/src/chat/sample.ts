import type { Answer, Question, Session } from "./session.ts";

/** A question that does not matter but for what is given. */
export const ask = (key: string, rest: Partial<Question> = {}): Question => ({
  key,
  label: `${key}?`,
  type: "short_text",
  required: true,
  ...rest,
});

/** A session as the server would answer it. */
export const sessionOf = (
  questions: Question[],
  asked: string[],
  submission: Record<string, Answer>,
  rest: Partial<Session> = {},
): Session => ({
  id: "11111111-1111-4111-8111-111111111111",
  status: "active",
  reviewStatus: "pending_review",
  language: "en",
  submission,
  questions,
  asked,
  nextQuestion: null,
  ending: null,
  continueUrl: "https://convene.example/c/x/continue/y",
  statusUrl: "https://convene.example/status/y",
  createdAt: "2026-02-12T10:30:00Z",
  updatedAt: "2026-02-12T10:30:00Z",
  expiresAt: "2026-03-14T10:30:00Z",
  ...rest,
});
