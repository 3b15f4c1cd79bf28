import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import { addJobs } from "#events/jobs.ts";
import { type ChannelName, type Effect, type EffectState, nobodysOrganization } from "./effect.ts";
import { deliveryJobs } from "./plan.ts";

/** The task that gives jobs to effects that were planned while nobody delivered their channel. */
export const queueTask = "queue-effects";

/** Effects of each channel that get their jobs in one transaction. */
const batchSize = 500;

/**
 * Says that some process delivers these channels from now on, and calls for jobs for what waits where that is new.
 * It stays so, whether or not a process does: what is planned has its job from then on.
 */
export async function openChannels(tx: Transaction, names: readonly ChannelName[]): Promise<void> {
  const found = await tx.first<{ waits: boolean }>(sql`
    with opened as (
      insert into delivered_channels (channel) select unnest(${names}::text[]) on conflict do nothing returning channel
    )
    select exists (select from opened join effects using (channel) where unqueued) as waits`);
  if (!found?.waits) return;
  await addJobs(tx, [{ task: queueTask, key: queueTask, payload: { organizationId: nobodysOrganization } }]);
}

/**
 * Gives jobs to effects of delivered channels that have none, those planned first first, and says how many it saw. Also
 * to be asked now and then: whoever planned at the moment at which a channel opened did not know of it.
 */
export async function queueEffects(tx: Transaction): Promise<number> {
  const queued = await tx.all<Pick<Effect, "organizationId" | "id" | "channel"> & { state: EffectState }>(sql`
    with unqueued as materialized (
      select found.* from delivered_channels delivered cross join lateral (
        select organization_id, id from effects
        where channel = delivered.channel and unqueued
        order by sequence limit ${batchSize} for no key update skip locked
      ) found
    ), queued as (
      update effects e set unqueued = false from unqueued
      where e.organization_id = unqueued.organization_id and e.id = unqueued.id
      returning e.organization_id, e.id, e.channel, e.state, e.sequence
    )
    select organization_id as "organizationId", id, channel, state from queued order by sequence`);
  await addJobs(tx, deliveryJobs(queued.filter(({ state }) => state === "waiting")));
  return queued.length;
}
