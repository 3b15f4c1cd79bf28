import type { Transaction } from "#database/tenancy.ts";
import { deliveryTasks } from "#effects/deliver.ts";
import type { Task } from "#events/worker.ts";
import type { Offer } from "#http/route.ts";
import { webhookChannel } from "./channel.ts";
import { recipientOf } from "./planned.ts";
import { type WebhookParts, webhookRoutes } from "./routes.ts";
import { models } from "./schema.ts";
import type { WebhookSender } from "./sender-port.ts";
import { findOpenEndpoints } from "./sending-store.ts";

export { webhookSubscriber } from "./subscribers.ts";
export { webhookTasks } from "./tasks.ts";

/** What webhooks offer to the server. */
export const webhooks = (parts: WebhookParts): Offer => ({ routes: webhookRoutes(parts), models });

/** An organization's endpoints that are switched on, as recipients of effects. */
export const openEndpoints = async (tx: Transaction, organizationId: string): Promise<string[]> =>
  (await findOpenEndpoints(tx, [organizationId])).map(({ id }) => recipientOf(id));

/** Requests at once from one process, to all endpoints together. */
const concurrency = 32;

/** What sends webhooks. */
export const deliverWebhooks = (
  delivery: Parameters<typeof deliveryTasks>[0],
  sender: WebhookSender,
): { tasks: Record<string, Task>; concurrency: number } => ({
  tasks: deliveryTasks(delivery, { webhook: webhookChannel({ ...delivery, sender, concurrency }) }),
  concurrency,
});
