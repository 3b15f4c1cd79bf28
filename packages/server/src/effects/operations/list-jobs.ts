import type { Statements } from "#database/tenancy.ts";
import { listTroubledJobs, type TroubledJob } from "#events/troubled-jobs.ts";
import { decodeCountCursor, encodeCursor } from "#kernel/cursor.ts";
import type { Inspector } from "../inspector.ts";
import type { ListJobs } from "../schema.ts";

/** One page of the jobs that failed or cannot go on, newest first, and where the next page begins. */
export async function listJobs(
  { tx, organizationId }: Inspector<Statements>,
  { cursor, limit = 50 }: ListJobs,
): Promise<{ jobs: TroubledJob[]; next: string | null }> {
  const before = decodeCountCursor(cursor) ?? null;
  const jobs = await listTroubledJobs(tx, organizationId, { before, limit: limit + 1 });
  const last = jobs.length > limit ? jobs[limit - 1] : undefined;
  return { jobs: jobs.slice(0, limit), next: last ? encodeCursor([last.id]) : null };
}
