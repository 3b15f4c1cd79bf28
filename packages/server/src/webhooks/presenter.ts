import { formatInstant, formatOptionalInstant } from "#kernel/instant.ts";
import type { Attempt, Delivery } from "./deliveries-store.ts";
import { messageId } from "./message.ts";
import type { DeliveryDetails } from "./operations/get-delivery.ts";
import type { Endpoint } from "./store.ts";

export const presentEndpoint = (endpoint: Endpoint) => ({
  id: endpoint.id,
  url: endpoint.url,
  description: endpoint.description,
  events: endpoint.events,
  enabled: endpoint.disabledAt === null,
  disabledAt: formatOptionalInstant(endpoint.disabledAt),
  disabledReason: endpoint.disabledReason,
  failingSince: formatOptionalInstant(endpoint.failingSince),
  lastSuccessAt: formatOptionalInstant(endpoint.lastSuccessAt),
  previousSecretUntil: formatOptionalInstant(endpoint.previousSecretUntil),
  createdBy: endpoint.createdBy,
  createdAt: formatInstant(endpoint.createdAt),
  updatedAt: formatInstant(endpoint.updatedAt),
});

export const presentNewEndpoint = ({ endpoint, secret }: { endpoint: Endpoint; secret: string }) => ({
  ...presentEndpoint(endpoint),
  secret,
});

export const presentDelivery = (delivery: Delivery) => ({
  id: delivery.id,
  webhookId: messageId(delivery.id),
  type: delivery.type,
  eventId: delivery.eventId,
  subjectId: delivery.subjectId,
  state: delivery.state,
  attempts: delivery.attempts,
  nextAttemptAt: delivery.state === "waiting" ? formatInstant(delivery.dueAt) : null,
  outcome: delivery.outcome,
  createdAt: formatInstant(delivery.createdAt),
  updatedAt: formatInstant(delivery.updatedAt),
});

export const presentDetails = ({ delivery, payload, attempts }: DeliveryDetails) => ({
  ...presentDelivery(delivery),
  payload,
  attemptLog: attempts.map(presentAttempt),
});

const presentAttempt = (attempt: Attempt) => ({
  attempt: attempt.attempt,
  startedAt: formatInstant(attempt.startedAt),
  durationMs: attempt.milliseconds,
  result: attempt.result,
  status: attempt.status,
  detail: attempt.detail,
});
