import type { Transaction } from "#database/tenancy.ts";
import { setTimer } from "#events/jobs.ts";
import { minutes, plus } from "#kernel/clock.ts";
import type { Room } from "./book.ts";
import { isOccupied, type Occupancy, readOccupancy } from "./connections-store.ts";
import { type RoomRules, readSubject } from "./parts.ts";
import { roomOf } from "./recognition.ts";
import type { RoomRow } from "./rooms-store.ts";
import { tendTimer } from "./subscribers.ts";

/** Minutes for which people who were cut off can come back, however short the grace is. */
const shortest = 5;

/**
 * When a session of which no end is planned is over because everybody has left it: the grace after the last one left,
 * or after its start where they were early. Null while somebody is there, and where nobody has been since it began.
 */
export function desertedAt(
  { subject, beganAt }: Pick<Room, "subject" | "beganAt">,
  { isOccupied: isSomebodyThere, lastLeftAt }: Pick<Occupancy, "isOccupied" | "lastLeftAt">,
  grace: number,
): Date | null {
  if (subject.endsAt !== null || subject.state !== "running" || isSomebodyThere) return null;
  if (!beganAt || !lastLeftAt || lastLeftAt < beganAt) return null;
  return plus(
    lastLeftAt < subject.startsAt ? subject.startsAt : lastLeftAt,
    minutes(Math.max(grace, shortest)),
  );
}

/** Has a locked room looked after when it will have been deserted for long enough. */
export async function endWhenDeserted(
  rules: RoomRules,
  tx: Transaction,
  row: RoomRow,
  now: Date,
): Promise<void> {
  if (row.endedAt || (await isOccupied(tx, row))) return;
  const subject = await readSubject(rules, tx, row);
  const at = subject && desertedAt(roomOf(row, subject), await readOccupancy(tx, row), rules.grace);
  if (at) await setTimer(tx, tendTimer(row.organizationId, row.id), at, now);
}

/** Whether the planned end of a room's session had passed at an instant. */
export async function isPastItsEnd(
  rules: RoomRules,
  tx: Transaction,
  row: RoomRow,
  at: Date,
): Promise<boolean> {
  const subject = await readSubject(rules, tx, row);
  return subject?.endsAt ? at >= subject.endsAt : false;
}
