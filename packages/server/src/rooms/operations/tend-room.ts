import type { Transaction } from "#database/tenancy.ts";
import { addJobs, setTimer } from "#events/jobs.ts";
import { minutes, plus } from "#kernel/clock.ts";
import { type Occupancy, readOccupancy } from "../connections-store.ts";
import { finish, proceed } from "../course.ts";
import { desertedAt } from "../desertion.ts";
import { entryWindow } from "../entry.ts";
import { type LockedRoom, lock } from "../hosting.ts";
import type { RoomRules } from "../parts.ts";
import { signal } from "../record.ts";
import { endJob, tendTimer } from "../subscribers.ts";

/** How long after a room should be empty it is looked at again, in milliseconds. */
const patience = minutes(10);

/**
 * Looks after a room: ends it when its time has passed and nobody is there, when everybody has left a session of which
 * no end is planned, or when its session was ended or called off elsewhere, and makes its report final. Sets the timer
 * for the next look.
 */
export async function tendRoom(
  rules: RoomRules,
  tx: Transaction,
  { organizationId, roomId }: { organizationId: string; roomId: string },
  now: Date,
): Promise<void> {
  const locked = await lock(rules, tx, { organizationId, id: roomId });
  const { row, room } = locked;
  if (row.reportedAt) return;
  if (row.endedAt) {
    await finish(tx, row, now);
    return;
  }
  const occupancy = await readOccupancy(tx, row);
  const look = (isOccupied: boolean) => entryWindow(room, { now, grace: rules.grace, isOccupied });
  const { state, closesAt } = look(occupancy.isOccupied);
  const planned = look(false).closesAt;
  const deserted = desertedAt(room, occupancy, rules.grace);
  if (state === "over" || state === "canceled" || (deserted && deserted <= now))
    return close(rules, tx, locked, occupancy, now);
  const nextAt = now < planned ? planned : new Date(Math.min(Number(plus(now, patience)), Number(closesAt)));
  await setTimer(tx, tendTimer(organizationId, roomId), deserted ?? nextAt, now);
}

/** Nothing ends where nobody has been. */
async function close(
  rules: RoomRules,
  tx: Transaction,
  { row, room }: LockedRoom,
  { attended, isOccupied, lastLeftAt }: Occupancy,
  now: Date,
): Promise<void> {
  signal(tx, row);
  const isTimeUp = room.subject.state === "ahead" || room.subject.state === "running";
  // Our own rooms empty themselves; a provider lets people stay until it is told. Where it tells us of nobody, there may
  // be somebody all the same, who is not to be cut off because it takes longer than planned.
  const isOver = !isTimeUp || attended.length > 0;
  if (isOver && row.provider !== "built_in" && row.reference !== null) {
    await addJobs(tx, [endJob(row.organizationId, row.id)]);
  }
  if (attended.length === 0 && !row.beganAt) return;
  const endedAt = isTimeUp && !isOccupied ? (lastLeftAt ?? now) : now;
  await proceed(rules, tx, row, { beganAt: null, endedAt, hasNewcomer: false, happenings: [] }, now);
}
