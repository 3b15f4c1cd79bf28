import type { Transaction } from "#database/tenancy.ts";
import { addJobs } from "#events/jobs.ts";
import { refuse } from "#kernel/errors.ts";
import type { Room } from "../book.ts";
import { proceed } from "../course.ts";
import { lockAsHost } from "../hosting.ts";
import type { RoomRules } from "../parts.ts";
import { endJob } from "../subscribers.ts";

/** A host ends the session for everybody. Ending again changes nothing. Refuses (422) one that has not begun. */
export async function endSession(
  rules: RoomRules,
  tx: Transaction,
  place: Pick<Room, "organizationId" | "id">,
  by: string,
  now: Date,
): Promise<void> {
  const { row, room } = await lockAsHost(rules, tx, place, by);
  if (row.endedAt) return;
  if (room.subject.state !== "running") {
    throw refuse("refused_transition", "the session has not begun, so it cannot end");
  }
  await proceed(rules, tx, row, { beganAt: null, endedAt: now, hasNewcomer: false, happenings: [] }, now);
  if (row.provider !== "built_in") await addJobs(tx, [endJob(row.organizationId, row.id)]);
}
