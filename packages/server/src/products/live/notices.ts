import type { FollowedEvent } from "#events/follow.ts";
import type { Reader } from "#identity/index.ts";
import { formatInstant } from "#kernel/instant.ts";
import { type CalendarObject, calendarUid } from "#notifications/calendar-object.ts";
import { formatMoment, formatStart } from "#notifications/format.ts";
import type { Notice } from "#notifications/notice.ts";
import { type Lead, reminding } from "#notifications/reminders.ts";
import { isOpen, type SessionStatus } from "./lifecycle.ts";
import type { Session } from "./store.ts";

/** A session and all that is said of it. */
export interface Told {
  session: Session;
  /** Null where there is no person for it. */
  host: Reader | null;
  /** The organization's name. */
  organization: string;
  publicUrl: string;
}

/** Minutes that a session takes in calendars, which want to know: none is planned. */
const calendarMinutes = 60;

/** Whether everybody is told who has a seat or waits: when it is, what it is called, and that it is not to be. */
export function isForAll(event: FollowedEvent): boolean {
  if (event.type === "live.session.cancelled") return true;
  return isNews(event) && ["scheduled_at", "title"].some((name) => event.payload.changed.includes(name));
}

/** What somebody who has a seat, or waits for one, is told of what everybody is told of. */
export function noticeForAll(told: Told, event: FollowedEvent, reader: Reader, hasSeat: boolean): Notice {
  const waiting = hasSeat ? [] : ["You are on its waiting list."];
  return {
    ...plain(told, event, reader),
    ...wordsForAll(told, event, reader, waiting),
    calendar: hasSeat ? calendarOf(told, event, reader) : null,
  };
}

/** What a person is told of their own seat or waiting place; null where the event is no such. */
export function registrationNotice(told: Told, event: FollowedEvent, reader: Reader): Notice | null {
  const words = registrationWords(told, event, reader);
  if (!words) return null;
  const { title, paragraphs, hasCalendar } = words;
  const calendar = hasCalendar ? calendarOf(told, event, reader) : null;
  const notice = plain(told, event, reader);
  if (event.type !== "live.registration.waitlisted") return { ...notice, title, paragraphs, calendar };
  const place = { label: "Place in line", value: String(event.payload.position) };
  return { ...notice, title, paragraphs, calendar, facts: [...notice.facts, place] };
}

/**
 * What the host is told, as long as it is the same one; null for what does not concern them. A session that is entered
 * after it was held is no news to its host.
 */
export function hostNotice(told: Told, event: FollowedEvent, host: Reader): Notice | null {
  if (event.type === "live.session.created") {
    return told.session.scheduledAt > event.occurredAt ? newHostNotice(told, event, host) : null;
  }
  if (!isForAll(event)) return null;
  const notice = { ...plain(told, event, host), calendar: calendarOf(told, event, host) };
  return { ...notice, ...wordsForAll(told, event, host, ["You are its host."]) };
}

/** Who hosts a session instead of whom since an event; null where that did not change, or is no news. */
export function hostChange(event: FollowedEvent): { formerHostId?: string; newHostId?: string } | null {
  if (!isNews(event) || event.payload.formerHostId === event.payload.newHostId) return null;
  return event.payload;
}

/** What somebody is told who is the host from now on. */
export function newHostNotice(told: Told, event: FollowedEvent, host: Reader): Notice {
  const begins = `You are the host of this session. It begins on ${whenOf(told, host)}.`;
  return {
    ...plain(told, event, host),
    title: `You host: ${nameOf(told.session)}`,
    paragraphs: [begins, `It has room for ${told.session.maxParticipants} people.`],
    calendar: calendarOf(told, event, host),
  };
}

/** What somebody is told who is the host no longer; it leaves their calendar unless they have a seat. */
export function formerHostNotice(told: Told, event: FollowedEvent, reader: Reader, hasSeat: boolean): Notice {
  const calendar = calendarOf(told, event, reader);
  return {
    ...plain(told, event, reader),
    title: `You no longer host: ${nameOf(told.session)}`,
    paragraphs: [hasSeat ? "You keep your seat." : "Somebody else does now."],
    calendar: hasSeat ? calendar : { ...calendar, method: "CANCEL", status: "CANCELLED" },
  };
}

/** What the host and those with a seat are told a while before the start. */
export function reminderNotice(told: Told, reader: Reader, lead: Lead): Notice {
  const { session, host } = told;
  const role = reader.id === host?.id ? "You are its host." : "You have a seat.";
  return {
    ...common(told, reader),
    kind: "live.reminder",
    title: `Reminder: ${nameOf(session)} starts ${formatStart(session.scheduledAt, lead, zoneOf(reader))}`,
    paragraphs: [`The session begins on ${whenOf(told, reader)}.`, role],
    ...reminding(lead, session.scheduledAt),
  };
}

type Edited = Extract<FollowedEvent, { type: "live.session.edited" }>;

/** An edit of a session that was not over: what is corrected afterwards is told to nobody. */
const isNews = (event: FollowedEvent): event is Edited =>
  event.type === "live.session.edited" && isOpen(event.payload.status as SessionStatus);

type Words = Pick<Notice, "title" | "paragraphs">;

