import { type Sql, sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import type { ChannelName, Effect, EffectState, Outcome } from "./effect.ts";

/** An effect that a job has taken, content as stored. */
export type ClaimedEffect = Omit<Effect, "content"> & { content: string | null; sealed: boolean };

/** Which effects of an organization a job is to deliver. */
export interface Claim {
  organizationId: string;
  ids: readonly string[];
  /** By which the job is told from others for the same effects. */
  turn: string;
  /** Only those that nobody has tried: the job may run again, and what was tried has a job of its own by then. */
  untriedOnly: boolean;
}

/**
 * The first effect that waits in the line of `e`. As a value of its own, and not as a join with what came earlier: so it is
 * looked up in its index whatever the planner knows of the table.
 */
const firstInLine = (column: Sql): Sql => sql`(
  select ${column} from effects first
  where first.organization_id = e.organization_id and first.channel = e.channel and first.recipient = e.recipient
    and first.subject_id = e.subject_id and first.state = 'waiting'
  order by first.sequence limit 1)`;

/**
 * That an effect waits, said so that it is not taken for the condition of the index of lines: effects that are named by
 * their ids are found by them, and not among all that wait.
 */
const waits = sql`state not in ('delivered', 'failed', 'dropped')`;

const isWanted = ({ organizationId, ids, turn, untriedOnly }: Claim): Sql => sql`
  e.organization_id = ${organizationId} and e.id = any(${ids}::uuid[]) and e.${waits}
  and (e.taken_by = ${turn}::uuid or (e.taken_by is null and (e.tries = 0 or not ${untriedOnly}::boolean)))`;

/**
 * Begins the next attempt at those effects that wait, that no other job is at, and that are the first of their lines, and
 * reads them in the order in which they were planned. Whoever settles an earlier one calls the others.
 */
export async function claimEffects(tx: Transaction, claim: Claim): Promise<ClaimedEffect[]> {
  // Rows of several effects are locked in the order of their ids everywhere, so that nobody waits in a circle.
  const claimed = await tx.all<ClaimedEffect & { sequence: string }>(sql`
    with mine as materialized (
      select e.id from effects e where ${isWanted(claim)} and e.sequence = ${firstInLine(sql`first.sequence`)}
      order by e.id for no key update
    )
    update effects e set attempts = e.attempts + 1, tries = e.tries + 1, taken_by = ${claim.turn}
    from mine where e.organization_id = ${claim.organizationId} and e.id = mine.id
    returning e.organization_id as "organizationId", e.id, channel, kind, event_id as "eventId", recipient,
      subject_id as "subjectId", address, content, sealed, attempts, tries, created_at as "createdAt", sequence`);
  claimed.sort((one, other) => Number(BigInt(one.sequence) - BigInt(other.sequence)));
  return claimed.map(({ sequence: _place, ...effect }) => effect);
}

/** Of the effects that could not be claimed, those that wait behind one that some other job is to settle. */
export async function findBlocked(tx: Transaction, claim: Claim): Promise<string[]> {
  const blocked = await tx.all<{ id: string }>(sql`
    select e.id from effects e
    where ${isWanted(claim)} and ${firstInLine(sql`first.taken_by`)} is distinct from ${claim.turn}::uuid`);
  return blocked.map(({ id }) => id);
}

/**
 * Claims one effect whose turn it may be. Null when it waits no longer, when another job is at it, or when an earlier one
 * of its line still waits: whoever settles that one calls this one.
 */
export async function claimEffect(
  tx: Transaction,
  { id, ...claim }: Omit<Claim, "ids"> & { id: string },
): Promise<ClaimedEffect | null> {
  const [claimed] = await claimEffects(tx, { ...claim, ids: [id] });
  if (claimed) return claimed;
  // Whoever settles the earlier one may have looked for the next before this one was there to be seen, and may not
  // have committed when we looked: by its lock we wait for them, or they for us.
  const first = await lockFirstInLine(tx, claim.organizationId, id);
  return first?.id === id ? ((await claimEffects(tx, { ...claim, ids: [id] }))[0] ?? null) : null;
}

/** The effect that is first in the line of another, or that one itself. */
const lockFirstInLine = (
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<{ id: string } | null> =>
  tx.first(sql`
    select first.id from effects e cross join lateral (
      select id from effects
      where organization_id = e.organization_id and channel = e.channel and recipient = e.recipient
        and subject_id = e.subject_id and state = 'waiting'
      order by sequence limit 1
      for no key update
    ) as first
    where e.organization_id = ${organizationId} and e.id = ${id} and e.${waits}`);

export interface Attempt {
  effect: Effect;
  outcome: Outcome;
  state: EffectState;
  startedAt: Date;
  milliseconds: number;
  endedAt: Date;
  /** When the next attempt is due, where there is one. */
  dueAt: Date;
}

/**
 * Records attempts at effects of one organization, and the states in which they leave them. Says which effects those are:
 * the others are settled otherwise by now, dropped or deleted. Of one that was redacted meanwhile the receiver's words
 * are not kept: they may name somebody.
 */
export async function recordAttempts(
  tx: Transaction,
  organizationId: string,
  attempts: readonly Attempt[],
): Promise<Set<string>> {
  const column = <T>(of: (attempt: Attempt) => T): T[] => attempts.map(of);
  const ids = column(({ effect }) => effect.id);
  // The attempts' own look at the effects is from before the update: one that waited then and is not updated was settled
  // in between.
  const recorded = await tx.all<{ id: string }>(sql`
    with made as (
      select * from unnest(${ids}::uuid[], ${column(({ effect }) => effect.attempts)}::integer[],
        ${column(({ state }) => state)}::text[], ${column(({ startedAt }) => startedAt)}::timestamptz[],
        ${column(({ milliseconds }) => milliseconds)}::integer[], ${column(({ outcome }) => outcome.result)}::text[],
        ${column(({ outcome }) => outcome.status ?? null)}::integer[], ${column(({ outcome }) => outcome.detail)}::text[],
        ${column(({ endedAt }) => endedAt)}::timestamptz[], ${column(({ dueAt }) => dueAt)}::timestamptz[])
        as made (id, attempt, leaves, started_at, milliseconds, result, status, detail, ended_at, due_at)
    ), waiting as materialized (
      select id from effects
      where organization_id = ${organizationId} and id = any(${ids}::uuid[]) and ${waits}
      order by id for no key update
    ), recorded as (
      update effects e set state = made.leaves, due_at = made.due_at, outcome = made.detail, updated_at = made.ended_at,
        taken_by = null, content = case when e.sealed and made.leaves <> 'waiting' then null else e.content end
      from waiting join made using (id)
      where e.organization_id = ${organizationId} and e.id = waiting.id
      returning e.id
    ), noted as (
      insert into effect_attempts
        (organization_id, effect_id, attempt, started_at, milliseconds, result, status, detail)
      select e.organization_id, e.id, made.attempt, made.started_at, made.milliseconds, made.result, made.status,
        case when recorded.id is not null or (e.state <> 'waiting' and e.content is not null) then made.detail end
      from effects e join made using (id) left join recorded using (id)
      where e.organization_id = ${organizationId} and e.id = any(${ids}::uuid[])
      on conflict do nothing
    )
    select id from recorded`);
  return new Set(recorded.map(({ id }) => id));
}

/** Takes back the claims of effects that were not tried, and says of which: the others are settled otherwise by now. */
export async function putBack(
  tx: Transaction,
  organizationId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.all<{ id: string }>(sql`
    with waiting as materialized (
      select id from effects
      where organization_id = ${organizationId} and id = any(${ids}::uuid[]) and ${waits}
      order by id for no key update
    )
    update effects e set attempts = e.attempts - 1, tries = e.tries - 1, taken_by = null
    from waiting where e.organization_id = ${organizationId} and e.id = waiting.id
    returning e.id`);
  return new Set(rows.map(({ id }) => id));
}

/** What comes next in the lines of effects that are over: the first of each that waits. */
export const findNextInLines = (
  tx: Transaction,
  organizationId: string,
  over: readonly Pick<Effect, "channel" | "recipient" | "subjectId">[],
): Promise<{ id: string; channel: ChannelName }[]> =>
  tx.all(sql`
    select distinct next.id, next.channel
    from unnest(${over.map(({ channel }) => channel)}::text[], ${over.map(({ recipient }) => recipient)}::text[],
      ${over.map(({ subjectId }) => subjectId)}::text[]) as line (channel, recipient, subject_id)
    cross join lateral (
      select id, channel from effects
      where organization_id = ${organizationId} and channel = line.channel and recipient = line.recipient
        and subject_id = line.subject_id and state = 'waiting'
      order by sequence limit 1
    ) as next`);
