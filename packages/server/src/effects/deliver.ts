import type { Database } from "#database/tenancy.ts";
import type { Task } from "#events/worker.ts";
import type { Clock } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import { limitAtOnce } from "./at-once.ts";
import { attempt } from "./attempt.ts";
import { type Claim, type ClaimedEffect, claimEffect, claimEffects, findBlocked } from "./attempts-store.ts";
import type { Channel, ChannelName, Effect, Outcome, Settled } from "./effect.ts";
import { deliveryTask, type Occasion } from "./plan.ts";
import { createRecord, type RecordAttempt } from "./record.ts";

export interface DeliveryParts {
  database: Database;
  clock: Clock;
  vault: Vault;
  /** From 0 to 1: spreads retries, so that what failed together does not come back together. */
  random: () => number;
  /** Told what a channel threw. */
  onFault: (effect: Effect, fault: unknown) => void;
  /** Told what came of each attempt, once it is recorded. */
  onOutcome: (effect: Effect, outcome: Outcome, state: Settled["state"]) => void;
}

/** The task that delivers the effects of one channel. */
export const deliveryTasks = (
  parts: DeliveryParts,
  channels: Partial<Record<ChannelName, Channel>>,
): Record<string, Task> =>
  Object.fromEntries(
    (Object.entries(channels) as [ChannelName, Channel][]).map(([name, channel]) => {
      const inTurn = limitAtOnce(channel.atOnce);
      return [deliveryTask(name), (payload) => deliver(parts, channel, inTurn, readJob(payload))];
    }),
  );

/** What a job is to deliver: effects of one organization. */
export interface DeliveryJob extends Claim {
  occasion: Occasion;
}

const readJob = (payload: Record<string, string>): DeliveryJob => {
  const { organizationId = "", effectId = "", effectIds, turn = "", occasion } = payload;
  return {
    ...{ organizationId, turn, ids: (effectIds ?? effectId).split(",") },
    untriedOnly: effectIds !== undefined,
    occasion: occasion === "replay" ? "replay" : "new",
  };
};

/**
 * Attempts, each between two transactions that it shares with others of its job: the first claims the effects, the second
 * records what came of them and, with that, sets the next attempts or calls the next of their lines. A process that dies
 * in between leaves effects that wait and a job that another process takes up: what was not recorded is sent again, under
 * the same identity. One that cannot be recorded fails the job when all the others are done.
 */
async function deliver(
  parts: DeliveryParts,
  channel: Channel,
  inTurn: ReturnType<typeof limitAtOnce>,
  job: DeliveryJob,
): Promise<void> {
  const record = createRecord(parts, channel, job);
  const deliverThese = async (ids: readonly string[]): Promise<void> => {
    const claimed = await claim(parts.database, { ...job, ids });
    await all(claimed.map((effect) => record(inTurn(() => attempt(parts, channel, effect)))).map(goOn));
  };
  const goOn = async (recorded: ReturnType<RecordAttempt>): Promise<void> => {
    const next = await recorded;
    if (next.length > 0) await deliverThese(next);
  };
  await deliverThese(job.ids);
}

async function claim(database: Database, wanted: Claim): Promise<ClaimedEffect[]> {
  const { organizationId, ids, turn, untriedOnly } = wanted;
  const { claimed, blocked } = await database.asTenant(organizationId, async (tx) => {
    const effects = await claimEffects(tx, wanted);
    const taken = new Set(effects.map(({ id }) => id));
    const rest = ids.filter((id) => !taken.has(id));
    const behind = rest.length > 0 ? await findBlocked(tx, { ...wanted, ids: rest }) : [];
    return { claimed: effects, blocked: behind };
  });
  // One by one: whoever waits for the lock of one line must not hold that of another.
  for (const id of blocked) {
    const late = await database.asTenant(organizationId, (tx) =>
      claimEffect(tx, { organizationId, id, turn, untriedOnly }),
    );
    if (late) claimed.push(late);
  }
  return claimed;
}

/** Waits for all of them, and throws what the first threw that failed. */
async function all(work: readonly Promise<void>[]): Promise<void> {
  for (const done of await Promise.allSettled(work)) if (done.status === "rejected") throw done.reason;
}
