import type { StoredEvent, Subscriber } from "#events/subscriber.ts";
import type { Vault } from "#kernel/vault.ts";

/** The tasks of depositions, by the names under which their jobs are stored. */
export const tasks = {
  tellInvited: "depositions.tell-invited",
  tellStaff: "depositions.tell-staff",
  remind: "depositions.remind",
  followWithMeeting: "depositions.follow-with-meeting",
  sweepMeeting: "depositions.sweep-meeting",
} as const;

/** What those who are invited, or who asked, are told. */
const isTold: ReadonlySet<string> = new Set([
  "depositions.session.requested",
  "depositions.session.scheduled",
  "depositions.session.declined",
  "depositions.session.edited",
  "depositions.session.rescheduled",
  "depositions.session.invites_changed",
  "depositions.session.cancelation_declined",
  "depositions.session.cancelled",
] satisfies StoredEvent["type"][]);

/** What a meeting at the provider follows. */
const changesMeeting: ReadonlySet<string> = new Set([
  "depositions.session.edited",
  "depositions.session.rescheduled",
  "depositions.session.cancelled",
] satisfies StoredEvent["type"][]);

/** What our staff decide on. */
const awaitsDecision: ReadonlySet<string> = new Set([
  "depositions.session.requested",
  "depositions.session.cancelation_requested",
] satisfies StoredEvent["type"][]);

/** What follows from the events of depositions. */
export const depositionSubscriber: Subscriber = ({ organizationId, id, type, subjectId }) => {
  const payload = { organizationId, sessionId: subjectId };
  const jobs = [];
  if (isTold.has(type)) {
    jobs.push({ task: tasks.tellInvited, key: `${tasks.tellInvited}:${subjectId}`, payload });
  }
  if (changesMeeting.has(type)) {
    const task = tasks.followWithMeeting;
    jobs.push({ task, key: `${task}:${subjectId}`, payload });
  }
  if (awaitsDecision.has(type)) {
    const ofEvent = { ...payload, eventId: id, type };
    jobs.push({ task: tasks.tellStaff, key: `${tasks.tellStaff}:${id}`, payload: ofEvent });
  }
  return jobs;
};

/** What the tasks of a session work on. */
export interface TimedSession {
  organizationId: string;
  sessionId: string;
  now: Date;
  publicUrl: string;
}

/** What tells those who are invited. */
export interface Telling extends TimedSession {
  /** Makes the links of guests, and seals the mails that hold them. */
  vault: Vault;
}
