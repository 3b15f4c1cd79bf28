import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { type MentorshipStatus, mentorshipAllows } from "../lifecycle.ts";
import { lockMentorship, type Mentorship, updateMentorship as saveMentorship } from "../mentorships-store.ts";
import { mayManageMentorships } from "../policy.ts";

/** Activates, pauses, resumes or ends a mentorship. Setting the status that it has is no change. */
export async function updateMentorship(
  context: Context,
  id: string,
  status: MentorshipStatus,
): Promise<Mentorship> {
  const { tx, actor, now } = context;
  const before = await lockMentorship(tx, actor.organizationId, id);
  if (!before) throw notFound("mentorship");
  if (!mayManageMentorships(actor)) throw refuse("forbidden", "it takes the role Manager");
  if (before.status === status) return before;
  if (!mentorshipAllows(before.status, status)) {
    throw refuse("refused_transition", `a mentorship that is ${before.status} cannot become ${status}`);
  }
  const after = await saveMentorship(tx, actor.organizationId, before, status, now);
  if (!after) throw refuse("conflict", "the mentorship was changed by somebody else at the same moment");
  const { coachId, teacherId, version } = after;
  const payload = { mentorshipId: id, coachId, teacherId, status };
  append(context, { type: "mentorship.status_changed", subjectId: id, version, payload });
  return after;
}
