import type { EventType } from "#events/catalogue.ts";
import type { FollowedEvent } from "#events/follow.ts";
import type { Reader } from "#identity/index.ts";
import { formatInstant } from "#kernel/instant.ts";
import { findZone } from "#kernel/zones.ts";
import { type CalendarObject, calendarUid } from "#notifications/calendar-object.ts";
import { formatMinutes, formatMoment, formatStart, formatWhen } from "#notifications/format.ts";
import type { Notice } from "#notifications/notice.ts";
import { type Lead, reminding } from "#notifications/reminders.ts";
import { asOf, type Moment } from "./history.ts";
import type { Session } from "./store.ts";

/** A session and all that is said of it. */
export interface Told {
  session: Session;
  /** Its events of the types `telling`. */
  history: readonly FollowedEvent[];
  coach: Reader;
  teacher: Reader;
  /** The organization's name. */
  organization: string;
  publicUrl: string;
}

/** What came of one request gets one headline: the first of these that is among it. */
const headlines: readonly EventType[] = [
  "mentorship.session.scheduled",
  "mentorship.session.cancelled",
  "mentorship.session.missed",
  "mentorship.session.rescheduled",
  "mentorship.session.reopened",
  "mentorship.session.confirmed",
  "mentorship.session.edited",
];

/**
 * The event that an act is told under; null when it is told to nobody: that a session was held, which both know,
 * and notes, which are no news by themselves and stand in whatever is told next.
 */
export function headlineOf(act: readonly FollowedEvent[]): FollowedEvent | null {
  const told = act.filter(
    (event) =>
      event.type !== "mentorship.session.edited" || event.payload.changed.some((name) => name !== "notes"),
  );
  const type = headlines.find((headline) => told.some((event) => event.type === headline));
  return told.find((event) => event.type === type) ?? null;
}

/** What coach and teacher are told of one act, each in their own zone. */
export function sessionNotices(told: Told, act: readonly FollowedEvent[], headline: FollowedEvent): Notice[] {
  const last = act.at(-1) ?? headline;
  const moment = asOf(told.session, told.history, last.version);
  const isMissed = headline.type === "mentorship.session.missed";
  const calendar = isMissed ? null : calendarOf(told, moment, headline.type);
  return readersOf(told).map((view) => {
    const title = `${titles[headline.type]}: session with ${view.other.name}`;
    const paragraphs = act.flatMap((event) => sentencesOf(told, view, moment, event));
    return { ...plain(told, view, moment), kind: headline.type, title, paragraphs, calendar };
  });
}

/** What both are told a while before the start. */
export function reminderNotices(told: Told, lead: Lead): Notice[] {
  const { session } = told;
  const moment = { startsAt: session.scheduledAt, isConfirmed: session.status === "confirmed" };
  return readersOf(told).map((view) => ({
    ...plain(told, view, moment),
    kind: "mentorship.reminder",
    title: `Reminder: session with ${view.other.name} starts ${formatStart(session.scheduledAt, lead, zoneOf(session, view))}`,
    paragraphs: [
      `Your mentorship session with ${view.other.name} begins on ${formatMoment(session.scheduledAt, zoneOf(session, view))}.`,
      ...(moment.isConfirmed ? [] : [view.isCoach ? "It is not confirmed yet." : pleaseConfirm]),
    ],
    ...reminding(lead, session.scheduledAt),
  }));
}

/** One of the two, and the other one. */
interface View {
  reader: Reader;
  other: Reader;
  isCoach: boolean;
}

const readersOf = ({ coach, teacher }: Told): View[] => [
  { reader: coach, other: teacher, isCoach: true },
  { reader: teacher, other: coach, isCoach: false },
];

const titles: Partial<Record<EventType, string>> = {
  "mentorship.session.scheduled": "New",
  "mentorship.session.rescheduled": "Moved",
  "mentorship.session.edited": "Changed",
  "mentorship.session.confirmed": "Confirmed",
  "mentorship.session.reopened": "To be confirmed again",
  "mentorship.session.cancelled": "Cancelled",
  "mentorship.session.missed": "Missed",
};

const pleaseConfirm = "Please confirm that you can make it.";

