import type { Transaction } from "#database/tenancy.ts";
import { findOrganization, findReaders } from "#identity/index.ts";
import { plus } from "#kernel/clock.ts";
import { notify } from "#notifications/notify.ts";
import { warningTime } from "../../lifecycle.ts";
import { reviewersNotice } from "../../notices.ts";
import { countWaiting, findOverseerIds } from "../review-store.ts";

interface Digest {
  organizationId: string;
  /** Its date in UTC: nobody is told twice on one. */
  day: string;
  now: Date;
}

/** Readers in one transaction. */
const limit = 100;

/**
 * Reminds some of an organization's Managers and up, those after this id, of sessions that are about to expire
 * unreviewed. Says who was the last; null when there are no more, or nothing waits any longer.
 */
export async function tellReviewers(
  tx: Transaction,
  { organizationId, day, now }: Digest,
  after: string | null,
): Promise<string | null> {
  const waiting = await countWaiting(tx, organizationId, { now, until: plus(now, warningTime) });
  const organization = await findOrganization(tx, organizationId);
  if (!waiting || !organization) return null;
  const ids = await findOverseerIds(tx, organizationId, { after, limit });
  const readers = await findReaders(tx, ids);
  const notices = readers.map((reader) => reviewersNotice(waiting, organization.name, reader, now));
  const cause = { organizationId, eventId: null, cause: `reviews_due:${day}`, subjectId: organizationId };
  await notify(tx, cause, notices, now);
  return ids.length === limit ? (ids.at(-1) ?? null) : null;
}
