import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { ChannelName, Effect, EffectState, Outcome, PlannedEffect } from "./effect.ts";

/** Adds those effects that are not there yet, in their order, and says which. */
export function insertEffects(
  tx: Transaction,
  effects: readonly (PlannedEffect & { id: string })[],
  now: Date,
): Promise<Pick<Effect, "organizationId" | "id" | "channel">[]> {
  const column = <T>(of: (effect: PlannedEffect & { id: string }) => T): T[] => effects.map(of);
  return tx.all(sql`
    insert into effects (organization_id, id, channel, kind, event_id, recipient, subject_id, address, content,
      sealed, state, due_at, created_at, updated_at)
    select planned.*, 'waiting', ${now}, ${now}, ${now}
    from unnest(${column((one) => one.organizationId)}::uuid[], ${column((one) => one.id)}::uuid[],
      ${column((one) => one.channel)}::text[], ${column((one) => one.kind)}::text[],
      ${column((one) => one.eventId)}::uuid[], ${column((one) => one.recipient)}::text[],
      ${column((one) => one.subjectId)}::text[], ${column((one) => one.address)}::text[],
      ${column((one) => one.content)}::text[], ${column((one) => one.sealed)}::boolean[]) as planned
    on conflict (organization_id, id) do nothing
    returning organization_id as "organizationId", id, channel`);
}

/**
 * Begins the next attempt at an effect and reads it, content as stored. Null when it waits no longer, when another
 * job is at it, or when an earlier one of its line still waits: whoever settles that one calls this one.
 */
export async function claimEffect(
  tx: Transaction,
  organizationId: string,
  id: string,
  turn: string,
): Promise<ClaimedEffect | null> {
  const claimed = await claimFirst(tx, organizationId, id, turn);
  if (claimed) return claimed;
  // Whoever settles the earlier one may have looked for the next before this one was there to be seen, and may not
  // have committed when we looked: by its lock we wait for them, or they for us.
  const first = await lockFirstInLine(tx, organizationId, id);
  return first?.id === id ? claimFirst(tx, organizationId, id, turn) : null;
}

type ClaimedEffect = Omit<Effect, "content"> & { content: string | null; sealed: boolean };

const claimFirst = (
  tx: Transaction,
  organizationId: string,
  id: string,
  turn: string,
): Promise<ClaimedEffect | null> =>
  tx.first(sql`
    update effects e set attempts = e.attempts + 1, tries = e.tries + 1, taken_by = ${turn}
    where e.organization_id = ${organizationId} and e.id = ${id} and e.state = 'waiting'
      and coalesce(e.taken_by, ${turn}) = ${turn}
      and not exists (
        select from effects earlier
        where earlier.organization_id = e.organization_id and earlier.channel = e.channel
          and earlier.recipient = e.recipient and earlier.subject_id = e.subject_id
          and earlier.state = 'waiting' and earlier.sequence < e.sequence)
    returning organization_id as "organizationId", id, channel, kind, event_id as "eventId", recipient,
      subject_id as "subjectId", address, content, sealed, attempts, tries, created_at as "createdAt"`);

/** The effect that is first in the line of another, or that one itself. */
const lockFirstInLine = (
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<{ id: string } | null> =>
  tx.first(sql`
    select first.id from effects e join effects first
      on first.organization_id = e.organization_id and first.channel = e.channel
        and first.recipient = e.recipient and first.subject_id = e.subject_id and first.state = 'waiting'
    where e.organization_id = ${organizationId} and e.id = ${id} and e.state = 'waiting'
    order by first.sequence limit 1
    for no key update of first`);

/** Effects that wait for each other. */
export type EffectLine = Pick<Effect, "organizationId" | "channel" | "recipient" | "subjectId">;

interface Attempt {
  outcome: Outcome;
  state: EffectState;
  startedAt: Date;
  milliseconds: number;
  endedAt: Date;
  /** When the next attempt is due, where there is one. */
  dueAt: Date;
}

/**
 * Records an attempt and the state in which it leaves its effect. False when that is settled otherwise by now: it was
 * dropped, or deleted. Of one that was redacted meanwhile the receiver's words are not kept: they may name somebody.
 */
export async function recordAttempt(tx: Transaction, effect: Effect, attempt: Attempt): Promise<boolean> {
  const { outcome, state, startedAt, milliseconds, endedAt, dueAt } = attempt;
  const { organizationId, id, attempts } = effect;
  // The attempt's own look at the effect is from before the update: one that waited then and is not updated was settled
  // in between.
  const [recorded] = await tx.all(sql`
    with recorded as (
      update effects set state = ${state}, due_at = ${dueAt}, outcome = ${outcome.detail}, updated_at = ${endedAt},
        taken_by = null, content = case when sealed and ${state} <> 'waiting' then null else content end
      where organization_id = ${organizationId} and id = ${id} and state = 'waiting'
      returning id
    ), attempt as (
      insert into effect_attempts
        (organization_id, effect_id, attempt, started_at, milliseconds, result, status, detail)
      select organization_id, id, ${attempts}, ${startedAt}, ${milliseconds}, ${outcome.result},
        ${outcome.status ?? null},
        case when exists (select from recorded) or (state <> 'waiting' and content is not null)
          then ${outcome.detail} end
      from effects where organization_id = ${organizationId} and id = ${id}
      on conflict do nothing
    )
    select id from recorded`);
  return recorded !== undefined;
}

/** Takes back the claim of an effect that was not tried. False when it is settled otherwise by now. */
export async function putBack(tx: Transaction, { organizationId, id }: Effect): Promise<boolean> {
  const [row] = await tx.all(sql`
    update effects set attempts = attempts - 1, tries = tries - 1, taken_by = null
    where organization_id = ${organizationId} and id = ${id} and state = 'waiting'
    returning id`);
  return row !== undefined;
}

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

/** The next effect of the same line, which waits for this one. */
export const findNextInLine = (
  tx: Transaction,
  { organizationId, channel, recipient, subjectId }: EffectLine,
): Promise<{ id: string; channel: ChannelName } | null> =>
  tx.first(sql`
    select id, channel from effects
    where organization_id = ${organizationId} and channel = ${channel} and recipient = ${recipient}
      and subject_id = ${subjectId} and state = 'waiting'
    order by sequence limit 1`);

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
