import type { Transaction } from "#database/tenancy.ts";
import { isUuid, newId } from "#kernel/ids.ts";
import { cleanName } from "#kernel/text.ts";
import type { Room } from "../book.ts";
import { type Noted, noteConnection } from "../connections-store.ts";
import { type Heard, proceed } from "../course.ts";
import { endWhenDeserted, isPastItsEnd } from "../desertion.ts";
import { entryWindow } from "../entry.ts";
import { keyOf } from "../key.ts";
import type { Occurrence } from "../occurrence.ts";
import { bookParticipant, findParticipants, type ParticipantRow } from "../participants-store.ts";
import { type RoomRules, readSubject, roomsOf } from "../parts.ts";
import type { Happening } from "../record.ts";
import { lockRoom, type RoomRow } from "../rooms-store.ts";

/** Somebody of whom no name is known. */
const nameless = "Unknown";

/** Characters of a name that are kept. */
const longestName = 200;

/**
 * Notes what really happened in a room, whoever saw it: who was there when, and what follows from it for the session.
 * The same again, late, or in another order comes to the same, because each fact is kept by itself.
 */
export async function note(
  rules: RoomRules,
  tx: Transaction,
  place: Pick<Room, "organizationId" | "id">,
  occurrences: readonly Occurrence[],
  now: Date,
): Promise<void> {
  const room = await lockRoom(tx, place.organizationId, place.id);
  if (!room) return;
  const beginsWithHost = roomsOf(rules, room.product).begins === "with_host";
  const happenings: Happening[] = [];
  const began: Date[] = [];
  const ended: Date[] = [];
  let hasNewcomer = false;
  for (const occurrence of occurrences) {
    const { kind, at } = occurrence;
    if (kind === "began") began.push(at);
    if (kind === "ended" || (kind === "emptied" && (await isPastItsEnd(rules, tx, room, at)))) ended.push(at);
    if (kind === "recorded") await noteRecorded(rules, tx, room, occurrence.url, now);
    if (kind === "left") happenings.push(...newsOf(await noteLeft(tx, room, occurrence.connectionId, at)));
    if (kind !== "joined") continue;
    const participant = await whoJoined(tx, room, occurrence.participant, now);
    const noted = await noteJoined(tx, room, occurrence.connectionId, participant.id, at);
    happenings.push(...newsOf(noted));
    hasNewcomer ||= noted.before.joinedAt === null;
    if (beginsWithHost && participant.role === "host") began.push(at);
  }
  const beganAt = first(await onceOpen(rules, tx, room, began));
  const heard: Heard = { beganAt, endedAt: last(ended), hasNewcomer, happenings };
  const after = await proceed(rules, tx, room, heard, now);
  if (occurrences.some(({ kind }) => kind === "left")) await endWhenDeserted(rules, tx, after, now);
}

/** Those of these times at which the room was open: who tries a provider's link days before begins nothing. */
async function onceOpen(rules: RoomRules, tx: Transaction, room: RoomRow, times: Date[]): Promise<Date[]> {
  if (times.length === 0) return [];
  const subject = await readSubject(rules, tx, room);
  if (!subject) return times;
  const stateAt = (now: Date) =>
    entryWindow({ subject, beganAt: null, endedAt: null }, { ...rules, now, isOccupied: false }).state;
  return times.filter((at) => stateAt(at) !== "early");
}

const noteJoined = (tx: Transaction, room: RoomRow, id: string, participantId: string, joinedAt: Date) =>
  noteConnection(tx, room, { id, participantId, joinedAt, leftAt: null });

const noteLeft = (tx: Transaction, room: RoomRow, id: string, leftAt: Date) =>
  noteConnection(tx, room, { id, participantId: null, joinedAt: null, leftAt });

async function noteRecorded(
  rules: RoomRules,
  tx: Transaction,
  room: RoomRow,
  url: string,
  now: Date,
): Promise<void> {
  const product = roomsOf(rules, room.product);
  const subject = await product.read(tx, room.organizationId, room.sessionId);
  if (subject) await product.recorded?.(tx, subject, url, now);
}

/** What is known of a connection now and was not before; who left is known only once it is known who came. */
function newsOf({ before, after }: Noted): Happening[] {
  const { id: connectionId, participantId, joinedAt, leftAt } = after;
  if (!participantId || !joinedAt) return [];
  const telling = (at: Date) => ({ participantId, connectionId, at: at.toISOString() });
  const joined: Happening = { type: "rooms.participant.joined", more: telling(joinedAt) };
  const isNews = before.joinedAt === null;
  if (!leftAt) return isNews ? [joined] : [];
  const left: Happening = { type: "rooms.participant.left", more: telling(leftAt) };
  return [...(isNews ? [joined] : []), ...(isNews || before.leftAt === null ? [left] : [])];
}

/** Somebody of ours, or somebody whom only the provider knows. */
async function whoJoined(
  tx: Transaction,
  room: RoomRow,
  participant: Extract<Occurrence, { kind: "joined" }>["participant"],
  now: Date,
): Promise<ParticipantRow> {
  if ("key" in participant) return stranger(tx, room, participant.key, participant.name, now);
  const [known] = isUuid(participant.id) ? await findParticipants(tx, room, [participant.id]) : [];
  return known ?? stranger(tx, room, participant.id, nameless, now);
}

const stranger = (tx: Transaction, room: RoomRow, name: string, shown: string, now: Date) =>
  bookParticipant(tx, room, {
    ...{ id: newId(), key: keyOf.stranger(name), now },
    ...{ name: readable(shown), role: "participant" },
  });

/** Whatever a provider calls somebody, as a name that can be kept and shown. */
function readable(name: string): string {
  const clean = cleanName(
    name
      .slice(0, longestName)
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029]+/gu, " "),
  );
  return clean.ok ? clean.text : nameless;
}

const first = (times: readonly Date[]): Date | null =>
  times.length === 0 ? null : new Date(Math.min(...times.map(Number)));

const last = (times: readonly Date[]): Date | null =>
  times.length === 0 ? null : new Date(Math.max(...times.map(Number)));
