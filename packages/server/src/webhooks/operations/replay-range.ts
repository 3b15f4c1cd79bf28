import type { Context } from "#database/context.ts";
import { append } from "#events/append.ts";
import { addJobs } from "#events/jobs.ts";
import { refuse } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { readInstant } from "#kernel/instant.ts";
import { countDeliveries } from "../deliveries-store.ts";
import type { ReplayRange } from "../schema.ts";
import { replayJob } from "../tasks.ts";
import { admitToOpen } from "./admit.ts";

/** Deliveries that one request sends once more. */
const mostAtOnce = 10_000;

/** Has the deliveries of a time sent once more by a job, and says how many they are. */
export async function replayRange(
  context: Context,
  id: string,
  { from, to, states = ["failed", "dropped"] }: ReplayRange,
): Promise<number> {
  const { tx, actor, now } = context;
  const { organizationId } = actor;
  await admitToOpen(context, id);
  const end = readInstant(to);
  // What is planned while the job runs was not asked for.
  const range = { from: readInstant(from), to: end < now ? end : now, states };
  const count = await countDeliveries(tx, organizationId, id, range, mostAtOnce + 1);
  if (count > mostAtOnce)
    throw refuse("conflict", `it is more than ${mostAtOnce} deliveries: ask for a shorter time`);
  if (count === 0) return 0;
  await addJobs(tx, [replayJob({ organizationId, endpointId: id, replayId: newId(), ...range })]);
  append(context, {
    type: "webhook.replay_requested",
    subjectId: id,
    payload: { endpointId: id, from: range.from.toISOString(), to: range.to.toISOString(), states, count },
  });
  return count;
}
