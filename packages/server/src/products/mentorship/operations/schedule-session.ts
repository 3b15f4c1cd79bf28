import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { readInstant } from "#kernel/instant.ts";
import { newChannel } from "../channel.ts";
import { maySchedule } from "../policy.ts";
import type { ScheduleSession } from "../schema.ts";

import { insertSession, lockPair, type Session } from "../store.ts";

import { findWarnings, type Warning } from "./find-warnings.ts";

/** Schedules a session. Both people are told, because the event says so. */
export async function scheduleSession(
  context: Context,
  input: ScheduleSession,
): Promise<{ session: Session; warnings: Warning[] }> {
  const { tx, actor, now } = context;
  const pair = await lockPair(tx, actor.organizationId, input.mentorshipId);
  if (!pair) throw notFound("mentorship");
  const { mentorship } = pair;
  if (!maySchedule(actor, mentorship))
    throw refuse("forbidden", "it is another coach's mentorship, or your role is below Coach");
  if (mentorship.status !== "active") throw refuse("mentorship_not_active", `it is ${mentorship.status}`);
  const session: Session = {
    ...pair,
    id: newId(),
    mentorshipId: mentorship.id,
    scheduledAt: readInstant(input.scheduledAt),
    durationMinutes: input.durationMinutes ?? 60,
    timezone: input.timezone ?? "UTC",
    notes: input.notes ?? null,
    status: "scheduled",
    agoraChannel: newChannel(now),
    ...{ cancelledAt: null, cancelledBy: null, completedAt: null },
    ...{ version: 1, createdAt: now, updatedAt: now },
  };
  const payload = { sessionId: session.id, mentorshipId: mentorship.id };
  append(context, { type: "mentorship.session.scheduled", subjectId: session.id, payload });
  // Both in one round trip. The insert comes last: what is asked after one that failed fails with it.
  const [warnings] = await Promise.all([
    findWarnings(context, session),
    insertSession(tx, actor.organizationId, session),
  ]);
  return { session, warnings };
}
