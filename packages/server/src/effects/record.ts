import type { Transaction } from "#database/tenancy.ts";
import { addJobs, setTimers, type Timer } from "#events/jobs.ts";
import { days, plus } from "#kernel/clock.ts";
import type { Attempted } from "./attempt.ts";
import { type Attempt, findNextInLines, putBack, recordAttempts } from "./attempts-store.ts";
import type { DeliveryJob, DeliveryParts } from "./deliver.ts";
import type { Channel, Deferral, Effect, EffectState, Outcome } from "./effect.ts";
import { callJob, deliveryJob, deliveryJobs, mostInJob } from "./plan.ts";

/** Records what comes of an attempt. Says which effects of its job are to be delivered now, because of it or another. */
export type RecordAttempt = (attempted: Promise<Attempted>) => Promise<readonly string[]>;

/** Milliseconds that an outcome waits for others, at most, while more of its job are under way. */
const patience = 25;

/** A pause grows by up to this part of itself. */
const jitter = 0.1;

/** Milliseconds that a receiver can make us wait at most: one that asks for a year is not believed. */
const longestAsked = days(1);

interface Waiting {
  attempted: Attempted;
  done: (next: readonly string[]) => void;
  failed: (fault: unknown) => void;
}

/**
 * What comes of the attempts of one job is recorded many at once: as soon as there are enough, as nothing else is under
 * way, or as the first has waited for a moment. Where they cannot be recorded together each is by itself, so that one
 * that cannot be leaves the others alone.
 */
export function createRecord(parts: DeliveryParts, channel: Channel, job: DeliveryJob): RecordAttempt {
  let waiting: Waiting[] = [];
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;

  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    try {
      const next = await recordAll(parts, channel, job, batch);
      for (const [n, { done }] of batch.entries()) done(n === 0 ? next : []);
    } catch (fault) {
      if (batch.length === 1) return batch[0]?.failed(fault);
      for (const one of batch) await recordAll(parts, channel, job, [one]).then(one.done, one.failed);
    }
  };
  return async (attempt) => {
    underWay += 1;
    const attempted = await attempt;
    underWay -= 1;
    return new Promise((done, failed) => {
      waiting.push({ attempted, done, failed });
      if (underWay === 0 || waiting.length >= mostInJob) void flush();
      else timer ??= setTimeout(flush, patience);
    });
  };
}

/** Records attempts in one transaction, with what follows from them; answers as RecordAttempt does. */
async function recordAll(
  { database, clock, random, onOutcome }: DeliveryParts,
  channel: Channel,
  job: DeliveryJob,
  batch: readonly Waiting[],
): Promise<readonly string[]> {
  const tried: (Attempted & { outcome: Outcome })[] = [];
  const deferred: (Attempted & { outcome: Deferral })[] = [];
  for (const { attempted } of batch) {
    const { outcome } = attempted;
    if (outcome.result === "deferred") deferred.push({ ...attempted, outcome });
    else tried.push({ ...attempted, outcome });
  }
  const { settled, next } = await database.asTenant(job.organizationId, async (tx) => {
    const now = clock();
    const made = tried.map((one) => toAttempt(channel, one, now, random));
    const recorded = await recordAttempts(tx, job.organizationId, made);
    const ours = made.filter(({ effect }) => recorded.has(effect.id));
    if (ours.length > 0) await channel.settle?.(tx, ours);
    const again = ours
      .filter(({ state }) => state === "waiting")
      .map((one) => againAt(job, one.effect, one.dueAt));
    await setTimers(tx, [...again, ...(await defer(tx, job, deferred, now))], now);
    return { settled: ours, next: await callNext(tx, job, ours) };
  });
  for (const { effect, outcome, state } of settled) onOutcome(effect, outcome, state);
  return next;
}

const finalState = {
  delivered: "delivered",
  unreachable: "failed",
  refused: "failed",
  dropped: "dropped",
} as const satisfies Record<Outcome["result"], EffectState>;

function toAttempt(
  channel: Channel,
  tried: Attempted & { outcome: Outcome },
  endedAt: Date,
  random: () => number,
): Attempt {
  const pause = pauseAfter(channel, tried, random);
  const state = pause === null ? finalState[tried.outcome.result] : "waiting";
  return { ...tried, state, endedAt, dueAt: plus(endedAt, pause ?? 0) };
}

/** Milliseconds until the next attempt; null when there is none. */
function pauseAfter(
  channel: Channel,
  { effect, outcome }: Attempted & { outcome: Outcome },
  random: () => number,
): number | null {
  const pause = channel.pauses[effect.tries - 1];
  if (outcome.result !== "unreachable" || pause === undefined) return null;
  const asked = Math.min(outcome.retryAfter ?? 0, longestAsked);
  return Math.max(pause * (1 + jitter * random()), asked);
}

/** The job that tries an effect once more. */
const againAt = ({ organizationId, occasion }: DeliveryJob, { id, channel }: Effect, dueAt: Date): Timer => ({
  job: deliveryJob(organizationId, id, channel, occasion),
  dueAt,
});

/**
 * No tries: whoever holds them up has much to do, and our hands are wanted elsewhere. Those that come again for their
 * first try do so together, when the last of them may.
 */
async function defer(
  tx: Transaction,
  job: DeliveryJob,
  deferred: readonly (Attempted & { outcome: Deferral })[],
  now: Date,
): Promise<Timer[]> {
  if (deferred.length === 0) return [];
  const back = await putBack(
    tx,
    job.organizationId,
    deferred.map(({ effect }) => effect.id),
  );
  const ours = deferred.filter(({ effect }) => back.has(effect.id));
  const [untried, tried] = [ours.filter(isFirstTry), ours.filter((one) => !isFirstTry(one))];
  const pause = Math.max(...untried.map(({ outcome }) => outcome.pause));
  const together = deliveryJobs(
    untried.map(({ effect }) => effect),
    job.occasion,
  );
  return [
    ...together.map((shared) => ({ job: shared, dueAt: plus(now, pause) })),
    ...tried.map(({ effect, outcome }) => againAt(job, effect, plus(now, outcome.pause))),
  ];
}

const isFirstTry = ({ effect }: Attempted): boolean => effect.tries === 1;

/**
 * Calls what comes after the effects that are over. Says which of these are the same job's; a line that is being sent
 * once more comes after what is new until it has been gone through.
 */
async function callNext(
  tx: Transaction,
  { organizationId, ids, occasion }: DeliveryJob,
  attempts: readonly Attempt[],
): Promise<readonly string[]> {
  const over = attempts.filter(({ state }) => state !== "waiting").map(({ effect }) => effect);
  if (over.length === 0) return [];
  const next = await findNextInLines(tx, organizationId, over);
  const others = next.filter(({ id }) => !ids.includes(id));
  await addJobs(
    tx,
    others.map(({ id, channel }) => callJob(organizationId, id, channel, occasion)),
  );
  return next.map(({ id }) => id).filter((id) => ids.includes(id));
}
