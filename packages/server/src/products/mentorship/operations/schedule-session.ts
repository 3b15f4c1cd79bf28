import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { readInstant } from "#kernel/instant.ts";
import { newChannel } from "../channel.ts";
import { maySchedule } from "../policy.ts";
import type { ScheduleSession } from "../schema.ts";
import { findOverlaps, insertSession, lockPair, type Session } from "../store.ts";
import { type Warning, warningsOf } from "./find-warnings.ts";

/** Schedules a session. Both people are told, because the event says so. */
export async function scheduleSession(
  context: Context,
  input: ScheduleSession,
): Promise<{ session: Session; warnings: Warning[] }> {
  const { tx, actor, now } = context;
  const { organizationId } = actor;
  const session = {
    id: newId(),
    mentorshipId: input.mentorshipId,
    scheduledAt: readInstant(input.scheduledAt),
    durationMinutes: input.durationMinutes ?? 60,
    timezone: input.timezone ?? "UTC",
    notes: input.notes ?? null,
    status: "scheduled" as const,
    agoraChannel: newChannel(now),
    ...{ cancelledAt: null, cancelledBy: null, completedAt: null },
    ...{ version: 1, createdAt: now, updatedAt: now },
  };
  // All in one round trip: what is refused below is undone with its transaction. The insert comes last, for what is asked
  // after one that failed fails with it, and counts last.
  const locking = lockPair(tx, organizationId, session.mentorshipId);
  const finding = findOverlaps(tx, organizationId, session);
  const inserting = insertSession(tx, organizationId, session);
  inserting.catch(() => {});
  const [pair, overlaps] = await Promise.all([locking, finding]);
  if (!pair) throw notFound("mentorship");
  const { mentorship } = pair;
  if (!maySchedule(actor, mentorship))
    throw refuse("forbidden", "it is another coach's mentorship, or your role is below Coach");
  if (mentorship.status !== "active") throw refuse("mentorship_not_active", `it is ${mentorship.status}`);
  await inserting;
  const payload = { sessionId: session.id, mentorshipId: mentorship.id };
  append(context, { type: "mentorship.session.scheduled", subjectId: session.id, payload });
  return { session: { ...session, ...pair }, warnings: warningsOf(overlaps) };
}
