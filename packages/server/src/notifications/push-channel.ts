import type { Database, Transaction } from "#database/tenancy.ts";
import type { Channel, Effect, Outcome } from "#effects/effect.ts";
import { type Clock, hours, minutes, seconds } from "#kernel/clock.ts";
import type { Vault } from "#kernel/vault.ts";
import { deleteDead, findTarget } from "./devices-store.ts";
import { deviceOf, type Push } from "./push.ts";
import type { PushAnswer, PushServices, PushTarget } from "./push-port.ts";
import { expectReceipt } from "./push-receipts.ts";
import { isStillTrue, type ReminderChecks } from "./reminder-checks.ts";

interface Parts {
  database: Database;
  clock: Clock;
  vault: Vault;
  services: PushServices;
  reminderChecks: ReminderChecks;
  /** Pushes at once from this process. */
  atOnce: number;
}

/** What `settle` has to know beside the outcome; absent where the service was not asked. */
interface PushOutcome extends Outcome {
  isGone?: boolean;
  ticket?: string;
  sentAt?: Date;
}

/** How pushes reach phones and browsers. A push is worth little later, so it is given up after some 80 minutes. */
export const pushChannel = ({
  database,
  clock,
  vault,
  services,
  reminderChecks,
  atOnce,
}: Parts): Channel => ({
  atOnce,
  pauses: [seconds(10), minutes(1), minutes(5), minutes(15), hours(1)],
  async deliver(effect): Promise<PushOutcome> {
    const sentAt = clock();
    const push = effect.content as Push;
    const ttl = Math.floor((Date.parse(push.until) - sentAt.getTime()) / 1000);
    if (ttl < 1) return { result: "dropped", detail: "it is too late to be of use" };
    const { isTrue, sealed } = await database.asTenant(effect.organizationId, async (tx) => ({
      isTrue: await isStillTrue(tx, reminderChecks, effect, push),
      sealed: await findTarget(tx, effect.organizationId, deviceOf(effect.recipient), sentAt),
    }));
    if (!isTrue) return { result: "dropped", detail: "it is true no longer" };
    if (sealed === null) return { result: "dropped", detail: "the device is not registered any more" };
    const { title, body, url, isUrgent } = push;
    const message = { id: effect.id, kind: effect.kind, title, body, url, ttl, isUrgent };
    const answer = await send(services, JSON.parse(vault.open(sealed)), message);
    return { ...outcomeOf(answer), sentAt };
  },
  async settle(tx, settled) {
    for (const { effect, outcome } of settled) {
      const { isGone, ticket, sentAt }: PushOutcome = outcome;
      if (isGone && sentAt) await deleteDead(tx, [{ id: deviceOf(effect.recipient), sentAt }]);
      if (ticket && sentAt) await awaitReceipt(tx, effect, ticket, sentAt);
    }
  },
});

const send = (
  { expo, web }: PushServices,
  target: PushTarget,
  message: Parameters<PushServices["web"]["send"]>[1],
): Promise<PushAnswer> =>
  target.type === "expo" ? expo.send(target.token, message) : web.send(target, message);

const outcomeOf = ({ result, ...rest }: PushAnswer): PushOutcome => ({
  ...rest,
  result: result === "gone" ? "dropped" : result,
  isGone: result === "gone",
});

const awaitReceipt = (
  tx: Transaction,
  { organizationId, id: effectId, recipient }: Effect,
  ticket: string,
  sentAt: Date,
): Promise<void> =>
  expectReceipt(tx, { organizationId, effectId, ticket, deviceId: deviceOf(recipient), sentAt });
