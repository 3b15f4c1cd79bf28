import type { Broadcaster } from "#events/broadcast.ts";
import type { StoredEvent } from "#events/subscriber.ts";
import { formatInstant } from "#kernel/instant.ts";

/** What the reviewers of an organization read. */
export const queueTopic = "screening";

/** What changes who waits for a review, or for whom. That somebody answered a question does not. */
const types: ReadonlySet<StoredEvent["type"]> = new Set([
  "screening.session.started",
  "screening.session.completed",
  "screening.session.disqualified",
  "screening.session.reviewed",
  "screening.session.expired",
  "screening.session.erased",
]);

interface SessionPayload {
  sessionId: string;
  workflowTemplateId: string;
  reviewStatus?: string;
}

/** What happens to the organization's sessions: facts without names, so that readers read again what they show. */
export const queueBroadcaster: Broadcaster = ({ id, type, version, occurredAt, payload }) => {
  if (!types.has(type)) return [];
  const { sessionId, workflowTemplateId, reviewStatus } = payload as SessionPayload;
  const data = {
    eventId: id,
    type,
    sessionId,
    workflowTemplateId,
    version,
    occurredAt: formatInstant(occurredAt),
    reviewStatus,
  };
  return [{ topic: queueTopic, name: "queue-update", data }];
};