function wordsForAll(told: Told, event: FollowedEvent, reader: Reader, more: readonly string[]): Words {
  const name = nameOf(told.session);
  const when = whenOf(told, reader);
  if (event.type !== "live.session.edited") {
    return { title: `Cancelled: ${name}`, paragraphs: [`The session on ${when} has been cancelled.`] };
  }
  const { changed, from } = event.payload;
  const renamed = changed.includes("title") ? ["The session has a new name."] : [];
  if (from === undefined) return { title: `Renamed: ${name}`, paragraphs: [...renamed, ...more] };
  const before = formatMoment(new Date(from), zoneOf(reader));
  const moved = `The session has been moved to ${when}. It was to begin on ${before}.`;
  return { title: `Moved: ${name}`, paragraphs: [moved, ...renamed, ...more] };
}

function registrationWords(
  told: Told,
  event: FollowedEvent,
  reader: Reader,
): (Words & { hasCalendar: boolean }) | null {
  const name = nameOf(told.session);
  const when = whenOf(told, reader);
  switch (event.type) {
    case "live.registration.created":
      return {
        title: `Registered: ${name}`,
        paragraphs: [`You have a seat. The session begins on ${when}.`],
        hasCalendar: true,
      };
    case "live.registration.waitlisted":
      return {
        title: `Waiting list: ${name}`,
        paragraphs: [
          "All seats are taken. You are on the waiting list, and you are told when a seat is yours.",
        ],
        hasCalendar: false,
      };
    case "live.registration.promoted":
      return {
        title: `You have a seat: ${name}`,
        paragraphs: [`You waited, and a seat is yours now. The session begins on ${when}.`],
        hasCalendar: true,
      };
    case "live.registration.cancelled": {
      const hadSeat = event.payload.status === "registered";
      const seat = hadSeat ? "You no longer have a seat" : "You no longer wait for a seat";
      return {
        title: `No longer registered: ${name}`,
        paragraphs: [`${seat} in the session on ${when}.`],
        hasCalendar: hadSeat,
      };
    }
    case "live.queue.called":
      return {
        title: `It is your turn: ${name}`,
        paragraphs: ["You are called in. Come into the room within three minutes, or your turn passes."],
        hasCalendar: false,
      };
    case "live.queue.missed":
      return {
        title: `Your turn has passed: ${name}`,
        paragraphs: ["You were called and did not come. You are at the end of the line now."],
        hasCalendar: false,
      };
    default:
      return null;
  }
}

/** Most characters of a session's name that are shown: the callers' own texts have no limit. */
const longestName = 200;

/** The session's name on one line. */
function nameOf({ title }: Session): string {
  const line = title
    .slice(0, 2 * longestName)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
  const characters = [...(line || "Live session")];
  return characters.length > longestName
    ? `${characters.slice(0, longestName - 1).join("")}…`
    : characters.join("");
}

const zoneOf = (reader: Pick<Reader, "timeZone">): string => reader.timeZone ?? "UTC";

const whenOf = ({ session }: Told, reader: Reader): string =>
  formatMoment(session.scheduledAt, zoneOf(reader));

const pageOf = ({ session, publicUrl }: Pick<Told, "session" | "publicUrl">): string =>
  `${publicUrl}/live/${session.id}`;

/** What every notice of a session has alike. */
function common(told: Told, reader: Reader): Omit<Notice, "kind" | "title" | "paragraphs"> {
  const { host, organization } = told;
  const when = { label: "When", value: whenOf(told, reader) };
  return {
    to: { kind: "person", id: reader.id, email: reader.email, name: reader.name },
    facts: host && host.id !== reader.id ? [when, { label: "Host", value: host.name }] : [when],
    action: { label: "Open the session", url: pageOf(told) },
    calendar: null,
    replyTo: null,
    from: organization,
    isReminder: false,
    withPush: true,
  };
}

const plain = (told: Told, event: FollowedEvent, reader: Reader) => ({
  ...common(told, reader),
  kind: event.type,
});

/**
 * The entry for one reader's calendar, who alone is on it: nobody is shown who else comes. The host, whose session it
 * stays, keeps it when they give up a seat.
 */
function calendarOf(told: Told, event: FollowedEvent, reader: Reader): CalendarObject {
  const isHost = reader.id === told.host?.id;
  const isCancelled = event.type === "live.session.cancelled";
  const isGone = isCancelled || (event.type === "live.registration.cancelled" && !isHost);
  return {
    ...planOf(told, reader),
    method: isGone ? "CANCEL" : "REQUEST",
    sequence: "sequence" in event.payload ? event.payload.sequence : 0,
    stampedAt: formatInstant(event.occurredAt),
    status: isGone ? "CANCELLED" : "CONFIRMED",
    organizerName: told.organization,
    attendees: [
      {
        email: reader.email,
        name: reader.name,
        role: isHost ? "CHAIR" : "REQ-PARTICIPANT",
        status: "ACCEPTED",
      },
    ],
  };
}

/** What every calendar entry of a session says, whatever became of it. */
export const planOf = (told: Pick<Told, "session" | "publicUrl">, reader: Pick<Reader, "timeZone">) => ({
  uid: calendarUid(told.session.id, told.publicUrl),
  title: nameOf(told.session),
  description: pageOf(told),
  location: pageOf(told),
  url: pageOf(told),
  startsAt: formatInstant(told.session.scheduledAt),
  minutes: calendarMinutes,
  timeZone: zoneOf(reader),
});
