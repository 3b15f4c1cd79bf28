import type { Statements } from "#database/tenancy.ts";
import { decodeCursor, encodeCursor } from "#kernel/cursor.ts";
import { parseOptionalInstant } from "#kernel/instant.ts";
import { listEffects as findEffects, type InspectedEffect } from "../inspection-store.ts";
import type { Inspector } from "../inspector.ts";
import type { ListEffects } from "../schema.ts";

/** One page of effects, newest first, and where the next page begins. */
export async function listEffects(
  { tx, organizationId }: Inspector<Statements>,
  { cursor, limit = 50, from, to, ...filter }: ListEffects,
): Promise<{ effects: InspectedEffect[]; next: string | null }> {
  const effects = await findEffects(tx, organizationId, {
    ...filter,
    from: parseOptionalInstant(from),
    to: parseOptionalInstant(to),
    after: decodeCursor(cursor),
    limit: limit + 1,
  });
  const last = effects.length > limit ? effects[limit - 1] : undefined;
  const next = last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null;
  return { effects: effects.slice(0, limit), next };
}
