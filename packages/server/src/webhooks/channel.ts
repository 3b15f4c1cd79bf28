import type { Database, Transaction } from "#database/tenancy.ts";
import { limitAtOnce } from "#effects/at-once.ts";
import type { Channel, Effect, EffectState, Outcome } from "#effects/effect.ts";
import { type Clock, days, hours, minutes, plus, seconds } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import { messageId, signedHeaders } from "./message.ts";
import { switchOff } from "./operations/switch-off.ts";
import { isGone, outcomeOf } from "./outcome.ts";
import { endpointOf } from "./planned.ts";
import type { WebhookSender } from "./sender-port.ts";
import {
  findSecondTry,
  findTarget,
  noteFailure,
  noteSuccess,
  type Target,
  type Tried,
} from "./sending-store.ts";
import { shareReads } from "./shared-reads.ts";
import { createSlots } from "./slots.ts";

interface Parts {
  database: Database;
  clock: Clock;
  vault: Vault;
  sender: WebhookSender;
  /** Requests at once from this process. One organization has a quarter of them. */
  concurrency: number;
}

/** What `settle` has to know beside the outcome; absent where nothing was sent. */
interface WebhookOutcome extends Outcome {
  url?: string;
}

/** The schedule that Standard Webhooks recommends: ten attempts in a little over three days. */
const pauses = [
  seconds(5),
  minutes(5),
  minutes(30),
  hours(2),
  hours(5),
  hours(10),
  hours(14),
  hours(20),
  hours(24),
];

/** Requests at once to one endpoint from one process; one, while it answers nothing in time. */
const atOnce = { atOnce: 4, stuckAfter: seconds(10) };

/**
 * Milliseconds that a message waits for its turn before it is put back. As many jobs as there may be requests hold 16
 * messages each: an endpoint that takes 250 in a second has them all in this time, and none of them twice.
 */
const patience = seconds(2);

/** An endpoint where nothing arrives for this long is switched off. */
const longestFailure = days(5);

/** How messages reach endpoints. */
export function webhookChannel({ database, clock, vault, sender, concurrency }: Parts): Channel {
  const ofEndpoints = createSlots({ ...atOnce, patience });
  // However many of its endpoints are slow, those of other organizations are not held up.
  const ofOrganizations = createSlots({ atOnce: concurrency / 4, patience });
  const inTurn = limitAtOnce(concurrency);
  const readTarget = shareReads((organizationId = "", id = "") =>
    findTarget(database.forTenant(organizationId), organizationId, id),
  );
  const send = async ({ id, content }: Effect, target: Target): Promise<WebhookOutcome> => {
    const now = clock();
    const secrets = openSecrets(vault, target, now);
    if (secrets.length === 0)
      return { result: "unreachable", detail: "the endpoint's secret cannot be read: was SECRET changed?" };
    const body = JSON.stringify(content);
    const headers = signedHeaders(messageId(id), body, secrets, now);
    return { ...outcomeOf(await sender.send(target.url, headers, body)), url: target.url };
  };
  return {
    // Who waits for a slot holds up nobody else: the requests themselves are counted.
    atOnce: Number.POSITIVE_INFINITY,
    pauses,
    async deliver(effect) {
      const { organizationId, recipient } = effect;
      // Before it waits for its turn: so a slot is held for the request alone. What was taken when its endpoint changed
      // may go out as it was; what was planned after that never does.
      const target = await readTarget(organizationId, endpointOf(recipient));
      if (!target) return { result: "dropped", detail: "the endpoint was removed" };
      if (target.disabledAt) return { result: "dropped", detail: "the endpoint is switched off" };
      const outcome = await ofOrganizations.take<WebhookOutcome | { comeBackIn: number }>(
        organizationId,
        () => ofEndpoints.take(recipient, () => inTurn(() => send(effect, target))),
      );
      return "comeBackIn" in outcome ? { result: "deferred", pause: outcome.comeBackIn } : outcome;
    },
    async settle(tx, settled) {
      const now = clock();
      // What was noted as well, and did not fail since, need not be noted again.
      const well = new Set<string>();
      for (const { effect, outcome, state } of settled) {
        const { url }: WebhookOutcome = outcome;
        const isWell = outcome.result === "delivered";
        if (url === undefined || (isWell && well.has(effect.recipient + url))) continue;
        const tried = { organizationId: effect.organizationId, id: endpointOf(effect.recipient), url };
        await learn(tx, { effect, tried, outcome, state }, now);
        if (isWell) well.add(effect.recipient + url);
        else well.clear();
      }
    },
  };
}

/** The secret, and the one before it while it still signs. What was sealed under another SECRET is left out. */
function openSecrets(vault: Vault, target: Target, now: Date): string[] {
  const { secret, previousSecret, previousSecretUntil } = target;
  const isValid = previousSecret !== null && previousSecretUntil !== null && now < previousSecretUntil;
  return [secret, ...(isValid ? [previousSecret] : [])].flatMap((sealed) => {
    try {
      return [vault.open(sealed)];
    } catch {
      return [];
    }
  });
}

interface Learnt {
  effect: Effect;
  tried: Tried;
  outcome: Outcome;
  state: EffectState;
}

/** What an attempt says of its endpoint: that it is well, that it is not, or that it is to be left alone. */
async function learn(tx: Transaction, { effect, tried, outcome, state }: Learnt, now: Date): Promise<void> {
  if (outcome.result === "delivered") return noteSuccess(tx, tried, now);
  if (isGone(outcome)) return switchOff(tx, tried, { reason: "gone", outcome }, now);
  const since = await noteFailure(tx, tried, now);
  if (!since) return;
  const isLong = plus(since, longestFailure) <= now;
  if (isLong || (state === "failed" && (await wasAllInVain(tx, effect, since))))
    await switchOff(tx, tried, { reason: "failing", outcome }, now);
}

/** Whether nothing at all has arrived since the first of the tries at this message had failed. */
async function wasAllInVain(tx: Transaction, effect: Effect, failingSince: Date): Promise<boolean> {
  const secondTry = await findSecondTry(tx, effect);
  return secondTry !== null && failingSince <= secondTry;
}
