import type { Context } from "#database/context.ts";
import { effectId, planEffects } from "#effects/plan.ts";
import { newId } from "#kernel/ids.ts";
import { type Delivery, findDelivery } from "../deliveries-store.ts";
import { testBody, testType } from "../message.ts";
import { webhookEffect } from "../planned.ts";
import { admitToOpen } from "./admit.ts";

/** Sends an event that says nothing to one endpoint, whatever its filters. */
export async function sendTest(context: Context, id: string): Promise<Delivery> {
  const { tx, actor, now } = context;
  const { organizationId } = actor;
  const { url } = await admitToOpen(context, id);
  const message = {
    kind: testType,
    eventId: null,
    cause: `test:${newId()}`,
    subjectId: id,
    content: testBody(organizationId, id, now),
  };
  const effect = webhookEffect({ organizationId, id, url }, message);
  await planEffects(tx, [effect], now);
  const delivery = await findDelivery(tx, organizationId, id, effectId(effect));
  if (!delivery) throw new Error("an effect that was planned is not there");
  return delivery;
}
