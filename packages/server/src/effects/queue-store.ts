import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { ChannelName, Effect, EffectState } from "./effect.ts";

/** Notes that these channels are delivered, and says whether effects of those that were not so far wait without jobs. */
export async function insertDelivered(tx: Transaction, names: readonly ChannelName[]): Promise<boolean> {
  const found = await tx.first<{ waits: boolean }>(sql`
    with opened as (
      insert into delivered_channels (channel) select unnest(${names}::text[]) on conflict do nothing returning channel
    )
    select exists (select from opened join effects using (channel) where unqueued) as waits`);
  return found?.waits ?? false;
}

/** Marks effects of delivered channels that have no jobs as queued: of each channel at most `limit`, in their order. */
export const takeUnqueued = (
  tx: Transaction,
  limit: number,
): Promise<(Pick<Effect, "organizationId" | "id" | "channel"> & { state: EffectState })[]> =>
  tx.all(sql`
    with unqueued as materialized (
      select found.* from delivered_channels delivered cross join lateral (
        select organization_id, id from effects
        where channel = delivered.channel and unqueued
        order by sequence limit ${limit} for no key update skip locked
      ) found
    ), queued as (
      update effects e set unqueued = false from unqueued
      where e.organization_id = unqueued.organization_id and e.id = unqueued.id
      returning e.organization_id, e.id, e.channel, e.state, e.sequence
    )
    select organization_id as "organizationId", id, channel, state from queued order by sequence`);
