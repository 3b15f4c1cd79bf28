import type { Database, Transaction } from "#database/tenancy.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { callUid } from "../call-uid.ts";
import { idOf } from "../key.ts";
import type { Occurrence } from "../occurrence.ts";
import { note } from "../operations/note.ts";
import { bookParticipant, listParticipants } from "../participants-store.ts";
import { type RoomRules, roomsOf } from "../parts.ts";
import { findByReference, lockRoom, type RoomRow } from "../rooms-store.ts";
import type { Note } from "./notifications.ts";
import { knownComing } from "./same-coming.ts";

type Parts = RoomRules & { database: Database; clock: Clock };

/**
 * Notes what a provider says happened in the room that it calls so. With an organization, in its rooms alone; without
 * one, the operator's own account says it, and the room may be anybody's. A room that nobody knows is none of ours.
 */
export const noteByReference = (parts: Parts): Note => {
  const { database, clock } = parts;
  return async (organizationId, provider, reference, occurrences) => {
    const find = (tx: Transaction) => findByReference(tx, provider, reference);
    const place = await (organizationId === null
      ? database.asSystem(find)
      : database.asTenant(organizationId, find));
    if (!place) return;
    await database.asTenant(place.organizationId, async (tx) => {
      const room = await lockRoom(tx, place.organizationId, place.id);
      if (!room) return;
      const known: Occurrence[] = [];
      for (const occurrence of occurrences) {
        const named = await nameNumber(parts, tx, room, occurrence, clock());
        known.push(await knownComing(tx, room, named));
      }
      await note(parts, tx, place, known, clock());
    });
  };
};

const number = /^agora:(?<uid>\d{1,10})$/;

/** Agora says numbers, which follow from session and person: who it is is found by trying those whom it can be. */
async function nameNumber(
  rules: RoomRules,
  tx: Transaction,
  room: RoomRow,
  occurrence: Occurrence,
  now: Date,
): Promise<Occurrence> {
  if (occurrence.kind !== "joined" || !("key" in occurrence.participant)) return occurrence;
  const uid = Number(number.exec(occurrence.participant.key)?.groups?.uid);
  if (!uid) return occurrence;
  const isThem = ({ key }: { key: string }) => callUid(room.sessionId, idOf(key)) === uid;
  const booked = (await listParticipants(tx, room)).find(isThem);
  if (booked) return { ...occurrence, participant: { id: booked.id } };
  const product = roomsOf(rules, room.product);
  const subject = await product.read(tx, room.organizationId, room.sessionId);
  const expected = subject && (await product.expected(tx, subject)).find(isThem);
  if (!expected) return occurrence;
  const { key, role, name } = expected;
  const { id } = await bookParticipant(tx, room, { id: newId(), key, role, name: name ?? "Unknown", now });
  return { ...occurrence, participant: { id } };
}
