import { type CalendarObject, calendarUid, stampAfter } from "#notifications/calendar-object.ts";
import { formatMinutes, formatWhen } from "#notifications/format.ts";
import type { Notice } from "#notifications/notice.ts";
import type { Guest, Moment, Told } from "./moment.ts";
import { handoverPage, sessionPage } from "./pages.ts";
import { zoneOf } from "./start.ts";
import type { Session } from "./store.ts";

type Facts = Notice["facts"];

/** Whole minutes that a session is planned to last. */
export const minutesOf = ({ estimatedDuration }: Session): number =>
  Math.max(1, Math.round(estimatedDuration * 60));

/** The session's own zone by its IANA name. */
export const ianaZoneOf = ({ timeZone }: Session): string => zoneOf(timeZone) ?? "UTC";

/** A moment of the session in its own zone: what was agreed, whoever reads it. */
export const inOwnZone = (session: Session, startsAt: Date): string =>
  formatWhen(startsAt, minutesOf(session), ianaZoneOf(session));

/** When it is: in the session's own zone, by its IANA name and as it was given, and in the reader's where that is another. */
export function whenFacts(session: Session, startsAt: Date, readerZone: string | null): Facts {
  const zone = ianaZoneOf(session);
  const facts: { label: string; value: string }[] = [{ label: "When", value: inOwnZone(session, startsAt) }];
  if (session.timeZone !== zone) facts.push({ label: "Time zone", value: session.timeZone });
  if (readerZone !== null && readerZone !== zone) {
    facts.push({ label: "In your time zone", value: formatWhen(startsAt, minutesOf(session), readerZone) });
  }
  return facts;
}

/** What is known of the matter itself. */
export const caseFacts = ({ caseName, deponentName }: Session): Facts => [
  ...(caseName ? [{ label: "Case", value: caseName }] : []),
  { label: "Deponent", value: deponentName },
];

/**
 * How it is joined, and where: the page that hands over to Zoom, else the session's own. Who has no account gets there
 * by their invitation.
 */
export function joining(
  { session, publicUrl, linkFor }: Pick<Told, "session" | "publicUrl"> & Partial<Pick<Told, "linkFor">>,
  guest: Guest | null,
): { facts: Facts; page: string } | null {
  const plain = sessionPage(session, publicUrl);
  if (plain === null) return null;
  const link = (page: string) => (guest && linkFor && !guest.member ? linkFor(page, guest.id) : page);
  const page = link(plain);
  const facts = [{ label: "Session page", value: page }];
  if (!session.meeting) return { facts, page };
  const { meetingId, password } = session.meeting;
  facts.push(
    { label: "Zoom meeting ID", value: String(meetingId) },
    { label: "Zoom password", value: password },
  );
  return { facts, page: link(handoverPage(plain)) };
}

/** Everything that somebody who is invited needs to know. */
export const allFacts = (moment: Moment, guest: Guest): Facts => [
  ...whenFacts(moment.session, moment.startsAt, guest.member?.timeZone ?? null),
  { label: "Duration", value: formatMinutes(minutesOf(moment.session)) },
  ...caseFacts(moment.session),
  { label: "Your role", value: roleOf(guest) },
  ...(joining(moment, guest)?.facts ?? []),
  { label: "Language", value: languageOf(moment.session) },
  ...(moment.session.interpreter ? [{ label: "Interpreter", value: moment.session.interpreter }] : []),
];

/** Whether one runs the session or takes part in it. */
const roleOf = ({ accessLevel }: Guest): string => (accessLevel === "host" ? "Host" : "Participant");

const languageNames = new Intl.DisplayNames("en", { type: "language" });

/** As it was asked for, in whatever words; else the name of the language that is taken for granted. */
const languageOf = ({ languages, language }: Session): string =>
  languages ?? languageNames.of(language) ?? language;

/** What was asked to be told beside the facts. */
export const additionalDetails = ({ additionalDetails: text }: Session): string[] => (text ? [text] : []);

/**
 * The session as its reader's calendar has it. A cancellation for some names these alone (RFC 5546, 3.2.5), and leads
 * nowhere: it is for nobody in particular.
 */
export function calendarOf(
  moment: Moment,
  method: CalendarObject["method"],
  { reader = null, attendees = moment.guests }: { reader?: Guest | null; attendees?: readonly Guest[] } = {},
): CalendarObject {
  return {
    ...planOf(moment, reader),
    method,
    sequence: moment.sequence,
    stampedAt: stampAfter(moment.history.filter(({ version }) => version <= moment.event.version)),
    status: method === "CANCEL" ? "CANCELLED" : "CONFIRMED",
    organizerName: moment.organizationName,
    attendees: attendees.map(({ email, name, accessLevel }) => ({
      email,
      name,
      role: accessLevel === "host" ? "CHAIR" : "REQ-PARTICIPANT",
      status: accessLevel === "host" ? "ACCEPTED" : "NEEDS-ACTION",
    })),
  };
}

/** What every calendar entry of a session says, whatever became of it. */
export function planOf(
  moment: Pick<Moment, "session" | "publicUrl" | "startsAt"> & Partial<Pick<Moment, "linkFor">>,
  reader: Guest | null,
) {
  const { session, publicUrl, startsAt } = moment;
  const join = joining(moment, reader);
  const lines = [...caseFacts(session), ...(join?.facts ?? [])].map(
    ({ label, value }) => `${label}: ${value}`,
  );
  return {
    uid: calendarUid(session.id, publicUrl),
    title: session.title,
    description: [...lines, ...additionalDetails(session)].join("\n"),
    location: join?.page ?? null,
    url: join?.page ?? null,
    startsAt: startsAt.toISOString(),
    minutes: minutesOf(session),
    timeZone: ianaZoneOf(session),
  };
}
