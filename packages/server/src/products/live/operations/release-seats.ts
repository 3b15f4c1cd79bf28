import type { Transaction } from "#database/tenancy.ts";
import { appendByServer } from "#events/append.ts";
import { releaseEvents } from "../admissions.ts";
import { isOpen } from "../lifecycle.ts";
import { findSeatsOfFormer, releaseSeat } from "../registration-store.ts";
import { lockSession } from "../store.ts";
import { tasks } from "../subscribers.ts";

/**
 * Gives up the seats and waiting places of a person who is no longer a member, in at most `limit` sessions that
 * are not over; the first in line get the seats. Says how many sessions it was: fewer than `limit` are the last.
 */
export async function releaseSeats(
  tx: Transaction,
  {
    organizationId,
    personId,
    now,
    limit,
  }: { organizationId: string; personId: string; now: Date; limit: number },
): Promise<number> {
  const ids = await findSeatsOfFormer(tx, organizationId, personId, limit);
  const work = { tx, organizationId, now, task: tasks.releaseSeats };
  for (const id of ids) {
    const session = await lockSession(tx, organizationId, id);
    if (!session || !isOpen(session.status)) continue;
    const release = await releaseSeat(tx, organizationId, id, personId);
    if (!release) continue;
    appendByServer(work, releaseEvents(id, personId, release));
  }
  return ids.length;
}
