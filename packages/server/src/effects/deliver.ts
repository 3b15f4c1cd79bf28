import type { Database, Transaction } from "#database/tenancy.ts";
import { addJobs, setTimer } from "#events/jobs.ts";
import type { Task } from "#events/worker.ts";
import { type Clock, plus } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import type { Channel, ChannelName, Effect, EffectState, Outcome } from "./effect.ts";
import { deliveryJob, deliveryTask } from "./plan.ts";
import { claimEffect, findNextInLine, recordAttempt } from "./store.ts";

interface Parts {
  database: Database;
  clock: Clock;
  vault: Vault;
  /** From 0 to 1: spreads retries, so that what failed together does not come back together. */
  random: () => number;
  /** Told what a channel threw. */
  onFault: (effect: Effect, fault: unknown) => void;
}

/** A pause grows by up to this part of itself. */
const jitter = 0.1;

/** The task that delivers the effects of one channel. */
export const deliveryTasks = (
  parts: Parts,
  channels: Partial<Record<ChannelName, Channel>>,
): Record<string, Task> =>
  Object.fromEntries(
    (Object.entries(channels) as [ChannelName, Channel][]).map(([name, channel]) => [
      deliveryTask(name),
      ({ organizationId = "", effectId = "" }) => deliver(parts, channel, organizationId, effectId),
    ]),
  );

/**
 * One attempt, between two transactions: the first claims the effect, the second records what came of it and, with
 * that, sets the next attempt or calls the next of the line. A process that dies in between leaves an effect that
 * waits and a job that another process takes up: it is sent again, under the same identity.
 */
async function deliver(parts: Parts, channel: Channel, organizationId: string, id: string): Promise<void> {
  const { database, clock, vault, onFault } = parts;
  const startedAt = clock();
  const claimed = await database.asTenant(organizationId, (tx) =>
    claimEffect(tx, organizationId, id, startedAt),
  );
  if (!claimed) return;
  const { sealed, ...rest } = claimed;
  const text = claimed.content !== null && sealed ? vault.open(claimed.content) : claimed.content;
  const effect: Effect = { ...rest, content: text === null ? null : JSON.parse(text) };
  const begun = performance.now();
  const outcome = await attempt(channel, effect, onFault);
  const milliseconds = Math.round(performance.now() - begun);
  await database.asTenant(organizationId, async (tx) => {
    const now = clock();
    const pause = pauseAfter(parts, channel, effect, outcome);
    const state: EffectState = pause === null ? finalState[outcome.result] : "waiting";
    const dueAt = plus(now, pause ?? 0);
    await recordAttempt(tx, effect, { outcome, state, startedAt, milliseconds, dueAt });
    await channel.settle?.(tx, effect, outcome, state);
    if (pause === null) await callNext(tx, effect);
    else await setTimer(tx, deliveryJob(organizationId, id, effect.channel), dueAt, now);
  });
}

const finalState = {
  delivered: "delivered",
  unreachable: "failed",
  refused: "failed",
  dropped: "dropped",
} as const satisfies Record<Outcome["result"], EffectState>;

async function attempt(channel: Channel, effect: Effect, onFault: Parts["onFault"]): Promise<Outcome> {
  if (effect.content === null) return { result: "dropped", detail: "its content is gone" };
  try {
    return await channel.deliver(effect);
  } catch (fault) {
    onFault(effect, fault);
    return { result: "unreachable", detail: fault instanceof Error ? fault.message : String(fault) };
  }
}

/** Milliseconds until the next attempt; null when there is none. */
function pauseAfter({ random }: Parts, channel: Channel, effect: Effect, outcome: Outcome): number | null {
  const pause = channel.pauses[effect.tries - 1];
  if (outcome.result !== "unreachable" || pause === undefined) return null;
  return Math.max(pause * (1 + jitter * random()), outcome.retryAfter ?? 0);
}

async function callNext(tx: Transaction, effect: Effect): Promise<void> {
  const next = await findNextInLine(tx, effect);
  if (next) await addJobs(tx, [deliveryJob(effect.organizationId, next.id, next.channel)]);
}
