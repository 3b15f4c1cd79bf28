import type { Broadcast, Broadcaster } from "#events/broadcast.ts";
import type { StoredEvent } from "#events/subscriber.ts";
import { formatInstant } from "#kernel/instant.ts";
import type { RegistrationStatus, SessionStatus } from "./lifecycle.ts";
import type { Place } from "./queue-store.ts";

/** What members read of a live session, and what those read who manage it. */
export const liveTopic = (sessionId: string, isManaged: boolean): string =>
  `live:${sessionId}${isManaged ? ":managed" : ""}`;

type Statuses<Status> = Partial<Record<StoredEvent["type"], Status>>;

/** The status that an event tells of; null where it is what it was. */
const sessionStatusOf: Statuses<SessionStatus | null> = {
  "live.session.created": "scheduled",
  "live.session.edited": null,
  "live.session.started": "live",
  "live.session.ended": "ended",
  "live.session.cancelled": "cancelled",
};
const registrationStatusOf: Statuses<RegistrationStatus | "none"> = {
  "live.registration.created": "registered",
  "live.registration.waitlisted": "waitlisted",
  "live.registration.promoted": "registered",
  "live.registration.cancelled": "none",
};

const queueStatusOf: Statuses<Place["status"]> = {
  "live.queue.joined": "waiting",
  "live.queue.missed": "waiting",
  "live.queue.called": "called",
  "live.queue.left": "none",
};

interface Payload {
  sessionId: string;
  personId?: string;
  changed?: string[];
}

/** What happens to a live session and its registrations. Only who manages it is told whose registration it is. */
export const liveBroadcaster: Broadcaster = ({ id, type, version, occurredAt, payload }) => {
  const { sessionId, personId, changed } = payload as Payload;
  const facts = (status: string | null) => ({
    eventId: id,
    type,
    sessionId,
    ...(status === null ? {} : { status }),
    version,
    occurredAt: formatInstant(occurredAt),
  });
  const tell = (name: string, data: object, more: object = {}): Broadcast[] => [
    { topic: liveTopic(sessionId, false), name, data },
    { topic: liveTopic(sessionId, true), name, data: { ...data, ...more } },
  ];
  const sessionStatus = sessionStatusOf[type];
  if (sessionStatus !== undefined) return tell("session-update", { ...facts(sessionStatus), changed });
  const registrationStatus = registrationStatusOf[type];
  if (registrationStatus !== undefined)
    return tell("registration-update", facts(registrationStatus), { personId });
  const queueStatus = queueStatusOf[type];
  if (queueStatus !== undefined) return tell("queue-update", facts(queueStatus), { personId });
  return [];
};
