import type { BearerContext } from "#database/context.ts";
import { appendFor } from "#events/append.ts";
import { badInput, notFound } from "#kernel/errors.ts";
import { disqualify } from "../answering.ts";
import { mergeContact, recogniseContact } from "../contact.ts";
import { reviewableUntil } from "../lifecycle.ts";
import { completedBy } from "../path.ts";
import { enter, prospectOf } from "../prospect.ts";
import { contactFacts, type Question } from "../questions.ts";
import { lockSession, type Session } from "../store.ts";
import { checkStep, saveSession } from "../transition.ts";
import { type OwnSession, templateOf } from "./get-own-session.ts";

/**
 * Completes a session whose required questions are answered, and finds out whose it is. What is optional and open is
 * left without an answer, which may disqualify. Finishing again, such as by a second click, changes nothing.
 */
export async function finishSession(context: BearerContext, id: string): Promise<OwnSession> {
  const { tx, now } = context;
  const organizationId = await enter(context, id);
  const before = await lockSession(tx, organizationId, id, now);
  if (!before) throw notFound("session");
  const template = await templateOf(tx, organizationId, before);
  if (before.status === "completed") return { session: before, template };
  checkStep(before.status, "completed");
  const { questions } = template;
  const { submission, missing, asked, disqualified } = completedBy(questions, before.submission);
  if (missing.length > 0) {
    const errors = missing.map((key) => ({ pointer: `/submission/${key}`, detail: "has no answer" }));
    throw badInput("unprocessable", errors);
  }
  const lastKey = asked.at(-1)?.key ?? "";
  const session =
    disqualified === null
      ? await complete(context, organizationId, { ...before, submission }, questions)
      : await disqualify(context, organizationId, before, submission, lastKey);
  return { session, template };
}

async function complete(
  context: BearerContext,
  organizationId: string,
  before: Session,
  questions: readonly Question[],
): Promise<Session> {
  const { id, contactId: ownId, workflowTemplateId, submission } = before;
  const author = prospectOf(id);
  const facts = contactFacts(questions, submission);
  const contactId = await recogniseContact(context, organizationId, author, ownId, facts);
  const after: Session = {
    ...before,
    contactId,
    status: "completed",
    storedStatus: "completed",
    expiresAt: reviewableUntil(before),
  };
  const session = await saveSession(context, organizationId, before, after);
  if (contactId !== ownId) await mergeContact(context, organizationId, author, ownId, contactId);
  await appendFor(context, organizationId, author, {
    type: "screening.session.completed",
    subjectId: id,
    version: session.version,
    payload: { sessionId: id, contactId, workflowTemplateId },
  });
  return session;
}
