import type { PublicContext } from "#database/context.ts";
import type { Transaction } from "#database/tenancy.ts";
import { appendFor } from "#events/append.ts";
import { badInput, type Refusal, refuse } from "#kernel/errors.ts";
import { mergeContact, recogniseContact } from "../contacts/contact.ts";
import { wholeSecond } from "../lifecycle.ts";
import { followPath, withAnswer } from "../path.ts";
import { type Answer, contactFacts, isFile, type Question, type Submission } from "../questions.ts";
import type { Session } from "../store.ts";
import { saveSession } from "../transition.ts";
import { keepFiles } from "./file-store.ts";
import type { OwnSession } from "./operations/get-own-session.ts";
import { prospectOf } from "./prospect.ts";

/**
 * Stores a checked answer of a locked session that is open, and drops what the answer made unreachable. One that
 * disqualifies ends the session. Refuses an answer to what is not asked along the path, and one too many.
 */
export async function giveAnswer(
  context: PublicContext,
  organizationId: string,
  { session: before, template }: OwnSession,
  question: Question,
  answer: Answer,
): Promise<OwnSession> {
  const { questions } = template;
  checkAsked(template, before, question);
  const submission = withAnswer(questions, before.submission, question, answer);
  if (!submission) throw refusedValue("makes the submission too long");
  if (JSON.stringify(submission) === JSON.stringify(before.submission)) return { session: before, template };
  const { disqualified } = followPath(questions, submission);
  const step = disqualified === null ? saveAnswer : disqualify;
  const own = { session: before, template };
  const session = await step(context, organizationId, own, submission, question.key);
  if (Object.values(before.submission).some(isFile)) await dropFiles(context.tx, organizationId, session);
  return { session, template };
}

/** A file goes with the answer that it was. */
async function dropFiles(
  tx: Transaction,
  organizationId: string,
  { id, submission }: Session,
): Promise<void> {
  const files = Object.values(submission).filter(isFile);
  await keepFiles(
    tx,
    organizationId,
    id,
    files.map((file) => file.id),
  );
}

async function saveAnswer(
  context: PublicContext,
  organizationId: string,
  { session: before }: OwnSession,
  submission: Submission,
  key: string,
): Promise<Session> {
  const session = await saveSession(context, organizationId, before, { ...before, submission });
  const { id, contactId, workflowTemplateId, version } = session;
  appendFor(context, organizationId, prospectOf(id), {
    type: "screening.session.answered",
    subjectId: id,
    version,
    payload: { sessionId: id, contactId, workflowTemplateId, key },
  });
  return session;
}

/**
 * Ends a session politely, because of the answer to this question. Nobody reviews it, and to everybody but its
 * prospect it is expired from now on.
 */
export async function disqualify(
  context: PublicContext,
  organizationId: string,
  { session: before, template }: OwnSession,
  submission: Submission,
  key: string,
): Promise<Session> {
  const after: Session = {
    ...before,
    submission,
    status: "expired",
    storedStatus: "disqualified",
    expiresAt: wholeSecond(context.now),
  };
  const session = await end(context, organizationId, before, after, template);
  const { id, contactId, workflowTemplateId, version } = session;
  appendFor(context, organizationId, prospectOf(id), {
    type: "screening.session.disqualified",
    subjectId: id,
    version,
    payload: { sessionId: id, contactId, workflowTemplateId, key },
  });
  return session;
}

/** Writes a session that takes no more answers, and finds out whose it is. */
export async function end(
  context: PublicContext,
  organizationId: string,
  before: Session,
  after: Session,
  { questions }: Pick<OwnSession["template"], "questions">,
): Promise<Session> {
  const { id, contactId: ownId } = before;
  const author = prospectOf(id);
  const facts = contactFacts(questions, after.submission);
  const contactId = await recogniseContact(context, organizationId, author, ownId, facts);
  const session = await saveSession(context, organizationId, before, { ...after, contactId });
  if (contactId !== ownId) await mergeContact(context, organizationId, author, ownId, contactId);
  return session;
}

/** Refuses to answer what is not asked along the path of the answers that were given. */
export function checkAsked(
  { questions }: Pick<OwnSession["template"], "questions">,
  { submission }: Session,
  question: Question,
): void {
  if (followPath(questions, submission).asked.includes(question)) return;
  const detail = "is not asked after the answers that were given";
  throw badInput("unprocessable", [{ pointer: "/key", detail }]);
}

/** Refuses to answer a session that is over. */
export function checkOpen({ status }: Session): void {
  if (status !== "active") throw refuse("refused_transition", `the session is ${status}`);
}

export const refusedValue = (detail: string): Refusal =>
  badInput("unprocessable", [{ pointer: "/value", detail }]);
