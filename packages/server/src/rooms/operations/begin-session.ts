import type { Transaction } from "#database/tenancy.ts";
import type { Room } from "../book.ts";
import { proceed } from "../course.ts";
import { lockAsHost } from "../hosting.ts";
import type { RoomRules } from "../parts.ts";

/** A host begins the session. One that has begun already stays as it is. */
export async function beginSession(
  rules: RoomRules,
  tx: Transaction,
  place: Pick<Room, "organizationId" | "id">,
  by: string,
  now: Date,
): Promise<void> {
  const { row } = await lockAsHost(rules, tx, place, by);
  if (row.beganAt || row.endedAt) return;
  await proceed(rules, tx, row, { beganAt: now, endedAt: null, hasNewcomer: false, happenings: [] }, now);
}
