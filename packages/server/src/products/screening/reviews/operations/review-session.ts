import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { isPerson } from "#kernel/actor.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { formatSeconds } from "#kernel/instant.ts";
import { reviewAllows } from "../../lifecycle.ts";
import { mayReview } from "../../policy.ts";
import type { ReviewSession } from "../../schema.ts";
import { lockSession, type Session } from "../../store.ts";
import { saveSession } from "../../transition.ts";
import { findReviewer } from "../reviewer.ts";

/** Approves or denies a completed session. That is final: the row lock lets one of two reviewers through. */
export async function reviewSession(context: Context, id: string, review: ReviewSession): Promise<Session> {
  const { tx, actor, now } = context;
  const { reviewStatus, reviewNotes = null } = review;
  if (!mayReview(actor)) throw refuse("forbidden", "it takes the role Coach");
  const before = await lockSession(tx, actor.organizationId, id, now);
  if (!before) throw notFound("session");
  if (!reviewAllows(before.reviewStatus, reviewStatus))
    throw refuse("already_reviewed", await decisionInWords(context, before));
  if (before.status !== "completed") throw refuse("not_completed", `it is ${before.status}`);
  const after = { ...before, reviewStatus, reviewNotes, reviewedAt: now, reviewedBy: actor.id };
  const session = await saveSession(context, actor.organizationId, before, after);
  const { contactId, workflowTemplateId, version } = session;
  const payload = { sessionId: id, contactId, workflowTemplateId, reviewStatus };
  append(context, { type: "screening.session.reviewed", subjectId: id, version, payload });
  return session;
}

/** Who decided before, and when; an API key is not told of people. */
async function decisionInWords({ tx, actor }: Context, session: Session): Promise<string> {
  const { reviewStatus, reviewedBy, reviewedAt } = session;
  const reviewer = isPerson(actor) ? await findReviewer(tx, reviewedBy) : null;
  const who = reviewedBy === actor.id ? "you" : reviewer?.name;
  const when = reviewedAt ? ` at ${formatSeconds(reviewedAt)}` : "";
  return `it was ${reviewStatus}${who ? ` by ${who}` : ""}${when}, and a review is final`;
}
