import type { ReadContext } from "#database/context.ts";
import { notFound } from "#kernel/errors.ts";
import { type Attempt, type Delivery, findDelivery, listAttempts } from "../deliveries-store.ts";
import { admitTo } from "./admit.ts";

export interface DeliveryDetails {
  delivery: Delivery;
  /** The body of the message; null where it is not kept any more. */
  payload: unknown;
  attempts: Attempt[];
}

/** One delivery of an endpoint with every attempt at it. */
export async function getDelivery(
  context: ReadContext,
  endpointId: string,
  id: string,
): Promise<DeliveryDetails> {
  const { tx, actor } = context;
  await admitTo(context, endpointId);
  const delivery = await findDelivery(tx, actor.organizationId, endpointId, id);
  if (!delivery) throw notFound("delivery");
  const payload: unknown = delivery.content === null ? null : JSON.parse(delivery.content);
  return { delivery, payload, attempts: await listAttempts(tx, actor.organizationId, id) };
}
