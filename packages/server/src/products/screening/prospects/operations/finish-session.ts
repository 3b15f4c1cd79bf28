import type { BearerContext } from "#database/context.ts";
import { appendFor } from "#events/append.ts";
import { badInput } from "#kernel/errors.ts";
import { reviewableUntil } from "../../lifecycle.ts";
import { completedBy } from "../../path.ts";
import type { Submission } from "../../questions.ts";
import { lockSession, type Session } from "../../store.ts";
import { checkStep } from "../../transition.ts";
import { disqualify, end } from "../answering.ts";
import { prospectOf } from "../prospect.ts";
import { type OwnSession, openSession } from "./get-own-session.ts";

/**
 * Completes a session whose required questions are answered, and finds out whose it is. What is optional and open is
 * left without an answer, which may disqualify. Finishing again, such as by a second click, changes nothing.
 */
export async function finishSession(context: BearerContext, id: string): Promise<OwnSession> {
  const { organizationId, session: before, template } = await openSession(context, id, lockSession);
  if (before.status === "completed") return { session: before, template };
  checkStep(before.status, "completed");
  const { submission, missing, asked, disqualified } = completedBy(template.questions, before.submission);
  if (missing.length > 0) {
    const errors = missing.map((key) => ({ pointer: `/submission/${key}`, detail: "has no answer" }));
    throw badInput("unprocessable", errors);
  }
  const lastKey = asked.at(-1)?.key ?? "";
  const own = { session: before, template };
  const session =
    disqualified === null
      ? await complete(context, organizationId, own, submission)
      : await disqualify(context, organizationId, own, submission, lastKey);
  return { session, template };
}

async function complete(
  context: BearerContext,
  organizationId: string,
  { session: before, template }: OwnSession,
  submission: Submission,
): Promise<Session> {
  const after: Session = {
    ...before,
    submission,
    status: "completed",
    storedStatus: "completed",
    expiresAt: reviewableUntil(before),
  };
  const session = await end(context, organizationId, before, after, template);
  const { id, contactId, workflowTemplateId, version } = session;
  appendFor(context, organizationId, prospectOf(id), {
    type: "screening.session.completed",
    subjectId: id,
    version,
    payload: { sessionId: id, contactId, workflowTemplateId },
  });
  return session;
}
