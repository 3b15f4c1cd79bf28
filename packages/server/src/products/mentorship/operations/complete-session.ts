import type { Transaction } from "#database/tenancy.ts";
import { appendByServer } from "#events/append.ts";
import { keyOf } from "#rooms/key.ts";
import type { Course } from "#rooms/subject.ts";
import { isHeldAs } from "../lifecycle.ts";
import { lockSession, updateSession } from "../store.ts";

/**
 * Marks a call as held that has ended in its room, where both its people have been in it. Told again, or of a call
 * that is over, it changes nothing.
 */
export async function completeSession(
  tx: Transaction,
  { organizationId, sessionId }: { organizationId: string; sessionId: string },
  { at, now, attended }: Course,
): Promise<void> {
  const session = await lockSession(tx, organizationId, sessionId);
  if (!session || !isHeldAs(session.status)) return;
  const { mentorshipId, mentorship, version } = session;
  if (!wereBothThere(mentorship, attended)) return;
  const completed = {
    ...session,
    ...{ status: "completed" as const, completedAt: at, updatedAt: now, version: version + 1 },
  };
  await updateSession(tx, organizationId, session, completed);
  appendByServer({ tx, organizationId, now, task: "rooms" }, [
    {
      type: "mentorship.session.completed",
      subjectId: sessionId,
      version: completed.version,
      payload: { sessionId, mentorshipId },
    },
  ]);
}

/** Whether coach and teacher are among these who have been in the room. */
export const wereBothThere = (
  { coachId, teacherId }: { coachId: string; teacherId: string },
  attended: readonly string[],
): boolean => [coachId, teacherId].every((id) => attended.includes(keyOf.person(id)));
