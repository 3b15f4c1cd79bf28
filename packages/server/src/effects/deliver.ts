import type { Database, Transaction } from "#database/tenancy.ts";
import { addJobs, setTimer } from "#events/jobs.ts";
import type { Task } from "#events/worker.ts";
import { type Clock, days, plus } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import type { Channel, ChannelName, Deferral, Effect, EffectState, Outcome } from "./effect.ts";
import { callJob, deliveryJob, deliveryTask, type Occasion } from "./plan.ts";
import { claimEffect, findNextInLine, putBack, recordAttempt } from "./store.ts";

interface Parts {
  database: Database;
  clock: Clock;
  vault: Vault;
  /** From 0 to 1: spreads retries, so that what failed together does not come back together. */
  random: () => number;
  /** Told what a channel threw. */
  onFault: (effect: Effect, fault: unknown) => void;
  /** Told what came of each attempt, once it is recorded. */
  onOutcome: (effect: Effect, outcome: Outcome, state: EffectState) => void;
}

/** A pause grows by up to this part of itself. */
const jitter = 0.1;

/** Milliseconds that a receiver can make us wait at most: one that asks for a year is not believed. */
const longestAsked = days(1);

/** The task that delivers the effects of one channel. */
export const deliveryTasks = (
  parts: Parts,
  channels: Partial<Record<ChannelName, Channel>>,
): Record<string, Task> =>
  Object.fromEntries(
    (Object.entries(channels) as [ChannelName, Channel][]).map(([name, channel]) => [
      deliveryTask(name),
      ({ organizationId = "", effectId = "", turn = "", occasion }) =>
        deliver(parts, channel, {
          ...{ organizationId, effectId, turn },
          occasion: occasion === "replay" ? "replay" : "new",
        }),
    ]),
  );

/**
 * One attempt, between two transactions: the first claims the effect, the second records what came of it and, with
 * that, sets the next attempt or calls the next of the line. A process that dies in between leaves an effect that
 * waits and a job that another process takes up: it is sent again, under the same identity.
 */
async function deliver(parts: Parts, channel: Channel, job: DeliveryJob): Promise<void> {
  const { database, clock, onOutcome } = parts;
  const { organizationId, effectId, turn, occasion } = job;
  const startedAt = clock();
  const claimed = await database.asTenant(organizationId, (tx) =>
    claimEffect(tx, organizationId, effectId, turn),
  );
  if (!claimed) return;
  const begun = performance.now();
  const { effect, outcome } = await attempt(parts, channel, claimed);
  const milliseconds = Math.round(performance.now() - begun);
  if (outcome.result === "deferred") return defer(parts, effect, outcome.pause, occasion);
  const pause = pauseAfter(parts, channel, effect, outcome);
  const state: EffectState = pause === null ? finalState[outcome.result] : "waiting";
  const isRecorded = await database.asTenant(organizationId, async (tx) => {
    const endedAt = clock();
    const dueAt = plus(endedAt, pause ?? 0);
    const record = { outcome, state, startedAt, milliseconds, endedAt, dueAt };
    if (!(await recordAttempt(tx, effect, record))) return false;
    await channel.settle?.(tx, effect, outcome, state);
    if (pause === null) await callNext(tx, effect, occasion);
    else await setTimer(tx, deliveryJob(organizationId, effectId, effect.channel, occasion), dueAt, endedAt);
    return true;
  });
  if (isRecorded) onOutcome(effect, outcome, state);
}

/** Not a try: whoever holds it up has much to do, and the worker's hands are wanted elsewhere. */
async function defer(
  { database, clock }: Parts,
  effect: Effect,
  pause: number,
  occasion: Occasion,
): Promise<void> {
  const { organizationId, id, channel } = effect;
  await database.asTenant(organizationId, async (tx) => {
    const now = clock();
    if (await putBack(tx, effect))
      await setTimer(tx, deliveryJob(organizationId, id, channel, occasion), plus(now, pause), now);
  });
}

interface DeliveryJob {
  organizationId: string;
  effectId: string;
  /** By which the job is told from others for the same effect. */
  turn: string;
  occasion: Occasion;
}

const finalState = {
  delivered: "delivered",
  unreachable: "failed",
  refused: "failed",
  dropped: "dropped",
} as const satisfies Record<Outcome["result"], EffectState>;

type Claimed = NonNullable<Awaited<ReturnType<typeof claimEffect>>>;

/** The effect with its content opened, and what came of it. */
async function attempt(
  { vault, onFault }: Parts,
  channel: Channel,
  { sealed, ...claimed }: Claimed,
): Promise<{ effect: Effect; outcome: Outcome | Deferral }> {
  let effect: Effect = { ...claimed, content: null };
  if (claimed.content === null)
    return { effect, outcome: { result: "dropped", detail: "its content is gone" } };
  try {
    effect = { ...effect, content: JSON.parse(sealed ? vault.open(claimed.content) : claimed.content) };
  } catch (fault) {
    onFault(effect, fault);
    return {
      effect,
      outcome: { result: "refused", detail: "its content cannot be read: was SECRET changed?" },
    };
  }
  try {
    const outcome = await channel.deliver(effect);
    if (outcome.result === "deferred") return { effect, outcome };
    return { effect, outcome: { ...outcome, detail: outcome.detail && storable(outcome.detail) } };
  } catch (fault) {
    onFault(effect, fault);
    const detail = storable(fault instanceof Error ? fault.message : String(fault));
    return { effect, outcome: { result: "unreachable", detail } };
  }
}

/** A receiver says what it likes; PostgreSQL keeps no U+0000, and people read no more than this. */
const storable = (detail: string): string => detail.replaceAll("\u0000", "").slice(0, 1_000);

/** Milliseconds until the next attempt; null when there is none. */
function pauseAfter({ random }: Parts, channel: Channel, effect: Effect, outcome: Outcome): number | null {
  const pause = channel.pauses[effect.tries - 1];
  if (outcome.result !== "unreachable" || pause === undefined) return null;
  const asked = Math.min(outcome.retryAfter ?? 0, longestAsked);
  return Math.max(pause * (1 + jitter * random()), asked);
}

/** A line that is being sent once more comes after what is new until it has been gone through. */
async function callNext(tx: Transaction, effect: Effect, occasion: Occasion): Promise<void> {
  const next = await findNextInLine(tx, effect);
  if (next) await addJobs(tx, [callJob(effect.organizationId, next.id, next.channel, occasion)]);
}
