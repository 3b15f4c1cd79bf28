import type { BearerContext } from "#database/context.ts";
import { appendFor } from "#events/append.ts";
import { badInput, notFound, refuse } from "#kernel/errors.ts";
import { checkAnswer } from "../answers.ts";
import { enter, prospectOf } from "../prospect.ts";
import type { AnswerQuestion } from "../prospect-schema.ts";
import { type Answer, type Question, withAnswer } from "../questions.ts";
import { lockSession } from "../store.ts";
import { findQuestions } from "../template-store.ts";
import { saveSession } from "../transition.ts";
import type { OwnSession } from "./get-own-session.ts";

/** Stores an answer, in place of an earlier one; null takes it back. The same answer again is no change. */
export async function answerQuestion(
  context: BearerContext,
  id: string,
  { key, value }: AnswerQuestion,
): Promise<OwnSession> {
  const { tx, now } = context;
  const organizationId = await enter(context, id);
  const before = await lockSession(tx, organizationId, id, now);
  if (!before) throw notFound("session");
  if (before.status !== "active") throw refuse("refused_transition", `the session is ${before.status}`);
  const { contactId, workflowTemplateId, questionsVersion } = before;
  const questions = await findQuestions(tx, organizationId, workflowTemplateId, questionsVersion);
  const answer = checkedAnswer(questions, key, value);
  const submission = withAnswer(questions, before.submission, key, answer);
  if (!submission) throw refusedValue("makes the submission too long");
  if (JSON.stringify(submission) === JSON.stringify(before.submission)) return { session: before, questions };
  const session = await saveSession(context, organizationId, before, { ...before, submission });
  const payload = { sessionId: id, contactId, workflowTemplateId, key };
  await appendFor(context, organizationId, prospectOf(id), {
    type: "screening.session.answered",
    subjectId: id,
    version: session.version,
    payload,
  });
  return { session, questions };
}

function checkedAnswer(questions: readonly Question[], key: string, value: Answer | null): Answer | null {
  const question = questions.find((one) => one.key === key);
  if (!question)
    throw badInput("unprocessable", [{ pointer: "/key", detail: "is not one of the questions" }]);
  if (value === null) return null;
  const checked = checkAnswer(question, value);
  if (!checked.ok) throw refusedValue(checked.reason);
  return checked.answer;
}

const refusedValue = (detail: string) => badInput("unprocessable", [{ pointer: "/value", detail }]);
