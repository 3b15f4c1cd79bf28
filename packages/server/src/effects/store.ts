import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { ChannelName, Effect, PlannedEffect } from "./effect.ts";

/** Adds those effects that are not there yet, in their order, and says which, and whether somebody delivers their channel. */
export function insertEffects(
  tx: Transaction,
  effects: readonly (PlannedEffect & { id: string })[],
  now: Date,
): Promise<(Pick<Effect, "organizationId" | "id" | "channel"> & { isDelivered: boolean })[]> {
  const column = <T>(of: (effect: PlannedEffect & { id: string }) => T): T[] => effects.map(of);
  return tx.all(sql`
    insert into effects (organization_id, id, channel, kind, event_id, recipient, subject_id, address, content,
      sealed, state, due_at, created_at, updated_at, unqueued)
    select planned.*, 'waiting', ${now}, ${now}, ${now},
      not exists (select from delivered_channels delivered where delivered.channel = planned.channel)
    from unnest(${column((one) => one.organizationId)}::uuid[], ${column((one) => one.id)}::uuid[],
      ${column((one) => one.channel)}::text[], ${column((one) => one.kind)}::text[],
      ${column((one) => one.eventId)}::uuid[], ${column((one) => one.recipient)}::text[],
      ${column((one) => one.subjectId)}::text[], ${column((one) => one.address)}::text[],
      ${column((one) => one.content)}::text[], ${column((one) => one.sealed)}::boolean[]) as planned (
      organization_id, id, channel, kind, event_id, recipient, subject_id, address, content, sealed)
    on conflict (organization_id, id) do nothing
    returning organization_id as "organizationId", id, channel, not unqueued as "isDelivered"`);
}

/** Effects that wait for each other. */
export type EffectLine = Pick<Effect, "organizationId" | "channel" | "recipient" | "subjectId">;

/** Marks as failed what had been delivered to a service that says later that it did not arrive. */
export async function failDelivered(
  tx: Transaction,
  failures: readonly (Pick<Effect, "organizationId" | "id"> & { detail: string | null })[],
  now: Date,
): Promise<void> {
  if (failures.length === 0) return;
  await tx.all(sql`
    update effects e set state = 'failed', outcome = failure.detail, updated_at = ${now}
    from unnest(${failures.map((one) => one.organizationId)}::uuid[], ${failures.map((one) => one.id)}::uuid[],
      ${failures.map((one) => one.detail)}::text[]) as failure (organization_id, id, detail)
    where e.organization_id = failure.organization_id and e.id = failure.id and e.state = 'delivered'`);
}

/** Drops what waits for one recipient about one subject, with what it would have said, also where it is being sent. */
export async function dropWaiting(
  tx: Transaction,
  { organizationId, channel, recipient, subjectId }: EffectLine,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    update effects set state = 'dropped', content = null, taken_by = null, outcome = 'withdrawn', updated_at = ${now}
    where organization_id = ${organizationId} and channel = ${channel} and recipient = ${recipient}
      and subject_id = ${subjectId} and state = 'waiting'`);
}

/**
 * Drops what waits for one recipient, oldest first and at most `limit`, and says how many. What is being sent at this
 * moment is left to whoever sends it. The content stays, so that it can be sent anew.
 */
export async function dropWaitingFor(
  tx: Transaction,
  { organizationId, channel, recipient }: Omit<EffectLine, "subjectId">,
  { outcome, limit, now }: { outcome: string; limit: number; now: Date },
): Promise<number> {
  const dropped = await tx.all(sql`
    update effects set state = 'dropped', outcome = ${outcome}, updated_at = ${now}
    where organization_id = ${organizationId} and id in (
      select id from effects
      where organization_id = ${organizationId} and channel = ${channel} and recipient = ${recipient}
        and state = 'waiting' and taken_by is null
      order by sequence limit ${limit} for no key update skip locked)
      and state = 'waiting' and taken_by is null
    returning id`);
  return dropped.length;
}

/**
 * Lets what is over be sent once more, under its old identity. Says which of them were, in the order in which they
 * were planned, and which are the first of these in their line.
 */
export const reopenEffects = (
  tx: Transaction,
  organizationId: string,
  ids: readonly string[],
  now: Date,
): Promise<{ id: string; channel: ChannelName; isFirst: boolean }[]> =>
  tx.all(sql`
    with reopened as (
      update effects set state = 'waiting', tries = 0, taken_by = null, due_at = ${now}, updated_at = ${now}
      where organization_id = ${organizationId} and id = any(${ids}::uuid[]) and state <> 'waiting'
        and content is not null
      returning id, channel, recipient, subject_id, sequence
    )
    select id, channel,
      row_number() over (partition by channel, recipient, subject_id order by sequence) = 1 as "isFirst"
    from reopened order by sequence`);

/** Makes what waits due now. */
export async function hastenEffect(
  tx: Transaction,
  organizationId: string,
  id: string,
  now: Date,
): Promise<void> {
  await tx.all(sql`
    update effects set due_at = ${now}, updated_at = ${now}
    where organization_id = ${organizationId} and id = ${id} and state = 'waiting'`);
}

/** Deletes what has been over since before an instant, with its attempts. */
export async function deleteSettled(tx: Transaction, before: Date): Promise<void> {
  await tx.all(sql`delete from effects where state <> 'waiting' and updated_at < ${before}`);
}

/**
 * Takes out of effects what they say and where they go, in whatever state they are: those for one recipient, and those
 * about these subjects whose recipient begins so. What waits is dropped. Says which they were.
 */
export async function redactEffects(
  tx: Transaction,
  {
    organizationId,
    channel,
    recipient,
  }: Omit<EffectLine, "subjectId" | "recipient"> & { recipient: string | null },
  { subjectIds, recipientsLike }: { subjectIds: readonly string[]; recipientsLike: string },
  now: Date,
): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    update effects set content = null, address = null, taken_by = null,
      outcome = case when state in ('waiting', 'dropped') then 'erased' end,
      state = case when state = 'waiting' then 'dropped' else state end, updated_at = ${now}
    where organization_id = ${organizationId} and channel = ${channel}
      and (recipient = ${recipient} or (subject_id = any(${subjectIds}::text[]) and starts_with(recipient, ${recipientsLike})))
    returning id`);
  const ids = rows.map(({ id }) => id);
  await tx.all(sql`
    update effect_attempts set detail = null
    where organization_id = ${organizationId} and effect_id = any(${ids}::uuid[])`);
  return ids;
}
