import type { BearerContext } from "#database/context.ts";
import { notFound } from "#kernel/errors.ts";
import { enter } from "../prospect.ts";
import type { Question } from "../questions.ts";
import { findSession, type Session } from "../store.ts";
import { findQuestions } from "../template-store.ts";

export interface OwnSession {
  session: Session;
  /** As they were when the session began. */
  questions: Question[];
}

/** A prospect's own session as of now. */
export async function getOwnSession(context: BearerContext, id: string): Promise<OwnSession> {
  const { tx, now } = context;
  const organizationId = await enter(context, id);
  const session = await findSession(tx, organizationId, id, now);
  if (!session) throw notFound("session");
  const { workflowTemplateId, questionsVersion } = session;
  return {
    session,
    questions: await findQuestions(tx, organizationId, workflowTemplateId, questionsVersion),
  };
}
