import type { Transaction } from "#database/tenancy.ts";
import { addJobs } from "#events/jobs.ts";
import { type ChannelName, nobodysOrganization } from "./effect.ts";
import { deliveryJobs } from "./plan.ts";
import { insertDelivered, takeUnqueued } from "./queue-store.ts";

/** The task that gives jobs to effects that were planned while nobody delivered their channel. */
export const queueTask = "queue-effects";

/** Effects of each channel that get their jobs in one transaction. */
const batchSize = 500;

/**
 * Says that some process delivers these channels from now on, and calls for jobs for what waits where that is new.
 * It stays so, whether or not a process does: what is planned has its job from then on.
 */
export async function openChannels(tx: Transaction, names: readonly ChannelName[]): Promise<void> {
  if (!(await insertDelivered(tx, names))) return;
  await addJobs(tx, [{ task: queueTask, key: queueTask, payload: { organizationId: nobodysOrganization } }]);
}

/**
 * Gives jobs to effects of delivered channels that have none, those planned first first, and says how many it saw. Also
 * to be asked now and then: whoever planned at the moment at which a channel opened did not know of it.
 */
export async function queueEffects(tx: Transaction): Promise<number> {
  const queued = await takeUnqueued(tx, batchSize);
  await addJobs(tx, deliveryJobs(queued.filter(({ state }) => state === "waiting")));
  return queued.length;
}
