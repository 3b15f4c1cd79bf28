import type { Announcer, Broadcaster } from "#events/broadcast.ts";
import type { StoredEvent } from "#events/subscriber.ts";
import { formatInstant } from "#kernel/instant.ts";
import type { SessionStatus } from "./lifecycle.ts";

/** What the readers of a mentorship's stream read. */
export const mentorshipTopic = (mentorshipId: string): string => `mentorship:${mentorshipId}`;

/** The status that an event tells of; null where it is what it was. */
const statusOf: Partial<Record<StoredEvent["type"], SessionStatus | null>> = {
  "mentorship.session.scheduled": "scheduled",
  "mentorship.session.rescheduled": null,
  "mentorship.session.edited": null,
  "mentorship.session.confirmed": "confirmed",
  "mentorship.session.reopened": "scheduled",
  "mentorship.session.cancelled": "cancelled",
  "mentorship.session.completed": "completed",
  "mentorship.session.missed": "missed",
};

interface SessionPayload {
  sessionId: string;
  mentorshipId: string;
  from?: string;
  to?: string;
  changed?: string[];
}

/** What happens to a mentorship's sessions: facts without names, so that readers read again what they show. */
export const mentorshipBroadcaster: Broadcaster = ({ id, type, version, occurredAt, payload }) => {
  const status = statusOf[type];
  if (status === undefined) return [];
  const { sessionId, mentorshipId, from, to, changed } = payload as SessionPayload;
  const data = {
    eventId: id,
    type,
    sessionId,
    mentorshipId,
    ...(status === null ? {} : { status }),
    version,
    occurredAt: formatInstant(occurredAt),
    from,
    to,
    changed,
  };
  return [{ topic: mentorshipTopic(mentorshipId), name: "session-update", data }];
};

/** Reactions, to whoever watches at this moment. */
export const mentorshipAnnouncer: Announcer = ({ type, payload }) => {
  if (type !== "mentorship.reaction.sent") return [];
  const { sessionId, mentorshipId, emoji, userId, sentAt } = payload as Record<string, string> & {
    mentorshipId: string;
  };
  const data = { sessionId, mentorshipId, emoji, userId, sentAt };
  return [{ topic: mentorshipTopic(mentorshipId), name: "call-reaction", data }];
};
