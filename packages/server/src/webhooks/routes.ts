import { memberRoute, type RouteGroup } from "#http/route.ts";
import type { Vault } from "#kernel/vault.ts";
import { eventTypes } from "./filters.ts";
import { admit, admitTo } from "./operations/admit.ts";
import { createEndpoint } from "./operations/create-endpoint.ts";
import { deleteEndpoint } from "./operations/delete-endpoint.ts";
import { getDelivery } from "./operations/get-delivery.ts";
import { listDeliveries } from "./operations/list-deliveries.ts";
import { listEndpoints } from "./operations/list-endpoints.ts";
import { replayDelivery } from "./operations/replay-delivery.ts";
import { replayRange } from "./operations/replay-range.ts";
import { rotateSecret } from "./operations/rotate-secret.ts";
import { sendTest } from "./operations/send-test.ts";
import { updateEndpoint } from "./operations/update-endpoint.ts";
import { presentDelivery, presentDetails, presentEndpoint, presentNewEndpoint } from "./presenter.ts";
import type { WebhookSender } from "./sender-port.ts";
import { webhookWire } from "./wire.ts";

export interface WebhookParts {
  vault: Vault;
  sender: Pick<WebhookSender, "faultOf">;
}

const reads = { scope: "webhooks:read" } as const;
const writes = { scope: "webhooks:write" } as const;
const showsSecret = { ...writes, secret: true } as const;

/** The routes of endpoints and of what was sent to them. */
export function webhookRoutes({ vault, sender }: WebhookParts): RouteGroup {
  const wire = webhookWire(sender.faultOf);
  return {
    contract: {
      tag: "webhooks",
      badInput: "invalid_request",
      malformedBody: "malformed_json",
      errorShape: "problem",
    },
    routes: [
      memberRoute(wire.listEventTypes, reads, async (context) => {
        admit(context);
        return { data: eventTypes };
      }),
      memberRoute(wire.listEndpoints, reads, async (context, { query }) => {
        const { total, rows } = await listEndpoints(context, query);
        return { data: rows.map(presentEndpoint), meta: { total_count: total } };
      }),
      memberRoute(wire.createEndpoint, showsSecret, async (context, { body }) => ({
        data: presentNewEndpoint(await createEndpoint(context, vault, body)),
      })),
      memberRoute(wire.getEndpoint, reads, async (context, { params }) => ({
        data: presentEndpoint(await admitTo(context, params.id)),
      })),
      memberRoute(wire.updateEndpoint, writes, async (context, { params, body }) => ({
        data: presentEndpoint(await updateEndpoint(context, params.id, body)),
      })),
      memberRoute(wire.deleteEndpoint, writes, async (context, { params }) => ({
        data: presentEndpoint(await deleteEndpoint(context, params.id)),
      })),
      memberRoute(wire.rotateSecret, showsSecret, async (context, { params }) => ({
        data: presentNewEndpoint(await rotateSecret(context, vault, params.id)),
      })),
      memberRoute(wire.sendTest, writes, async (context, { params }) => ({
        data: presentDelivery(await sendTest(context, params.id)),
      })),
      memberRoute(wire.listDeliveries, reads, async (context, { params, query }) => {
        const { deliveries, next } = await listDeliveries(context, params.id, query);
        return { data: deliveries.map(presentDelivery), meta: { next_cursor: next } };
      }),
      memberRoute(wire.getDelivery, reads, async (context, { params }) => ({
        data: presentDetails(await getDelivery(context, params.id, params.deliveryId)),
      })),
      memberRoute(wire.replayDelivery, writes, async (context, { params }) => ({
        data: presentDelivery(await replayDelivery(context, params.id, params.deliveryId)),
      })),
      memberRoute(wire.replayRange, writes, async (context, { params, body }) => ({
        data: { count: await replayRange(context, params.id, body) },
      })),
    ],
  };
}
