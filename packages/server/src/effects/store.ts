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
 * Begins the next attempt at an effect and reads it, content as stored. Null when it waits no longer, or when an
 * earlier one of its line still does: whoever settles that one calls this one.
 */
export const claimEffect = (
  tx: Transaction,
  organizationId: string,
  id: string,
  now: Date,
): Promise<(Omit<Effect, "content"> & { content: string | null; sealed: boolean }) | null> =>
  tx.first(sql`
    update effects e set attempts = e.attempts + 1, tries = e.tries + 1, updated_at = ${now}
    where e.organization_id = ${organizationId} and e.id = ${id} and e.state = 'waiting'
      and not exists (
        select from effects earlier
        where earlier.organization_id = e.organization_id and earlier.channel = e.channel
          and earlier.recipient = e.recipient and earlier.subject_id = e.subject_id
          and earlier.state = 'waiting' and earlier.sequence < e.sequence)
    returning organization_id as "organizationId", id, channel, kind, event_id as "eventId", recipient,
      subject_id as "subjectId", address, content, sealed, attempts, tries, created_at as "createdAt"`);

interface Attempt {
  outcome: Outcome;
  state: EffectState;
  startedAt: Date;
  milliseconds: number;
  /** When the next attempt is due, where there is one. */
  dueAt: Date;
}

/** Records an attempt and the state in which it leaves its effect. */
export async function recordAttempt(tx: Transaction, effect: Effect, attempt: Attempt): Promise<void> {
  const { outcome, state, startedAt, milliseconds, dueAt } = attempt;
  const { organizationId, id, attempts } = effect;
  await tx.all(sql`
    with attempt as (
      insert into effect_attempts
        (organization_id, effect_id, attempt, started_at, milliseconds, result, status, detail)
      values (${organizationId}, ${id}, ${attempts}, ${startedAt}, ${milliseconds}, ${outcome.result},
        ${outcome.status ?? null}, ${outcome.detail})
      on conflict do nothing
    )
    update effects set state = ${state}, due_at = ${dueAt}, outcome = ${outcome.detail}, updated_at = ${startedAt}
    where organization_id = ${organizationId} and id = ${id} and state = 'waiting'`);
}

/** The next effect of the same line, which waits for this one. */
export const findNextInLine = (
  tx: Transaction,
  { organizationId, channel, recipient, subjectId }: Effect,
): Promise<{ id: string; channel: ChannelName } | null> =>
  tx.first(sql`
    select id, channel from effects
    where organization_id = ${organizationId} and channel = ${channel} and recipient = ${recipient}
      and subject_id = ${subjectId} and state = 'waiting'
    order by sequence limit 1`);

/** Lets what is over be sent once more, under its old identity. Says which of them were. */
export const reopenEffects = (
  tx: Transaction,
  organizationId: string,
  ids: readonly string[],
  now: Date,
): Promise<{ id: string; channel: ChannelName }[]> =>
  tx.all(sql`
    update effects set state = 'waiting', tries = 0, due_at = ${now}, updated_at = ${now}
    where organization_id = ${organizationId} and id = any(${ids}::uuid[]) and state <> 'waiting'
      and content is not null
    returning id, channel`);

/** Deletes what has been over since before an instant, with its attempts. */
export async function deleteSettled(tx: Transaction, before: Date): Promise<void> {
  await tx.all(sql`delete from effects where state <> 'waiting' and updated_at < ${before}`);
}
