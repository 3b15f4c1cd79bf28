import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { newId } from "#kernel/ids.ts";
import { readInstant } from "#kernel/instant.ts";
import type { CreateSession } from "../schema.ts";
import { insertSession, type SeenSession } from "../store.ts";

/** Creates a session, in the past too: what was held elsewhere can be entered afterwards. */
export async function createSession(context: Context, input: CreateSession): Promise<SeenSession> {
  const { tx, actor, now } = context;
  const session = {
    id: newId(),
    createdBy: actor.id,
    hostId: input.host_id,
    brandId: input.brand_id,
    title: input.title,
    kind: input.kind ?? "live",
    category: null,
    scheduledAt: readInstant(input.scheduled_at),
    startedAt: null,
    endedAt: null,
    status: "scheduled" as const,
    streamCallId: null,
    maxParticipants: input.max_participants,
    recordingUrl: null,
    metadata: input.metadata ?? {},
    registeredCount: 0,
    waitlistedCount: 0,
    version: 1,
    calendarSequence: 0,
    createdAt: now,
    updatedAt: now,
  };
  await insertSession(tx, actor.organizationId, session);
  const payload = { sessionId: session.id };
  append(context, { type: "live.session.created", subjectId: session.id, payload });
  return { ...session, isRegistered: false };
}
