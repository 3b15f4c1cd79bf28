import type { Context } from "#database/context.ts";
import type { Database, Transaction } from "#database/tenancy.ts";
import { append } from "#events/append.ts";
import { type Actor, isPerson } from "#kernel/actor.ts";
import { plus } from "#kernel/clock.ts";
import { notFound, Refusal, refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { ensureRoom } from "#rooms/ensure-room.ts";
import { early } from "#rooms/entry.ts";
import { handOver } from "#rooms/operations/hand-over.ts";
import { issueTicket } from "#rooms/operations/issue-ticket.ts";
import { bookParticipant } from "#rooms/participants-store.ts";
import type { RoomParts } from "#rooms/parts.ts";
import type { JoinDetails, ProviderName } from "#rooms/provider-port.ts";
import { roomOf } from "#rooms/recognition.ts";
import type { Entrant, RoomSubject } from "#rooms/subject.ts";
import { setStreamCall } from "../room-store.ts";
import { liveRooms } from "../rooms.ts";

/** With what somebody joins a live session, wherever it is held. */
export interface Joining {
  token: string;
  callId: string;
  provider: ProviderName;
  expiresAt: Date;
  userId: string;
  /** Where to connect; null where the provider's own client knows. */
  url: string | null;
  /** Stream's. */
  apiKey: string | null;
  callType: string | null;
}

/** A request to join before its transaction. */
interface Preparing {
  database: Database;
  actor: Actor | null;
  now: Date;
  /** Null where it carries no Idempotency-Key. */
  repeatable: { isAnswered(tx: Transaction): Promise<boolean> } | null;
}

/**
 * Makes the call at its provider where it is not there yet, and a token for it, between transactions: the call's id is
 * its room's, so that it is one however many join at once. Null for a session in our own rooms, and for a request that
 * was answered before.
 */
export async function prepareJoining(
  { database, actor, now, repeatable }: Preparing,
  rooms: RoomParts,
  id: string,
): Promise<JoinDetails | null> {
  if (!actor) return null;
  const { organizationId } = actor;
  const place = await database.asTenant(organizationId, async (tx) => {
    if (await repeatable?.isAnswered(tx)) return null;
    const { subject, entrant } = await requireAdmission(tx, actor, id, now);
    if (subject.provider === "built_in") return null;
    if (entrant.enters === "when_called") throw refuse("session_not_open", "it is not your turn yet");
    const row = await ensureRoom(rooms, tx, subject, now);
    const { key, role, name } = entrant;
    const participant = await bookParticipant(tx, row, { id: newId(), key, role, name: name ?? key, now });
    if (participant.removedAt) throw new Refusal("room_removed");
    return { room: roomOf(row, subject), participantId: participant.id };
  });
  return place && handOver(rooms, place.room, place.participantId);
}

/** Writes the call's id where the session has none, and answers with what was prepared; else with a ticket of ours. */
export async function joinSession(
  context: Context,
  rooms: RoomParts,
  id: string,
  prepared: JoinDetails | null,
): Promise<Joining> {
  const { tx, actor, now } = context;
  const { subject } = await requireAdmission(tx, actor, id, now);
  if (prepared === null) {
    if (subject.provider === "built_in") return joinOwnRoom(context, rooms, id);
    throw refuse("provider_unavailable", "another provider was chosen at this moment; try again");
  }
  const nothing = { url: null, apiKey: null, callType: null };
  if (prepared.provider === "stream") {
    const { token, callId, expiresAt, userId, apiKey, callType, provider } = prepared;
    const change = await setStreamCall(tx, actor.organizationId, id, callId, now);
    if (change) {
      const { version, status, calendarSequence: sequence } = change;
      const payload = { sessionId: id, changed: ["stream_call_id"], status, sequence };
      append(context, { type: "live.session.edited", subjectId: id, version, payload });
    }
    return { ...nothing, token, callId, expiresAt, userId, apiKey, callType, provider };
  }
  if (prepared.provider !== "livekit") throw new Error(`live sessions are not held at ${prepared.provider}`);
  const { token, expiresAt, url, provider, callId, userId } = prepared;
  return { ...nothing, token, expiresAt, url, provider, callId, userId };
}

async function joinOwnRoom(context: Context, rooms: RoomParts, id: string): Promise<Joining> {
  const shown = { pathId: id, invitationId: null, name: null };
  const issued = await issueTicket(rooms, { ...context, person: null }, shown);
  const { ticket: token, expiresAt, socketUrl: url, participantId: userId } = issued;
  return { token, callId: id, provider: "built_in", expiresAt, userId, url, apiKey: null, callType: null };
}

/**
 * Hosts come from 15 minutes before the start, everybody who has a seat once the session is live. Refuses the others
 * with 403, and 412 whoever it is too early or too late for.
 */
async function requireAdmission(
  tx: Transaction,
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ subject: RoomSubject; entrant: Entrant }> {
  const subject = await liveRooms.read(tx, actor.organizationId, id);
  if (!subject) throw notFound("session");
  if (!isPerson(actor)) throw refuse("forbidden", "joining is for people, not for an API key");
  const entrant = await liveRooms.recognise(tx, subject, actor);
  const { state, startsAt } = subject;
  const isEarlyHost = state === "ahead" && entrant.role === "host" && now >= plus(startsAt, -early);
  if (state === "running" || isEarlyHost) return { subject, entrant };
  const reason = { ahead: "it has not begun", over: "it has ended", canceled: "it was cancelled" } as const;
  throw refuse("session_not_open", reason[state as keyof typeof reason]);
}
