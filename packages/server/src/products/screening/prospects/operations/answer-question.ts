import type { BearerContext } from "#database/context.ts";
import { badInput } from "#kernel/errors.ts";
import type { Answer, Question, Submission } from "../../questions.ts";
import { lockSession } from "../../store.ts";
import { messageIn } from "../../templates/translation.ts";
import { checkOpen, giveAnswer, refusedValue } from "../answering.ts";
import { type CheckedAnswer, checkAnswer } from "../answers.ts";
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
  const checked = question && checkValue(question, value);
  // Sent again, because its sender did not hear that it had come.
  if (checked?.ok && isStored(session.submission, key, checked.answer)) return { session, template };
  checkOpen(session);
  if (!question || !checked)
    throw badInput("unprocessable", [{ pointer: "/key", detail: "is not one of the questions" }]);
  if (!checked.ok)
    throw refusedValue(messageIn(template.settings, session.language, question) ?? checked.reason);
  return giveAnswer(context, organizationId, { session, template }, question, checked.answer);
}

const checkValue = (question: Question, value: Answer): CheckedAnswer =>
  value === null ? { ok: true, answer: null } : checkAnswer(question, value);

const isStored = (submission: Submission, key: string, answer: Answer): boolean =>
  Object.hasOwn(submission, key) && JSON.stringify(submission[key]) === JSON.stringify(answer);
