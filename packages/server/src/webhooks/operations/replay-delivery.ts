import type { Context } from "#database/context.ts";
import { replayEffects } from "#effects/plan.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { type Delivery, findDelivery } from "../deliveries-store.ts";
import { admitToOpen } from "./admit.ts";

/** Sends a delivery once more, under its old id. */
export async function replayDelivery(context: Context, endpointId: string, id: string): Promise<Delivery> {
  const { tx, actor, now } = context;
  const { organizationId } = actor;
  await admitToOpen(context, endpointId);
  if (!(await findDelivery(tx, organizationId, endpointId, id))) throw notFound("delivery");
  const count = await replayEffects(tx, organizationId, [id], now);
  if (count === 0) throw refuse("conflict", "it waits to be sent already");
  const delivery = await findDelivery(tx, organizationId, endpointId, id);
  if (!delivery) throw new Error("a delivery that was replayed is not there");
  return delivery;
}
