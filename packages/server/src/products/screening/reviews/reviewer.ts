import type { Statements } from "#database/tenancy.ts";
import { findReaders } from "#identity/index.ts";

/** Who decided. */
export interface Reviewer {
  id: string;
  /** Null for an API key. */
  name: string | null;
}

/** Those who decided, by their ids, in one statement. */
export async function findReviewers(
  tx: Statements,
  sessions: readonly { reviewedBy: string | null }[],
): Promise<Map<string, Reviewer>> {
  const ids = [...new Set(sessions.flatMap(({ reviewedBy }) => (reviewedBy === null ? [] : [reviewedBy])))];
  if (ids.length === 0) return new Map();
  const readers = await findReaders(tx, ids);
  const names = new Map(readers.map(({ id, name }) => [id, name.trim()]));
  return new Map(ids.map((id) => [id, { id, name: names.get(id) ?? null }]));
}

/** Who decided; null where nobody did, or nobody wrote it down. */
export const findReviewer = async (tx: Statements, reviewedBy: string | null): Promise<Reviewer | null> =>
  reviewedBy === null ? null : ((await findReviewers(tx, [{ reviewedBy }])).get(reviewedBy) ?? null);
