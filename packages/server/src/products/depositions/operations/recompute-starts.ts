import type { PublicContext } from "#database/context.ts";
import type { Database } from "#database/tenancy.ts";
import { appendFor } from "#events/append.ts";
import { type Clock, hours, plus } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { resolveStart, zoneRules } from "../start.ts";
import { type ComputedStart, lockOutdatedStarts, updateStart } from "../store.ts";

const batchSize = 500;

/**
 * Computes again the starts of sessions that are not over, in all organizations, where they were computed with
 * older time-zone rules than this process has: the agreed wall time stays, the instant moves with its zone. Runs
 * when the server starts, since that is when rules change; one indexed query when there is nothing to do. Rows of
 * newer rules are left alone, so that a server of an older release cannot undo what a newer one did.
 */
export async function recomputeStarts(database: Database, clock: Clock, rules = zoneRules): Promise<void> {
  const origin = { requestId: newId(), ip: null, userAgent: null };
  for (let many = batchSize; many === batchSize; ) {
    many = await database.asSystem(async (tx) => {
      const starts = await lockOutdatedStarts(tx, rules, batchSize);
      for (const start of starts) await recompute({ tx, now: clock(), origin }, start, rules);
      return starts.length;
    });
  }
}

async function recompute(context: PublicContext, start: ComputedStart, rules: string): Promise<void> {
  const { organizationId, id, startsAt, estimatedDuration } = start;
  const resolution = resolveStart(start);
  const isOver = plus(startsAt, hours(estimatedDuration)) < context.now;
  // A wall time that the new rules skip keeps its old instant: it is still the best guess of what was agreed.
  const to = resolution.ok && !isOver ? resolution.instant : startsAt;
  const moved = to.getTime() !== startsAt.getTime();
  const version = moved ? start.version + 1 : start.version;
  await updateStart(context.tx, { ...start, startsAt: to, version }, rules, context.now);
  if (!moved) return;
  appendFor(
    context,
    organizationId,
    { kind: "system", id: null },
    {
      type: "depositions.session.rescheduled",
      subjectId: id,
      version,
      payload: { sessionId: id, from: startsAt.toISOString(), to: to.toISOString() },
    },
  );
}
