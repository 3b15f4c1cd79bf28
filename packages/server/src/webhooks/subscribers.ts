import type { PlannedEffect } from "#effects/effect.ts";
import { planEffects } from "#effects/plan.ts";
import type { BatchSubscriber, StoredEvent } from "#events/subscriber.ts";
import type { Clock } from "#kernel/clock.ts";
import { matches } from "./filters.ts";
import { eventBody } from "./message.ts";
import { webhookEffect } from "./planned.ts";
import { findOpenEndpoints, type OpenEndpoint } from "./sending-store.ts";

/** Messages in one statement. */
const batchSize = 2_000;

/**
 * One message for each event and each endpoint that wants it, in the order of the events' positions. For a batch of
 * events one look at the endpoints, and where there are none nothing else.
 */
export const webhookSubscriber =
  (clock: Clock): BatchSubscriber =>
  async (tx, events) => {
    const organizationIds = [...new Set(events.map((event) => event.organizationId))];
    const endpoints = await findOpenEndpoints(tx, organizationIds);
    if (endpoints.length === 0) return;
    const byOrganization = Map.groupBy(endpoints, (endpoint) => endpoint.organizationId);
    const planned = events.flatMap((event) => messagesOf(event, byOrganization.get(event.organizationId)));
    for (let n = 0; n < planned.length; n += batchSize)
      await planEffects(tx, planned.slice(n, n + batchSize), clock());
  };

function messagesOf(event: StoredEvent, endpoints: readonly OpenEndpoint[] = []): PlannedEffect[] {
  const wanting = endpoints.filter(({ events }) => matches(events, event.type));
  if (wanting.length === 0) return [];
  const { type: kind, id, subjectId } = event;
  const message = { kind, eventId: id, cause: id, subjectId, content: eventBody(event) };
  return wanting.map((endpoint) => webhookEffect(endpoint, message));
}
