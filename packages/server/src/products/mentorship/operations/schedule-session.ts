import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { readInstant } from "#kernel/instant.ts";
import { newChannel } from "../channel.ts";
import { maySchedule } from "../policy.ts";
import type { ScheduleSession } from "../schema.ts";
import { findSession, insertSession, lockMentorship, type Session } from "../store.ts";

/** Schedules a session. Both people are told, because the event says so. */
export async function scheduleSession(context: Context, input: ScheduleSession): Promise<Session> {
  const { tx, actor, now } = context;
  const mentorship = await lockMentorship(tx, actor.organizationId, input.mentorshipId);
  if (!mentorship) throw notFound("mentorship");
  if (!maySchedule(actor, mentorship))
    throw refuse("forbidden", "it is another coach's mentorship, or your role is below Coach");
  if (mentorship.status !== "active") throw refuse("mentorship_not_active", `it is ${mentorship.status}`);
  const id = newId();
  await insertSession(tx, actor.organizationId, {
    id,
    mentorshipId: mentorship.id,
    scheduledAt: readInstant(input.scheduledAt),
    durationMinutes: input.durationMinutes ?? 60,
    timezone: input.timezone ?? "UTC",
    notes: input.notes ?? null,
    status: "scheduled",
    agoraChannel: newChannel(now),
    createdAt: now,
    updatedAt: now,
  });
  const payload = { sessionId: id, mentorshipId: mentorship.id };
  await append(context, { type: "mentorship.session.scheduled", subjectId: id, payload });
  const session = await findSession(tx, actor.organizationId, id);
  if (!session) throw new Error("the session just inserted is not there");
  return session;
}
