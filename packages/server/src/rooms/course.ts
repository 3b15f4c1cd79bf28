import type { Transaction } from "#database/tenancy.ts";
import { setTimer } from "#events/jobs.ts";
import { minutes, plus } from "#kernel/clock.ts";
import { isOccupied, readOccupancy } from "./connections-store.ts";
import { type RoomRules, roomsOf } from "./parts.ts";
import { type Happening, record, signal } from "./record.ts";
import { type RoomRow, updateCourse } from "./rooms-store.ts";
import { tendTimer } from "./subscribers.ts";

/** How long after its end what happened in a room may still be heard of before its report is final, in milliseconds. */
const settling = minutes(5);

/** What was heard of a room. */
export interface Heard {
  beganAt: Date | null;
  endedAt: Date | null;
  /** Somebody was there of whom nothing was known. */
  hasNewcomer: boolean;
  happenings: readonly Happening[];
}

/**
 * Writes what was heard of a locked room, with its events, and tells the session's product what follows. The earliest
 * beginning counts and the latest end, so that it does not matter in which order, or how often, things are heard.
 */
export async function proceed(
  rules: RoomRules,
  tx: Transaction,
  before: RoomRow,
  heard: Heard,
  now: Date,
): Promise<RoomRow> {
  const beganAt = pick(before.beganAt, heard.beganAt, Math.min);
  const endedAt = pick(before.endedAt, heard.endedAt, Math.max);
  const hasBegun = differs(before.beganAt, beganAt);
  const hasEnded = differs(before.endedAt, endedAt);
  const after = { ...before, beganAt, endedAt };
  if (hasBegun || hasEnded) await updateCourse(tx, after);
  const happenings: Happening[] = [
    ...(!before.beganAt && beganAt ? [{ type: "rooms.began" } as const] : []),
    ...heard.happenings,
    ...(!before.endedAt && endedAt ? [{ type: "rooms.ended" } as const] : []),
  ];
  await record(tx, after, happenings, now);
  if (hasBegun || hasEnded || (endedAt && heard.hasNewcomer)) await tellProduct(rules, tx, after, now);
  if (hasBegun || hasEnded) signal(tx, after);
  return endedAt ? finish(tx, after, now) : after;
}

/** All of it each time: a product may hear of the end before the beginning, or of both before somebody who was there. */
async function tellProduct(rules: RoomRules, tx: Transaction, room: RoomRow, now: Date): Promise<void> {
  const { organizationId, sessionId, beganAt, endedAt } = room;
  const product = roomsOf(rules, room.product);
  const subject = await product.read(tx, organizationId, sessionId);
  if (!subject) return;
  const { attended } = await readOccupancy(tx, room);
  if (beganAt) await product.began(tx, subject, { at: beganAt, now, attended });
  if (endedAt) await product.ended(tx, subject, { at: endedAt, now, attended });
}

/**
 * Makes the report on a room that has ended final once everybody has left; what a provider tells may come late, and a
 * leaving never, so a while after the end it is final in any case.
 */
export async function finish(tx: Transaction, room: RoomRow, now: Date): Promise<RoomRow> {
  const { organizationId, id, endedAt } = room;
  if (!endedAt || room.reportedAt) return room;
  const dueAt = plus(endedAt, settling);
  if (now < dueAt && (room.provider !== "built_in" || (await isOccupied(tx, room)))) {
    await setTimer(tx, tendTimer(organizationId, id), dueAt, now);
    return room;
  }
  const reported = { ...room, reportedAt: now };
  await updateCourse(tx, reported);
  await record(tx, reported, [{ type: "rooms.attendance.finished" }], now);
  return reported;
}

const pick = (one: Date | null, other: Date | null, choose: (...times: number[]) => number): Date | null =>
  one && other ? new Date(choose(one.getTime(), other.getTime())) : (one ?? other);

const differs = (one: Date | null, other: Date | null): boolean => one?.getTime() !== other?.getTime();
