import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { StoredEvent } from "#events/subscriber.ts";
import { formatInstant } from "#kernel/instant.ts";

/** A new secret by which a receiver tells our messages: 32 random bytes. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/** The same for all attempts at one delivery, and for its replays: a receiver that has seen it drops a repeat. */
export const messageId = (deliveryId: string): string => `msg_${deliveryId.replaceAll("-", "")}`;

/** The headers of one attempt, with a signature by each secret (Standard Webhooks 1.0). */
export const signedHeaders = (
  id: string,
  body: string,
  secrets: readonly string[],
  now: Date,
): Record<string, string> => ({
  "content-type": "application/json",
  "user-agent": "Convene-Webhooks/1",
  "webhook-id": id,
  "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
  "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(" "),
});

/** The body that tells of an event: ids and facts, never what is known of people. */
export const eventBody = (event: StoredEvent): string =>
  JSON.stringify({
    type: event.type,
    timestamp: formatInstant(event.occurredAt),
    data: {
      ...(event.payload as object),
      organizationId: event.organizationId,
      subjectId: event.subjectId,
      version: event.version,
      eventId: event.id,
    },
  });

/** What a test event is called; no real one has this type. */
export const testType = "webhook.test";

export const testBody = (organizationId: string, endpointId: string, now: Date): string =>
  JSON.stringify({ type: testType, timestamp: formatInstant(now), data: { organizationId, endpointId } });
