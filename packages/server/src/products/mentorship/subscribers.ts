import type { StoredEvent, Subscriber } from "#events/subscriber.ts";

/** The tasks of mentorship, by the names under which their jobs are stored. */
export const tasks = {
  setTimers: "mentorship.set-timers",
  missSession: "mentorship.miss-session",
} as const;

/** What changes when, or whether, a session can be missed. */
const movesTimers: ReadonlySet<string> = new Set([
  "mentorship.session.scheduled",
  "mentorship.session.rescheduled",
  "mentorship.session.edited",
  "mentorship.session.cancelled",
  "mentorship.session.completed",
] satisfies StoredEvent["type"][]);

/** What follows from the events of mentorship. */
export const mentorshipSubscriber: Subscriber = ({ organizationId, id, type, subjectId }) => {
  if (!movesTimers.has(type)) return [];
  const payload = { organizationId, sessionId: subjectId };
  return [{ task: tasks.setTimers, key: `${tasks.setTimers}:${id}`, payload }];
};

/** What the tasks of a session work on. */
export interface TimedSession {
  organizationId: string;
  sessionId: string;
  now: Date;
  /** Minutes after the planned end at which the session counts as missed. */
  grace: number;
}

/** The timer at which a session that was not held counts as missed. */
export const missTimer = (organizationId: string, sessionId: string) => ({
  task: tasks.missSession,
  key: `${tasks.missSession}:${sessionId}`,
  payload: { organizationId, sessionId },
});