function sentencesOf({ session }: Told, view: View, { startsAt }: Moment, event: FollowedEvent): string[] {
  const { other, isCoach } = view;
  const when = (start: Date) => formatMoment(start, zoneOf(session, view));
  switch (event.type) {
    case "mentorship.session.scheduled":
      return [
        `A mentorship session with ${other.name} has been scheduled for ${when(startsAt)}.`,
        isCoach ? `${other.name} is asked to confirm it.` : pleaseConfirm,
      ];
    case "mentorship.session.rescheduled":
      return [
        `The session has been moved to ${when(startsAt)}. It was to begin on ${when(new Date(event.payload.from))}.`,
      ];
    case "mentorship.session.edited":
      return editSentences(session, event.payload.changed);
    case "mentorship.session.confirmed":
      return [`The session on ${when(startsAt)} is confirmed.`];
    case "mentorship.session.reopened":
      return [
        isCoach
          ? `${other.name} is asked to confirm the session on ${when(startsAt)} again.`
          : `A fresh confirmation of the session on ${when(startsAt)} is asked of you. ${pleaseConfirm}`,
      ];
    case "mentorship.session.cancelled":
      return [`The session on ${when(startsAt)} has been cancelled.`];
    case "mentorship.session.missed":
      return [`The session on ${when(startsAt)} was not held, so it counts as missed.`];
    default:
      return [];
  }
}

function editSentences({ durationMinutes, timezone }: Session, changed: readonly string[]): string[] {
  const sentences = {
    durationMinutes: `The session now lasts ${formatMinutes(durationMinutes)}.`,
    timezone: `The session is now planned in the time zone ${timezone}.`,
  };
  return Object.entries(sentences).flatMap(([name, sentence]) => (changed.includes(name) ? [sentence] : []));
}

const zoneOf = (session: Session, { reader }: View): string =>
  reader.timeZone ?? findZone(session.timezone) ?? "UTC";

const pageOf = ({ session, publicUrl }: Pick<Told, "session" | "publicUrl">): string =>
  `${publicUrl}/sessions/${session.id}`;

/** What every notice of a session has alike. */
function plain(
  told: Told,
  view: View,
  moment: Pick<Moment, "startsAt">,
): Omit<Notice, "kind" | "title" | "paragraphs"> {
  const { session, organization } = told;
  const { reader, other, isCoach } = view;
  const facts = [
    { label: "When", value: formatWhen(moment.startsAt, session.durationMinutes, zoneOf(session, view)) },
    { label: isCoach ? "Teacher" : "Coach", value: other.name },
  ];
  return {
    to: { kind: "person", id: reader.id, email: reader.email, name: reader.name },
    facts: session.notes ? [...facts, { label: "Notes", value: session.notes }] : facts,
    action: { label: "Open the session", url: pageOf(told) },
    calendar: null,
    replyTo: { name: other.name, email: other.email },
    from: organization,
    isReminder: false,
    withPush: true,
  };
}

/** The invitation, alike for both: they see each other on it, as they do on the session's page. */
function calendarOf(told: Told, moment: Moment, headline: EventType): CalendarObject {
  const { coach, teacher } = told;
  const isCancelled = headline === "mentorship.session.cancelled";
  return {
    ...planOf(told, moment),
    method: isCancelled ? "CANCEL" : "REQUEST",
    stampedAt: moment.stampedAt,
    ...(isCancelled ? { status: "CANCELLED" as const } : {}),
    organizerName: told.organization,
    attendees: [
      { email: coach.email, name: coach.name, role: "CHAIR", status: "ACCEPTED" },
      {
        email: teacher.email,
        name: teacher.name,
        role: "REQ-PARTICIPANT",
        status: moment.isConfirmed ? "ACCEPTED" : "NEEDS-ACTION",
      },
    ],
  };
}

/** What every calendar entry of a session that is not cancelled says. */
export function planOf(told: Planned, moment: Moment) {
  const { session, coach, teacher, publicUrl } = told;
  return {
    uid: calendarUid(session.id, publicUrl),
    sequence: moment.sequence,
    status: moment.isConfirmed ? ("CONFIRMED" as const) : ("TENTATIVE" as const),
    title: `Mentorship: ${coach.name} and ${teacher.name}`,
    description: [session.notes, pageOf(told)].filter(Boolean).join("\n\n"),
    location: pageOf(told),
    url: pageOf(told),
    startsAt: formatInstant(moment.startsAt),
    minutes: session.durationMinutes,
    timeZone: findZone(session.timezone) ?? "UTC",
  };
}

interface Planned {
  session: Session;
  coach: Pick<Reader, "name">;
  teacher: Pick<Reader, "name">;
  publicUrl: string;
}
