import type { Job, StoredEvent, Subscriber } from "#events/subscriber.ts";

/** The tasks of live, by the names under which their jobs are stored. */
export const tasks = {
  releaseSeats: "live.release-seats",
  setTimers: "live.set-timers",
  remind: "live.remind",
  tell: "live.tell-of-session",
  endTurn: "live.end-turn",
} as const;

/** What changes when a session begins, or whether. */
const movesTimers: ReadonlySet<string> = new Set([
  "live.session.created",
  "live.session.edited",
  "live.session.started",
  "live.session.cancelled",
] satisfies StoredEvent["type"][]);

/** What somebody may have to be told of. */
const isTold: ReadonlySet<string> = new Set([
  "live.session.created",
  "live.session.edited",
  "live.session.cancelled",
  "live.registration.created",
  "live.registration.waitlisted",
  "live.registration.promoted",
  "live.registration.cancelled",
  "live.queue.called",
  "live.queue.missed",
] satisfies StoredEvent["type"][]);

/** What follows in live from its events, and from those of others. */
export const liveSubscriber: Subscriber = ({ organizationId, id, type, subjectId }) => {
  if (type === "member.removed") {
    const payload = { organizationId, personId: subjectId };
    return [{ task: tasks.releaseSeats, key: `${tasks.releaseSeats}:${id}`, payload }];
  }
  const payload = { organizationId, sessionId: subjectId };
  const timers = { task: tasks.setTimers, key: `${tasks.setTimers}:${subjectId}`, payload };
  return [
    ...(movesTimers.has(type) ? [timers] : []),
    ...(isTold.has(type) ? [tellJob(organizationId, subjectId)] : []),
  ];
};

/** Tells those concerned what happened to a session since they were told last, as much as fits one job. */
export const tellJob = (organizationId: string, sessionId: string): Job => ({
  task: tasks.tell,
  key: `${tasks.tell}:${sessionId}`,
  payload: { organizationId, sessionId },
});

/** Reminds those of a session who come after a person, in the order of their ids. */
export const remindJob = (
  { organizationId, sessionId }: SessionWork,
  lead: string,
  afterPerson: string,
): Job => ({
  task: tasks.remind,
  key: `${tasks.remind}:${lead}:${sessionId}:page`,
  payload: { organizationId, sessionId, lead, afterPerson },
});

/** What the tasks of a session work on. */
export interface SessionWork {
  organizationId: string;
  sessionId: string;
  now: Date;
}
