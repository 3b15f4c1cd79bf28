import type { Reader } from "#identity/index.ts";
import { formatMinutes } from "#notifications/format.ts";
import type { Notice } from "#notifications/notice.ts";
import { caseFacts, joining, minutesOf, whenFacts } from "./details.ts";
import { lastOf, type Moment } from "./moment.ts";

/** Whom answers reach: the person who asked for the session; null where that was a key or nobody is left. */
export function organizerOf(moment: Moment): { name: string; email: string } | null {
  const asked =
    lastOf(moment, "depositions.session.requested") ?? lastOf(moment, "depositions.session.scheduled");
  const person = authorOf(moment, asked?.actorId);
  return person && { name: person.name, email: person.email };
}

/**
 * What whoever asked for something is told of it: at most one notice. A key has no address. Of what everybody
 * invited is told, those who are invited themselves need no second word.
 */
export function requesterNotices(moment: Moment): Notice[] {
  const wording = wordings[moment.event.type as keyof typeof wordings]?.(moment);
  const requester = wording && authorOf(moment, lastOf(moment, wording.asked, moment.event.version)?.actorId);
  if (!wording || !requester) return [];
  if (wording.isForGuestsToo && moment.guests.some(({ member }) => member?.id === requester.id)) return [];
  return [noticeOf(moment, requester, wording)];
}

interface Wording {
  /** The event by which it was asked for. */
  asked: "depositions.session.requested" | "depositions.session.cancelation_requested";
  title: string;
  paragraphs: string[];
  isForGuestsToo: boolean;
}

const wordings = {
  "depositions.session.requested": ({ session: { title } }: Moment): Wording => ({
    asked: "depositions.session.requested",
    title: `Request received: ${title}`,
    paragraphs: [
      `Your request for the session “${title}” was received. It will be confirmed or declined; you will be told which.`,
      "Nobody is invited before it is confirmed.",
    ],
    isForGuestsToo: false,
  }),
  "depositions.session.scheduled": ({ session: { title, notice } }: Moment): Wording => ({
    asked: "depositions.session.requested",
    title: `Request confirmed: ${title}`,
    paragraphs: [
      `The session “${title}” that you asked for is scheduled, and everybody on its list is being invited.`,
      ...(notice ? [notice] : []),
    ],
    isForGuestsToo: true,
  }),
  "depositions.session.declined": ({ session: { title, notice } }: Moment): Wording => ({
    asked: "depositions.session.requested",
    title: `Request declined: ${title}`,
    paragraphs: [
      `The session “${title}” that you asked for was declined. Nobody was invited.`,
      ...(notice ? [`The reason: ${notice}`] : []),
    ],
    isForGuestsToo: false,
  }),
  "depositions.session.cancelation_declined": ({ session: { title, notice } }: Moment): Wording => ({
    asked: "depositions.session.cancelation_requested",
    title: `Not cancelled: ${title}`,
    paragraphs: [
      `Your wish to cancel the session “${title}” was declined. The session takes place as planned.`,
      ...(notice ? [`The reason: ${notice}`] : []),
    ],
    isForGuestsToo: false,
  }),
  "depositions.session.cancelled": ({ session: { title } }: Moment): Wording => ({
    asked: "depositions.session.cancelation_requested",
    title: `Cancelled: ${title}`,
    paragraphs: [
      `The session “${title}” was cancelled, as you asked. Everybody who was invited is being told.`,
    ],
    isForGuestsToo: true,
  }),
};

function noticeOf(moment: Moment, requester: Reader, { title, paragraphs }: Wording): Notice {
  const { session, startsAt, event, organizationName } = moment;
  const join = event.type === "depositions.session.scheduled" ? joining(moment, null) : null;
  return {
    kind: event.type,
    to: { kind: "person", id: requester.id, email: requester.email, name: requester.name },
    title,
    paragraphs,
    facts: [
      ...whenFacts(session, startsAt, requester.timeZone),
      { label: "Duration", value: formatMinutes(minutesOf(session)) },
      ...caseFacts(session),
      ...(join?.facts ?? []),
    ],
    action: join && { label: "Open the session", url: join.page },
    calendar: null,
    replyTo: null,
    from: organizationName,
    isReminder: false,
    withPush: true,
  };
}

const authorOf = ({ authors }: Moment, id: string | null | undefined): Reader | null =>
  (id && authors.get(id)) || null;
