import type { Transaction } from "#database/tenancy.ts";
import { addJobs } from "#events/jobs.ts";
import { plus } from "#kernel/clock.ts";
import { warningTime } from "../../lifecycle.ts";
import { tasks } from "../../subscribers.ts";
import { findOrganizationsWaiting } from "../review-store.ts";

/** Organizations in one transaction. */
const limit = 100;

/**
 * Adds a job for each organization, after this one, whose reviewers are to be reminded today. Says which was the
 * last; null when there are no more.
 */
export async function findWaitingOrganizations(
  tx: Transaction,
  now: Date,
  after: string | null,
): Promise<string | null> {
  const ids = await findOrganizationsWaiting(tx, { now, until: plus(now, warningTime) }, { after, limit });
  const day = now.toISOString().slice(0, 10);
  await addJobs(
    tx,
    ids.map((organizationId) => ({
      task: tasks.tellReviewers,
      key: `${tasks.tellReviewers}:${organizationId}`,
      payload: { organizationId, day },
    })),
  );
  return ids.length === limit ? (ids.at(-1) ?? null) : null;
}
