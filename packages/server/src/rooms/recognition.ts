import type { Statements, Transaction } from "#database/tenancy.ts";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/errors.ts";
import type { BookedParticipant, Entry, Room } from "./book.ts";
import { readKey } from "./key.ts";
import { findRemovedKeys, type ParticipantRow, updateRole } from "./participants-store.ts";
import { type RoomRules, roomsOf } from "./parts.ts";
import { isToBeHeldAnew } from "./reopening.ts";
import type { RoomRow } from "./rooms-store.ts";
import type { Entrant, RoomSubject } from "./subject.ts";

/** A room as it stands, with what its session is: one that has begun, or ended, in its room does so for everybody. */
export function roomOf(row: RoomRow, subject: RoomSubject): Room {
  const { id, organizationId } = row;
  const { beganAt, endedAt } = isToBeHeldAnew(row, subject) ? { beganAt: null, endedAt: null } : row;
  const isOpen = subject.state === "ahead" || subject.state === "running";
  const state = isOpen && endedAt ? "over" : subject.state === "ahead" && beganAt ? "running" : subject.state;
  return { id, organizationId, subject: { ...subject, state }, beganAt, endedAt };
}

/** How somebody may enter now, whom a host may have admitted before. */
export function entersNow(
  { subject }: Pick<Room, "subject">,
  { enters }: Pick<Entrant, "enters">,
  { admittedAt }: Pick<ParticipantRow, "admittedAt">,
): Entrant["enters"] {
  const isFree = admittedAt !== null || (enters === "when_running" && subject.state === "running");
  return isFree ? "at_once" : enters;
}

/**
 * Who of these participants may be in the room now and how, as the session's product sees them at this moment; who may
 * not, or was removed, is left out. Writes roles that have changed.
 */
export async function recogniseAgain(
  rules: RoomRules,
  tx: Transaction,
  room: Room,
  rows: readonly ParticipantRow[],
): Promise<Map<string, Pick<Entry, "participant" | "enters" | "ahead">>> {
  const here = rows.filter(({ removedAt }) => removedAt === null);
  const personIds = here.flatMap(({ key }) => readKey(key).personId ?? []);
  const actors = await rules.findActors(tx, room.organizationId, personIds);
  const all = await roomsOf(rules, room.subject.product).recogniseAll?.(tx, room.subject, [
    ...actors.values(),
  ]);
  const known: { row: ParticipantRow; entrant: Entrant }[] = [];
  for (const row of here) {
    const entrant = all
      ? all.get(readKey(row.key).personId ?? "")
      : await recogniseKey(rules, tx, room.subject, row.key, actors);
    if (entrant) known.push({ row, entrant });
  }
  const isPutOut = await findPutOut(
    tx,
    room,
    known.map(({ entrant }) => entrant),
  );
  const entries = new Map<string, Pick<Entry, "participant" | "enters" | "ahead">>();
  for (const { row, entrant } of known) {
    if (isPutOut(entrant)) continue;
    if (entrant.role !== row.role) await updateRole(tx, room, row.id, entrant.role);
    const { ahead } = entrant;
    const participant = participantOf({ ...row, role: entrant.role }, row);
    entries.set(row.id, { participant, enters: entersNow(room, entrant, row), ahead });
  }
  return entries;
}

/**
 * Tells of each of these whether a host put them out when they came in another way: nobody comes back by the link that
 * they have beside their account, or the other way round. Hosts do, whose link somebody else may have used.
 */
export async function findPutOut(
  tx: Statements,
  place: Pick<Room, "organizationId" | "id">,
  entrants: readonly Entrant[],
): Promise<(entrant: Entrant) => boolean> {
  const otherKeyOf = ({ role, otherKey }: Entrant) => (role === "host" ? null : (otherKey ?? null));
  const keys = entrants.flatMap((entrant) => otherKeyOf(entrant) ?? []);
  const removed = keys.length === 0 ? new Set<string>() : await findRemovedKeys(tx, place, keys);
  return (entrant) => removed.has(otherKeyOf(entrant) ?? "");
}

/** A viewer whom a host has let speak does so; everybody else does anyway. */
function participantOf(
  { id, key, name, role, speaks, agreed }: BookedParticipant,
  before: BookedParticipant,
): BookedParticipant {
  // Whoever was more than a viewer spoke by that; whether a host let them speak besides, only the row knows.
  const mayStillSpeak = role !== "viewer" || (before.role === "viewer" && speaks);
  return { id, key, name, role, speaks: mayStillSpeak, agreed };
}

async function recogniseKey(
  rules: RoomRules,
  tx: Transaction,
  subject: RoomSubject,
  key: string,
  actors: ReadonlyMap<string, Actor>,
): Promise<Entrant | null> {
  const product = roomsOf(rules, subject.product);
  const { personId, invitationId } = readKey(key);
  if (invitationId) return (await product.recogniseGuest?.(tx, subject, invitationId)) ?? null;
  const actor = personId === null ? undefined : actors.get(personId);
  return actor ? recogniseMember(rules, tx, subject, actor) : null;
}

/** Null where the product refuses them. */
export async function recogniseMember(
  rules: Pick<RoomRules, "products">,
  tx: Statements,
  subject: RoomSubject,
  actor: Actor,
): Promise<Entrant | null> {
  try {
    return await roomsOf(rules, subject.product).recognise(tx, subject, actor);
  } catch (fault) {
    if (fault instanceof Refusal && (fault.status === 403 || fault.status === 404)) return null;
    throw fault;
  }
}
