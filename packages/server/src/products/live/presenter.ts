import { minutes } from "#kernel/clock.ts";
import { formatInstant, formatOptionalInstant } from "#kernel/instant.ts";
import type { Registration } from "./registration-store.ts";
import type { SeenSession } from "./store.ts";

export const presentSession = (session: SeenSession) => ({
  id: session.id,
  host_id: session.hostId,
  brand_id: session.brandId,
  title: session.title,
  kind: session.kind,
  category: session.category,
  scheduled_at: formatInstant(session.scheduledAt),
  started_at: formatOptionalInstant(session.startedAt),
  ended_at: formatOptionalInstant(session.endedAt),
  status: session.status,
  stream_call_id: session.streamCallId,
  max_participants: session.maxParticipants,
  duration_minutes: durationOf(session),
  recording_url: session.recordingUrl,
  metadata: session.metadata,
  created_at: formatInstant(session.createdAt),
  updated_at: formatInstant(session.updatedAt),
  registered_count: session.registeredCount,
  is_registered: session.isRegistered,
});

export const presentRegistration = (registration: Registration) => ({
  session_id: registration.sessionId,
  status: registration.status,
  position: registration.position,
  registered_count: registration.registeredCount,
});

/** Whole minutes from start to end, or null before the end. Two servers' clocks may differ: never negative. */
function durationOf({ startedAt, endedAt }: SeenSession): number | null {
  if (!startedAt || !endedAt) return null;
  return Math.max(0, Math.floor((endedAt.getTime() - startedAt.getTime()) / minutes(1)));
}
