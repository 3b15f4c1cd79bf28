import { v5 } from "uuid";
import type { Transaction } from "#database/tenancy.ts";
import { addJobs } from "#events/jobs.ts";
import type { Job } from "#events/subscriber.ts";
import { newId } from "#kernel/ids.ts";
import type { ChannelName, Effect, PlannedEffect } from "./effect.ts";
import { hastenEffect, insertEffects, reopenEffects } from "./store.ts";

/** The namespace of effects' ids (RFC 9562, version 5). */
const namespace = "6f0c7c3e-6d0b-4c3e-9a0e-6a3f0f5e2b1d";

/**
 * Adds effects, each with its job, in the transaction of what they follow from. An effect that was planned before,
 * for the same cause and recipient, is left as it is: planning may be repeated. Where nobody delivers its channel it
 * has no job until somebody does (queue.ts).
 */
export async function planEffects(
  tx: Transaction,
  effects: readonly PlannedEffect[],
  now: Date,
): Promise<void> {
  if (effects.length === 0) return;
  const added = await insertEffects(
    tx,
    effects.map((effect) => ({ ...effect, id: effectId(effect) })),
    now,
  );
  await addJobs(tx, deliveryJobs(added.filter(({ isDelivered }) => isDelivered)));
}

/** The identity of an effect: what it follows from, and whom it is for. */
export const effectId = ({ organizationId, channel, kind, cause, recipient }: PlannedEffect): string =>
  v5(JSON.stringify([organizationId, channel, kind, cause, recipient]), namespace);

/**
 * Sends once more what is over, under its old identity, so that a receiver can tell. Says how many. Of each line the
 * first has a job, and calls the others when it is over; what is new goes before them.
 */
export async function replayEffects(
  tx: Transaction,
  organizationId: string,
  ids: readonly string[],
  now: Date,
): Promise<number> {
  const reopened = await reopenEffects(tx, organizationId, ids, now);
  await addJobs(
    tx,
    reopened
      .filter(({ isFirst }) => isFirst)
      .map(({ id, channel }) => callJob(organizationId, id, channel, "replay")),
  );
  return reopened.length;
}

/** Sends what waits for a later time now. */
export async function callEffect(
  tx: Transaction,
  organizationId: string,
  id: string,
  channel: ChannelName,
  now: Date,
): Promise<void> {
  await hastenEffect(tx, organizationId, id, now);
  await addJobs(tx, [callJob(organizationId, id, channel)]);
}

/** The task that delivers effects of a channel. */
export const deliveryTask = (channel: ChannelName): string => `effects.${channel}`;

/** Why a job delivers an effect: what is sent once more may wait until nothing new is to be sent. */
export type Occasion = "new" | "replay";

/** By which of the jobs that are due one is taken before another: the lower first. */
const priorities = { new: 0, replay: 10 } as const satisfies Record<Occasion, number>;

/** Effects in one job: enough that what a job costs is shared by many, few enough that one holds up little. */
export const mostInJob = 32;

/**
 * The jobs that deliver effects which nobody has tried: those of one organization and channel share one. What is tried
 * again has a job of its own from then on.
 */
export function deliveryJobs(
  effects: readonly Pick<Effect, "organizationId" | "id" | "channel">[],
  occasion: Occasion = "new",
): Job[] {
  const groups = Map.groupBy(effects, ({ organizationId, channel }) => `${organizationId} ${channel}`);
  return [...groups.values()].flatMap((group) => {
    const jobs: Job[] = [];
    for (let n = 0; n < group.length; n += mostInJob) {
      const [first, ...rest] = group.slice(n, n + mostInJob);
      if (first) jobs.push(sharedJob(first, rest, occasion));
    }
    return jobs;
  });
}

function sharedJob(
  { organizationId, id, channel }: Pick<Effect, "organizationId" | "id" | "channel">,
  rest: readonly Pick<Effect, "id">[],
  occasion: Occasion,
): Job {
  const alone = deliveryJob(organizationId, id, channel, occasion);
  if (rest.length === 0) return alone;
  const { task, payload, priority } = alone;
  const { turn } = payload;
  const effectIds = [id, ...rest.map((one) => one.id)].join();
  return { task, key: `effects:${turn}`, payload: { organizationId, effectIds, turn, occasion }, priority };
}

/** The job that delivers an effect, now or after a pause: there is one, and setting it again moves it. */
export const deliveryJob = (
  organizationId: string,
  effectId: string,
  channel: ChannelName,
  occasion: Occasion = "new",
): DeliveryJob => ({
  task: deliveryTask(channel),
  key: `effect:${effectId}`,
  // Tells one job from another: of those for one effect, only one is at it at a time.
  payload: { organizationId, effectId, turn: newId(), occasion },
  priority: priorities[occasion],
});

/** What a job that delivers effects says of itself. */
type DeliveryJob = Job & { payload: { turn: string; occasion: Occasion } };

/**
 * The job that calls an effect before its time. Under a key of its own: what would replace a job that is at work on
 * the effect would also keep that one from running again, should its process die.
 */
export function callJob(
  organizationId: string,
  effectId: string,
  channel: ChannelName,
  occasion: Occasion = "new",
): Job {
  const job = deliveryJob(organizationId, effectId, channel, occasion);
  return { ...job, key: `${job.key}:${job.payload.turn}` };
}
