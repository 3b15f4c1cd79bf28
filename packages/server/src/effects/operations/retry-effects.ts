import { parseOptionalInstant } from "#kernel/instant.ts";
import type { OpenRecipients } from "../effect.ts";
import { findRetryable, type Open } from "../inspection-store.ts";
import type { Inspector } from "../inspector.ts";
import { replayEffects } from "../plan.ts";
import type { RetryEffects } from "../schema.ts";
import { note } from "./note.ts";

/** Effects in one transaction. */
const batchSize = 500;

/** Sends what failed and passes a filter once more, those planned first first; says whether there is more of it. */
export async function retryEffects(
  inspector: Inspector,
  { from, to, ...filter }: RetryEffects,
  openRecipients: OpenRecipients,
): Promise<{ retried: number; hasMore: boolean }> {
  const { tx, organizationId, now } = inspector;
  const times = { from: parseOptionalInstant(from), to: parseOptionalInstant(to) };
  const open: Open[] = [];
  for (const [channel, read] of Object.entries(openRecipients))
    open.push({ channel, recipients: await read(tx, organizationId) });
  const ids = await findRetryable(tx, organizationId, { ...filter, ...times, open, limit: batchSize + 1 });
  const retried = await replayEffects(tx, organizationId, ids.slice(0, batchSize), now);
  if (retried > 0) {
    await note(inspector, {
      type: "effects.retried",
      subjectId: organizationId,
      payload: { count: retried },
    });
  }
  return { retried, hasMore: ids.length > batchSize };
}
