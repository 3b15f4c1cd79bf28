import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { badInput, type FieldError, refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { findMembers, insertMentorship, type Mentorship } from "../mentorships-store.ts";
import { mayManageMentorships } from "../policy.ts";
import type { CreateMentorship } from "../schema.ts";

/** Brings a coach and a teacher of the organization together. */
export async function createMentorship(context: Context, input: CreateMentorship): Promise<Mentorship> {
  const { tx, actor, now } = context;
  const { coachId, teacherId, status = "pending" } = input;
  if (!mayManageMentorships(actor)) throw refuse("forbidden", "it takes the role Manager");
  const members = await findMembers(tx, actor.organizationId, [coachId, teacherId]);
  const roleOf = (id: string) => members.find((member) => member.id === id)?.role;
  const errors: FieldError[] = [];
  const coachRole = roleOf(coachId);
  if (!coachRole || coachRole === "Teacher") {
    errors.push({ pointer: "/coachId", detail: "must be a member with the role Coach or above" });
  }
  if (!roleOf(teacherId))
    errors.push({ pointer: "/teacherId", detail: "must be a member of the organization" });
  if (errors.length > 0) throw badInput("invalid_request", errors);
  const mentorship = { id: newId(), coachId, teacherId, status, version: 1, createdAt: now, updatedAt: now };
  await insertMentorship(tx, actor.organizationId, mentorship);
  const payload = { mentorshipId: mentorship.id, coachId, teacherId, status };
  append(context, { type: "mentorship.created", subjectId: mentorship.id, payload });
  return mentorship;
}
