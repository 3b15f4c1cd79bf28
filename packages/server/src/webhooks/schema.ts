import { type Static, Type } from "typebox";
import { effectStates } from "#effects/effect.ts";
import { closed, Instant, limit, nullable, OptionalName, oneOf, pageByOffset, Uuid } from "#kernel/schema.ts";
import { everything } from "./filters.ts";
import { disabledReasons } from "./lifecycle.ts";

/** States in which a delivery is over, and can be asked for once more. */
const settledStates = ["delivered", "failed", "dropped"] as const;

const Url = Type.String({
  pattern: "^\\S+$",
  "x-pattern-says": "must be a URL without spaces",
  maxLength: 2_000,
  description:
    "https, or http where the operator allows it. No user name, password or fragment in it; it is stored in its normal form. It must lead to public addresses, unless the operator allows others. Redirects are not followed.",
});

const Events = Type.Array(Type.String({ maxLength: 100 }), {
  minItems: 1,
  maxItems: 50,
  uniqueItems: true,
  description:
    "Types of events as GET /api/webhook-event-types lists them, or the beginning of some, such as `mentorship.*`, or `*` for all.",
});

export const CreateEndpoint = closed({
  url: Url,
  description: Type.Optional(OptionalName()),
  events: Type.Optional({ ...Events, default: [everything] }),
});
export type CreateEndpoint = Static<typeof CreateEndpoint>;

export const UpdateEndpoint = closed({
  url: Type.Optional(Url),
  description: Type.Optional(OptionalName()),
  events: Type.Optional(Events),
  enabled: Type.Optional(
    Type.Boolean({
      description:
        "false drops what waits to be sent. true does not send it by itself: replay what was missed.",
    }),
  ),
});
export type UpdateEndpoint = Static<typeof UpdateEndpoint>;

export const OneEndpoint = closed({ id: Uuid({ description: "Endpoint UUID" }) });
export const OneDelivery = closed({ id: Uuid({ description: "Endpoint UUID" }), deliveryId: Uuid() });

export const ListEndpoints = Type.Object(pageByOffset);

export const ListDeliveries = Type.Object({
  limit,
  cursor: Type.Optional(
    Type.String({ maxLength: 500, description: "`meta.next_cursor` of the page before" }),
  ),
  state: Type.Optional(oneOf(effectStates)),
  type: Type.Optional(Type.String({ maxLength: 100, description: "Type of event" })),
  from: Type.Optional(Instant({ description: "Planned at or after this instant." })),
  to: Type.Optional(Instant({ description: "Planned at or before this instant." })),
});
export type ListDeliveries = Static<typeof ListDeliveries>;

export const ReplayRange = closed({
  from: Instant({ description: "Planned at or after this instant." }),
  to: Instant({ description: "Planned at or before this instant; not before `from`." }),
  states: Type.Optional(
    Type.Array(oneOf(settledStates), {
      minItems: 1,
      uniqueItems: true,
      default: ["failed", "dropped"],
      description: "What waits is sent anyway.",
    }),
  ),
});
export type ReplayRange = Static<typeof ReplayRange>;

const members = {
  id: Uuid(),
  url: Type.String(),
  description: Type.String(),
  events: Type.Array(Type.String()),
  enabled: Type.Boolean(),
  disabledAt: nullable(Instant()),
  disabledReason: nullable(
    oneOf(disabledReasons, {
      description:
        "`switched_off` by a member; `gone`: it answered 410; `failing`: nothing arrived for as long as a message is tried, or for five days",
    }),
  ),
  failingSince: nullable(
    Instant({ description: "The first failure since something last arrived; null when all is well." }),
  ),
  lastSuccessAt: nullable(Instant({ description: "To the minute." })),
  previousSecretUntil: nullable(Instant({ description: "Until then the secret before this one signs too." })),
  createdBy: Type.String({ description: "Id of the person or API key" }),
  createdAt: Instant(),
  updatedAt: Instant(),
};

const WebhookEndpoint = Type.Object(members, {
  $id: "WebhookEndpoint",
  description: "Where an organization is told of its events. Its secret is never shown again.",
});

const NewWebhookEndpoint = Type.Object(
  {
    ...members,
    secret: Type.String({
      description: "`whsec_…`: verifies signatures. It is shown in this answer and never again.",
    }),
  },
  { $id: "NewWebhookEndpoint", description: "An endpoint with its new secret" },
);

const delivery = {
  id: Uuid(),
  webhookId: Type.String({ description: "The header `webhook-id`: the same for all attempts and replays" }),
  type: Type.String({ description: "Type of the event, or `webhook.test`" }),
  eventId: nullable(Uuid()),
  subjectId: Type.String(),
  state: oneOf(effectStates, {
    description:
      "`waiting`: it is tried again, or waits for an earlier one of its subject; `failed`: given up; `dropped`: the endpoint was switched off or removed, or answered 410",
  }),
  attempts: Type.Integer(),
  nextAttemptAt: nullable(Instant({ description: "While it waits." })),
  outcome: nullable(Type.String({ description: "What the last attempt came to" })),
  createdAt: Instant(),
  updatedAt: Instant(),
};

const WebhookDelivery = Type.Object(delivery, {
  $id: "WebhookDelivery",
  description: "A message to one endpoint",
});

const WebhookAttempt = Type.Object(
  {
    attempt: Type.Integer({ description: "From 1; replays count on" }),
    startedAt: Instant(),
    durationMs: Type.Integer(),
    result: oneOf(["delivered", "unreachable", "refused", "dropped"], {
      description: "`unreachable` is tried again",
    }),
    status: nullable(Type.Integer({ description: "Of HTTP; null where there was no answer" })),
    detail: nullable(
      Type.String({ description: "The first 500 characters of the answer, or what went wrong" }),
    ),
  },
  { $id: "WebhookAttempt", description: "One attempt at a delivery" },
);

const WebhookDeliveryDetails = Type.Object(
  {
    ...delivery,
    payload: nullable(
      Type.Unknown({ description: "The body of the message; null where it is not kept any more" }),
    ),
    attemptLog: Type.Array(Type.Ref("WebhookAttempt"), { description: "The first one first" }),
  },
  { $id: "WebhookDeliveryDetails", description: "A message to one endpoint with every attempt" },
);

export const models = [
  WebhookEndpoint,
  NewWebhookEndpoint,
  WebhookDelivery,
  WebhookAttempt,
  WebhookDeliveryDetails,
];

export const EventTypes = Type.Object({
  data: Type.Array(Type.Object({ type: Type.String(), about: Type.String() })),
});

export const PageOfEndpoints = Type.Object({
  data: Type.Array(Type.Ref("WebhookEndpoint")),
  meta: Type.Object({ total_count: Type.Integer() }),
});

export const PageOfDeliveries = Type.Object({
  data: Type.Array(Type.Ref("WebhookDelivery")),
  meta: Type.Object({ next_cursor: nullable(Type.String({ description: "Null on the last page" })) }),
});

export const Replayed = Type.Object({
  data: Type.Object({ count: Type.Integer({ description: "How many deliveries are sent once more" }) }),
});
