import type { EventType } from "#events/catalogue.ts";
import type { FollowedEvent } from "#events/follow.ts";
import { stampAfter } from "#notifications/calendar-object.ts";
import type { Session } from "./store.ts";

/** The types of event that say when a session is and how it stands: all that calendars are told of, and notes. */
export const telling = [
  "mentorship.session.scheduled",
  "mentorship.session.rescheduled",
  "mentorship.session.edited",
  "mentorship.session.confirmed",
  "mentorship.session.reopened",
  "mentorship.session.cancelled",
] as const satisfies EventType[];

/** A session as it was after one of its events. */
export interface Moment {
  startsAt: Date;
  isConfirmed: boolean;
  /** How often its time had changed or it was cancelled: SEQUENCE of its invitation (RFC 5546, 2.1.4). */
  sequence: number;
  /** DTSTAMP of its invitation, RFC 3339. */
  stampedAt: string;
}

/**
 * The session as it was at a version: messages are written when their turn comes, and one must not say what only a
 * later one is there to tell. `history` has all its events of the types `telling`, in their order.
 */
export function asOf(session: Session, history: readonly FollowedEvent[], version: number): Moment {
  const past = history.filter((event) => event.version <= version);
  const nextMove = history
    .filter((event) => event.version > version)
    .find((event) => event.type === "mentorship.session.rescheduled");
  const answer = past.findLast(({ type }) => answers.has(type));
  return {
    startsAt: nextMove ? new Date(nextMove.payload.from) : session.scheduledAt,
    isConfirmed: answer?.type === "mentorship.session.confirmed",
    sequence: past.filter(changesPlan).length,
    stampedAt: stampAfter(past),
  };
}

const answers: ReadonlySet<EventType> = new Set<EventType>([
  "mentorship.session.confirmed",
  "mentorship.session.reopened",
]);

function changesPlan(event: FollowedEvent): boolean {
  if (event.type === "mentorship.session.edited") return event.payload.changed.includes("durationMinutes");
  return event.type === "mentorship.session.rescheduled" || event.type === "mentorship.session.cancelled";
}

/**
 * What is told of events that are followed together: one thing for each request, however many events came of it,
 * so that whoever moves a session and makes it longer writes one e-mail and not two.
 */
export function actsOf(events: readonly FollowedEvent[]): FollowedEvent[][] {
  const acts: FollowedEvent[][] = [];
  for (const event of events) {
    const last = acts.at(-1)?.at(-1);
    if (last && last.requestId !== null && last.requestId === event.requestId) acts.at(-1)?.push(event);
    else acts.push([event]);
  }
  return acts;
}
