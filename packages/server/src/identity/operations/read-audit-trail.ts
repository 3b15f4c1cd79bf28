import type { ReadContext } from "#database/context.ts";
import { readTrail, type TrailEntry } from "#events/trail.ts";
import { decodeCursor, encodeCursor } from "#kernel/cursor.ts";
import { refuse } from "#kernel/errors.ts";
import { parseOptionalInstant } from "#kernel/instant.ts";
import type { ReadAuditTrail } from "../organization-schema.ts";
import { mayAdminister } from "../policy.ts";

/** One page of what happened in the organization, newest first, and where the next page begins. */
export async function readAuditTrail(
  { tx, actor }: ReadContext,
  query: ReadAuditTrail,
): Promise<{ entries: TrailEntry[]; next: string | null }> {
  if (!mayAdminister(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  const limit = query.limit ?? 50;
  const entries = await readTrail(tx, actor.organizationId, {
    actorId: query.actor,
    type: query.type,
    subjectId: query.subjectId,
    from: parseOptionalInstant(query.from),
    to: parseOptionalInstant(query.to),
    after: decodeCursor(query.cursor),
    // One more than asked for tells whether there is another page.
    limit: limit + 1,
  });
  const last = entries.length > limit ? entries[limit - 1] : undefined;
  const next = last ? encodeCursor([last.occurredAt.toISOString(), last.id]) : null;
  return { entries: entries.slice(0, limit), next };
}
