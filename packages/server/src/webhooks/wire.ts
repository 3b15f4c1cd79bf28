import { Type } from "typebox";
import { cursorFaults } from "#kernel/cursor.ts";
import type { FieldError } from "#kernel/errors.ts";
import { parseInstant } from "#kernel/instant.ts";
import { filterFaults } from "./filters.ts";
import {
  CreateEndpoint,
  EventTypes,
  ListDeliveries,
  ListEndpoints,
  OneDelivery,
  OneEndpoint,
  PageOfDeliveries,
  PageOfEndpoints,
  Replayed,
  ReplayRange,
  UpdateEndpoint,
} from "./schema.ts";

const one = (model: string) => Type.Object({ data: Type.Ref(model) });

const who = "Role OrganizationAdmin and up, or an API key with";
const reads = `${who} \`webhooks:read\`.`;
const writes = `${who} \`webhooks:write\`.`;

const schedule =
  "What is not answered with 2xx within 15 seconds is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each with up to a tenth more, or as long as Retry-After asks with 429, 502, 503 or 504, to a day; 410, nothing arriving while a message is tried to the last, or for five days, switches the endpoint off.";

const endpoints = {
  listEventTypes: {
    method: "GET",
    path: "/api/webhook-event-types",
    operationId: "listWebhookEventTypes",
    summary: "The types of events that webhooks tell of",
    description: reads,
    success: [200, EventTypes],
  },
  listEndpoints: {
    method: "GET",
    path: "/api/webhook-endpoints",
    operationId: "listWebhookEndpoints",
    summary: "The organization's endpoints, newest first",
    description: reads,
    query: ListEndpoints,
    success: [200, PageOfEndpoints],
  },
  getEndpoint: {
    method: "GET",
    path: "/api/webhook-endpoints/:id",
    operationId: "getWebhookEndpoint",
    summary: "One endpoint",
    description: reads,
    params: OneEndpoint,
    success: [200, one("WebhookEndpoint")],
  },
  deleteEndpoint: {
    method: "DELETE",
    path: "/api/webhook-endpoints/:id",
    operationId: "deleteWebhookEndpoint",
    summary: "Remove an endpoint",
    description: `${writes} What waits to be sent is dropped.`,
    params: OneEndpoint,
    success: [200, one("WebhookEndpoint")],
  },
  rotateSecret: {
    method: "POST",
    path: "/api/webhook-endpoints/:id/rotate-secret",
    operationId: "rotateWebhookSecret",
    summary: "Get a new secret",
    description: `${writes} The former secret signs as well for 24 hours, as a second signature in \`webhook-signature\`; one before that is void at once. The new one is shown in this answer and never again.`,
    params: OneEndpoint,
    success: [200, one("NewWebhookEndpoint")],
  },
  sendTest: {
    method: "POST",
    path: "/api/webhook-endpoints/:id/test",
    operationId: "sendWebhookTest",
    summary: "Send a test event to this endpoint alone",
    description: `${writes} Of type \`webhook.test\`, whatever the endpoint's filters; it is tried and logged like any other. 409 while the endpoint is switched off.`,
    params: OneEndpoint,
    success: [202, one("WebhookDelivery")],
    refusals: ["conflict"],
  },
} as const;

/** Who answers for URLs is known where the routes are put together. */
type UrlFault = (url: string) => string | null;

const withUrl = (faultOf: UrlFault) =>
  ({
    createEndpoint: {
      method: "POST",
      path: "/api/webhook-endpoints",
      operationId: "createWebhookEndpoint",
      summary: "Be told of events at a URL",
      description: `${writes} It gets what happens from now on, signed by Standard Webhooks with the secret of this answer, which is not shown again. ${schedule} At most 50 in an organization: 409. The URL's address is looked up, and has to be a public one, at each attempt.`,
      body: CreateEndpoint,
      bodyFaults: endpointFaults(faultOf),
      success: [201, one("NewWebhookEndpoint")],
      refusals: ["conflict"],
    },
    updateEndpoint: {
      method: "PATCH",
      path: "/api/webhook-endpoints/:id",
      operationId: "updateWebhookEndpoint",
      summary: "Change an endpoint, or switch it on or off",
      description: `${writes} Setting what it is changes nothing. What waits to be sent goes to the new URL. Switched off, nothing is sent and what waits is dropped; switched on, it gets what happens from then on.`,
      params: OneEndpoint,
      body: UpdateEndpoint,
      bodyFaults: endpointFaults(faultOf),
      success: [200, one("WebhookEndpoint")],
    },
  }) as const;

const deliveries = {
  listDeliveries: {
    method: "GET",
    path: "/api/webhook-endpoints/:id/deliveries",
    operationId: "listWebhookDeliveries",
    summary: "What was and will be sent to an endpoint, newest first",
    description: `${reads} Kept for as long as the operator says, 30 days unless set otherwise.`,
    params: OneEndpoint,
    query: ListDeliveries,
    queryFaults: cursorFaults,
    success: [200, PageOfDeliveries],
  },
  getDelivery: {
    method: "GET",
    path: "/api/webhook-endpoints/:id/deliveries/:deliveryId",
    operationId: "getWebhookDelivery",
    summary: "One delivery with every attempt",
    description: reads,
    params: OneDelivery,
    success: [200, one("WebhookDeliveryDetails")],
  },
  replayDelivery: {
    method: "POST",
    path: "/api/webhook-endpoints/:id/deliveries/:deliveryId/replay",
    operationId: "replayWebhookDelivery",
    summary: "Send a delivery once more",
    description: `${writes} Under its old \`webhook-id\`, with the whole schedule of attempts before it. 409 while it waits to be sent anyway, and while the endpoint is switched off.`,
    params: OneDelivery,
    success: [202, one("WebhookDelivery")],
    refusals: ["conflict"],
  },
  replayRange: {
    method: "POST",
    path: "/api/webhook-endpoints/:id/replay",
    operationId: "replayWebhookRange",
    summary: "Send the deliveries of a time once more",
    description: `${writes} Each under its old \`webhook-id\`, of one subject in the order in which they were planned, after what is new. The answer says how many; they are sent after it. 409 for more than 10,000 at once, and while the endpoint is switched off.`,
    params: OneEndpoint,
    body: ReplayRange,
    bodyFaults: rangeFaults,
    success: [202, Replayed],
    refusals: ["conflict"],
  },
} as const;

export const webhookWire = (faultOf: UrlFault) => ({
  ...endpoints,
  ...withUrl(faultOf),
  ...deliveries,
});

/** What is wrong with URL and filters, whatever was sent. */
function endpointFaults(faultOf: UrlFault): (body: unknown) => FieldError[] {
  return (body) => {
    const url: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "url") : undefined;
    const fault = typeof url === "string" && /^\S+$/.test(url) ? faultOf(url) : null;
    return [...(fault ? [{ pointer: "/url", detail: fault }] : []), ...filterFaults(body)];
  };
}

function rangeFaults(body: unknown): FieldError[] {
  const { from, to } = Object(body) as { from?: unknown; to?: unknown };
  const [start, end] = [from, to].map((text) => (typeof text === "string" ? parseInstant(text) : null));
  if (!start || !end || start <= end) return [];
  return [{ pointer: "/to", detail: "must not be before from" }];
}
