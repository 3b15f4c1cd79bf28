import type { StoredEvent, Subscriber } from "#events/subscriber.ts";

/** The tasks of screening, by the names under which their jobs are stored. */
export const tasks = {
  tellProspect: "screening.tell-prospect",
  expireSession: "screening.expire-session",
  tellReviewers: "screening.tell-reviewers",
  applyRetention: "screening.apply-retention",
  forgetAnswers: "screening.forget-answers",
} as const;

/** The task that looks, once a day, for sessions that wait for a review and are about to expire. A crontab takes no dots. */
export const remindReviewersTask = "screening:remind-reviewers";

/** The task that notes, each minute, which sessions have expired, for lists and totals. */
export const noteExpiredTask = "screening:note-expired";

/** The task that looks, once a day, for what organizations have kept for long enough. */
export const retentionTask = "screening:erase-old";

/** What prospects are told, or what moves the timer of a session's expiry. */
const isFollowed: ReadonlySet<string> = new Set([
  "screening.session.started",
  "screening.session.completed",
  "screening.session.disqualified",
  "screening.session.reviewed",
  "screening.session.expired",
] satisfies StoredEvent["type"][]);

/** What follows from the events of screening. */
export const screeningSubscriber: Subscriber = ({ organizationId, type, subjectId }) => {
  if (!isFollowed.has(type)) return [];
  const payload = { organizationId, sessionId: subjectId };
  return [{ task: tasks.tellProspect, key: `${tasks.tellProspect}:${subjectId}`, payload }];
};

/** What the tasks of a session work on. */
export interface TimedSession {
  organizationId: string;
  sessionId: string;
  now: Date;
}

/** The timer at which a session that nobody has reviewed expires. */
export const expiryTimer = (organizationId: string, sessionId: string) => ({
  task: tasks.expireSession,
  key: `${tasks.expireSession}:${sessionId}`,
  payload: { organizationId, sessionId },
});
