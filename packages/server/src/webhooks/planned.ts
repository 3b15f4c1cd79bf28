import type { PlannedEffect } from "#effects/effect.ts";

/** Where a message goes. */
interface Receiver {
  organizationId: string;
  id: string;
  url: string;
}

/** A message as an effect: to one endpoint, what concerns one subject goes out in order. */
export const webhookEffect = (
  { organizationId, id, url }: Receiver,
  message: Pick<PlannedEffect, "kind" | "eventId" | "cause" | "subjectId" | "content">,
): PlannedEffect => ({
  ...message,
  organizationId,
  channel: "webhook",
  recipient: recipientOf(id),
  address: new URL(url).host,
  sealed: false,
});

/** An endpoint as the recipient of effects. */
export const recipientOf = (endpointId: string): string => `endpoint:${endpointId}`;

/** The endpoint of such a recipient. */
export const endpointOf = (recipient: string): string => recipient.slice("endpoint:".length);
