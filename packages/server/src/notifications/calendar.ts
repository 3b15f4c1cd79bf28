import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventStatus,
} from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { isWebUrl } from "#kernel/html.ts";
import { findZone } from "#kernel/zones.ts";
import type { Attendee, CalendarObject } from "./calendar-object.ts";
import { renderZone } from "./calendar-zone.ts";

/** A session in a calendar; one that is only read names nobody. */
type CalendarEntry = Omit<CalendarObject, "method" | "attendees" | "organizerName"> &
  Partial<Pick<CalendarObject, "attendees" | "organizerName">>;

interface Frame {
  /** The address that invitations come from. */
  organizer: string;
  /** What a calendar program calls the whole, where it stays with its reader. */
  name?: string;
}

/**
 * Sessions as iCalendar text (RFC 5545) with one METHOD (RFC 5546). Times are given in each session's own zone, with
 * the zone's rules; in UTC where its name says nothing to us, or where a clock that is set back shows the time twice.
 */
export function renderCalendar(
  method: CalendarObject["method"],
  entries: readonly CalendarEntry[],
  { organizer, name }: Frame,
): string {
  const calendar = new ICalCalendar({
    prodId: { company: "Convene", product: "Convene", language: "EN" },
    method: ICalCalendarMethod[method],
    // The library writes names as they are.
    name: name === undefined ? null : escapeText(clean(name)),
  });
  const times = entries.map(timesOf);
  calendar.timezone({ name: null, generator: (zone) => renderZone(zone, ...spanOf(times, zone)) });
  entries.forEach((entry, n) => {
    calendar.createEvent(eventOf(entry, times[n] ?? timesOf(entry), method, organizer));
  });
  return `${calendar.toString()}\r\n`;
}

interface Times {
  start: Temporal.ZonedDateTime;
  end: Temporal.ZonedDateTime;
  /** Null for UTC. */
  zone: string | null;
}

function timesOf({ startsAt, minutes, timeZone }: CalendarEntry): Times {
  const start = Temporal.Instant.from(startsAt).toZonedDateTimeISO(findZone(timeZone) ?? "UTC");
  const end = start.add({ minutes });
  const isUtc = start.equals(start.withTimeZone("UTC"));
  if (!isUtc && isSaidByClock(start) && isSaidByClock(end)) return { start, end, zone: start.timeZoneId };
  return { start: start.withTimeZone("UTC"), end: end.withTimeZone("UTC"), zone: null };
}

/** Whether the local time means this instant and no other: of two, calendar programs do not all take the same one. */
function isSaidByClock(time: Temporal.ZonedDateTime): boolean {
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    time.toPlainDateTime().toZonedDateTime(time.timeZoneId, { disambiguation }),
  );
  return earlier !== undefined && later !== undefined && earlier.equals(later);
}

/** From the first start to the last end in a zone. */
function spanOf(times: readonly Times[], zone: string): [Temporal.ZonedDateTime, Temporal.ZonedDateTime] {
  const own = times.filter((one) => one.zone === zone);
  const starts = own.map(({ start }) => start).sort(Temporal.ZonedDateTime.compare);
  const ends = own.map(({ end }) => end).sort(Temporal.ZonedDateTime.compare);
  const [first, last] = [starts[0], ends.at(-1)];
  if (!first || !last) throw new Error(`no session is in the zone ${zone}`);
  return [first, last];
}

function eventOf(
  entry: CalendarEntry,
  { start, end, zone }: Times,
  method: CalendarObject["method"],
  organizer: string,
): ConstructorParameters<typeof ICalEvent>[0] {
  const { uid, sequence, stampedAt, status, url, organizerName, attendees = [] } = entry;
  const stamp = Temporal.Instant.from(stampedAt);
  // A cancellation for some attendees must not say that all of it is cancelled (RFC 5546, 3.2.5).
  const saysStatus = method !== "CANCEL" || status === "CANCELLED";
  return {
    id: clean(uid),
    sequence,
    stamp,
    lastModified: stamp,
    start,
    end,
    timezone: zone,
    summary: oneLine(entry.title),
    description: clean(entry.description),
    location: entry.location === null ? null : oneLine(entry.location),
    url: url !== null && isWebUrl(url) ? new URL(url).href : null,
    status: saysStatus ? ICalEventStatus[status] : null,
    organizer: { name: oneLine(organizerName ?? "") || "Convene", email: organizer },
    // What is published is nobody's invitation (RFC 5546, 3.2.1).
    attendees: method === "PUBLISH" ? [] : attendees.map(attendeeOf),
  };
}

const attendeeOf = ({ email, name, role, status }: Attendee) => ({
  email,
  name: oneLine(name ?? "") || email,
  role: roles[role],
  status: states[status],
  // Answers would go to the server's own address, where nobody reads them.
  rsvp: false,
});

const roles = {
  CHAIR: ICalAttendeeRole.CHAIR,
  "REQ-PARTICIPANT": ICalAttendeeRole.REQ,
  "OPT-PARTICIPANT": ICalAttendeeRole.OPT,
} as const satisfies Record<Attendee["role"], ICalAttendeeRole>;

const states = {
  "NEEDS-ACTION": ICalAttendeeStatus.NEEDSACTION,
  ACCEPTED: ICalAttendeeStatus.ACCEPTED,
  DECLINED: ICalAttendeeStatus.DECLINED,
  TENTATIVE: ICalAttendeeStatus.TENTATIVE,
} as const satisfies Record<Attendee["status"], ICalAttendeeStatus>;

/** Valid Unicode without control characters other than line breaks, which iCalendar text cannot hold. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ");

const oneLine = (text: string): string => clean(text).replace(/\s+/g, " ").trim();

const escapeText = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
