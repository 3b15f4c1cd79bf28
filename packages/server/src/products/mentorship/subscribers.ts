import type { StoredEvent, Subscriber } from "#events/subscriber.ts";

/** The tasks of mentorship, by the names under which their jobs are stored. */
export const tasks = {
  setTimers: "mentorship.set-timers",
  missSession: "mentorship.miss-session",
  remind: "mentorship.remind",
  tellOfSession: "mentorship.tell-of-session",
  tellOfMentorship: "mentorship.tell-of-mentorship",
} as const;

/** What changes when a session begins or can be missed, or whether. */
const movesTimers: ReadonlySet<string> = new Set([
  "mentorship.session.scheduled",
  "mentorship.session.rescheduled",
  "mentorship.session.edited",
  "mentorship.session.cancelled",
  "mentorship.session.completed",
  "mentorship.session.missed",
] satisfies StoredEvent["type"][]);

/** What coach and teacher may have to be told of. */
const isTold: ReadonlySet<string> = new Set([
  "mentorship.session.scheduled",
  "mentorship.session.rescheduled",
  "mentorship.session.edited",
  "mentorship.session.confirmed",
  "mentorship.session.reopened",
  "mentorship.session.cancelled",
  "mentorship.session.missed",
] satisfies StoredEvent["type"][]);

/** What follows from the events of mentorship. */
export const mentorshipSubscriber: Subscriber = ({ organizationId, id, type, subjectId }) => {
  if (type === "mentorship.created" || type === "mentorship.status_changed") {
    const payload = { organizationId, mentorshipId: subjectId };
    return [{ task: tasks.tellOfMentorship, key: `${tasks.tellOfMentorship}:${subjectId}`, payload }];
  }
  const payload = { organizationId, sessionId: subjectId };
  const timers = { task: tasks.setTimers, key: `${tasks.setTimers}:${id}`, payload };
  const telling = { task: tasks.tellOfSession, key: `${tasks.tellOfSession}:${subjectId}`, payload };
  return [...(movesTimers.has(type) ? [timers] : []), ...(isTold.has(type) ? [telling] : [])];
};

/** What the tasks of a session work on. */
export interface SessionWork {
  organizationId: string;
  sessionId: string;
  now: Date;
}

/** What its timers work on. */
export interface TimedSession extends SessionWork {
  /** Minutes after the planned end at which the session counts as missed. */
  grace: number;
}

/** The timer at which a session that was not held counts as missed. */
export const missTimer = (organizationId: string, sessionId: string) => ({
  task: tasks.missSession,
  key: `${tasks.missSession}:${sessionId}`,
  payload: { organizationId, sessionId },
});
