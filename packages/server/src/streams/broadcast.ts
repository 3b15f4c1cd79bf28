import type { Broadcaster } from "#events/broadcast.ts";
import { formatInstant } from "#kernel/instant.ts";

/** The one topic of all that happens in an organization. */
export const organizationTopic = "organization";

/** Every stored event, as it is. Its name is the one that a browser's `onmessage` takes. */
export const organizationBroadcaster: Broadcaster = ({
  id,
  type,
  subjectId,
  version,
  occurredAt,
  payload,
}) => [
  {
    topic: organizationTopic,
    name: "message",
    data: { id, type, subjectId, version, occurredAt: formatInstant(occurredAt), payload },
  },
];
