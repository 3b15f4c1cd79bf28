import type { BearerContext } from "#database/context.ts";
import { badInput } from "#kernel/errors.ts";
import type { Answer, Question, Submission } from "../../questions.ts";
import { lockSession } from "../../store.ts";
import { messageIn } from "../../templates/translation.ts";
import { checkOpen, giveAnswer, refusedValue } from "../answering.ts";
import { checkAnswer } from "../answers.ts";
import type { AnswerQuestion } from "../schema.ts";
import { type OwnSession, openSession } from "./get-own-session.ts";

/**
 * Stores an answer, in place of an earlier one. Null is the answer of whoever leaves an optional question without one,
 * and takes that of a required one back. The same answer again is no change, also once the session is over.
 */
export async function answerQuestion(
  context: BearerContext,
  id: string,
  { key, value }: AnswerQuestion,
): Promise<OwnSession> {
  const { organizationId, session, template } = await openSession(context, id, lockSession);
  const question = template.questions.find((one) => one.key === key);
  // Sent again, because its sender did not hear that it had come.
  if (question && isStored(session.submission, question, value)) return { session, template };
  checkOpen(session);
  if (!question)
    throw badInput("unprocessable", [{ pointer: "/key", detail: "is not one of the questions" }]);
  const checked = value === null ? { ok: true as const, answer: null } : checkAnswer(question, value);
  if (!checked.ok)
    throw refusedValue(messageIn(template.settings, session.language, question) ?? checked.reason);
  return giveAnswer(context, organizationId, { session, template }, question, checked.answer);
}

function isStored(submission: Submission, question: Question, value: Answer): boolean {
  if (!Object.hasOwn(submission, question.key)) return false;
  const stored = submission[question.key];
  if (value === null) return stored === null;
  const checked = checkAnswer(question, value);
  return checked.ok && JSON.stringify(checked.answer) === JSON.stringify(stored);
}
