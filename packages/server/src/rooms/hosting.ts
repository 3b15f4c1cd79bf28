import type { ReadContext } from "#database/context.ts";
import type { Transaction } from "#database/tenancy.ts";
import { hasScope, isAtLeast } from "#kernel/actor.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import type { Room } from "./book.ts";
import { findParticipants, type ParticipantRow } from "./participants-store.ts";
import { type RoomParts, type RoomRules, readSubject, roomsOf } from "./parts.ts";
import { recogniseAgain, roomOf } from "./recognition.ts";
import { lockRoom, type RoomRow } from "./rooms-store.ts";
import type { RoomSubject } from "./subject.ts";
import { findIn } from "./visitor.ts";

/** A locked room, with its session as it is at this moment. */
export interface LockedRoom {
  row: RoomRow;
  room: Room;
}

type Place = Pick<Room, "organizationId" | "id">;

/**
 * The session by the id in its address, for its hosts and for Manager and up. Refuses (403) everybody else, and a key
 * without the product's scope, and with 404 where there is no such session.
 */
export async function requireHosted(
  parts: Pick<RoomParts, "products">,
  context: ReadContext,
  pathId: string,
  access: "read" | "write",
): Promise<RoomSubject> {
  const { tx, actor } = context;
  const subject = await findIn(parts, context, actor.organizationId, pathId);
  if (!subject) throw notFound("session");
  const { product } = subject;
  if (!hasScope(actor, `${product}:${access}`)) {
    throw refuse("insufficient_scope", `it needs the scope ${product}:${access}`);
  }
  if (isAtLeast(actor, "Manager")) return subject;
  const { role } = await roomsOf(parts, product).recognise(tx, subject, actor);
  if (role !== "host") throw refuse("forbidden", "it is for hosts, and for Manager and up");
  return subject;
}

/** The room with its row locked. Refuses (404) where it, or its session, is no longer. */
export async function lock(rules: RoomRules, tx: Transaction, place: Place): Promise<LockedRoom> {
  const row = await lockRoom(tx, place.organizationId, place.id);
  const subject = row && (await readSubject(rules, tx, row));
  if (!row || !subject) throw notFound("room");
  return { row, room: roomOf(row, subject) };
}

/** The same for what hosts alone may do: `by` is the host's participant, whom the product still takes for one. */
export async function lockAsHost(
  rules: RoomRules,
  tx: Transaction,
  place: Place,
  by: string,
): Promise<LockedRoom & { host: ParticipantRow }> {
  const locked = await lock(rules, tx, place);
  const [host] = await findParticipants(tx, place, [by]);
  const entries = host && (await recogniseAgain(rules, tx, locked.room, [host]));
  if (!host || entries?.get(by)?.participant.role !== "host")
    throw refuse("forbidden", "hosts alone may do this");
  return { ...locked, host };
}

/** Somebody of the room. */
export async function requireParticipant(
  tx: Transaction,
  place: Place,
  participantId: string,
): Promise<ParticipantRow> {
  const [participant] = await findParticipants(tx, place, [participantId]);
  if (!participant) throw notFound("participant");
  return participant;
}
