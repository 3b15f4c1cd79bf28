import type { FollowedEvent } from "#events/follow.ts";
import { formatStart } from "#notifications/format.ts";
import type { Notice, Recipient } from "#notifications/notice.ts";
import { type Lead, reminding } from "#notifications/reminders.ts";
import {
  additionalDetails,
  allFacts,
  calendarOf,
  caseFacts,
  ianaZoneOf,
  inOwnZone,
  joining,
  whenFacts,
} from "./details.ts";
import { type Guest, lastOf, type Moment, momentAt, type Told } from "./moment.ts";
import { organizerOf, requesterNotices } from "./requester-notices.ts";

/** What people are told because of one event. */
export interface Telling {
  event: FollowedEvent;
  notices: Notice[];
}

/**
 * Who is told what because of a session's events, in their order. The events of one update share its version, and
 * fold: everybody is written to once, and told the most that concerns them.
 */
export const tellingsOf = (told: Told, events: readonly FollowedEvent[]): Telling[] =>
  [...Map.groupBy(events, ({ version }) => version).values()].flatMap((update) =>
    tellingsOfUpdate(told, update),
  );

function tellingsOfUpdate(told: Told, update: readonly FollowedEvent[]): Telling[] {
  const [first] = update;
  if (!first) return [];
  const moment = momentAt(told, first);
  const telling = (event: FollowedEvent, notices: Notice[]): Telling => ({ event, notices });
  switch (first.type) {
    case "depositions.session.scheduled":
      return [telling(first, [...moment.guests.map(invitation(moment)), ...requesterNotices(moment)])];
    case "depositions.session.cancelled":
      if (first.payload.withoutEmail) return [];
      return [telling(first, [...moment.guests.map(cancellation(moment)), ...requesterNotices(moment)])];
    case "depositions.session.requested":
    case "depositions.session.declined":
    case "depositions.session.cancelation_declined":
      return [telling(first, requesterNotices(moment))];
    default:
      return changesOf(told, update);
  }
}

/** The tellings of a session that was moved, edited or reinvited, or of all of these at once. */
function changesOf(told: Told, update: readonly FollowedEvent[]): Telling[] {
  // The rules of a time zone can move what is only asked for yet.
  if (!lastOf(told, "depositions.session.scheduled", update[0]?.version)) return [];
  const moved = update.find((event) => event.type === "depositions.session.rescheduled");
  const edited = update.find((event) => event.type === "depositions.session.edited");
  const reinvited = update.find((event) => event.type === "depositions.session.invites_changed");
  const { added = [], removed = [], changed = [] } = reinvited?.payload ?? {};
  const isIn = (ids: readonly string[]) => (guest: Guest) => ids.includes(guest.id);
  const isStaying = (guest: Guest) => !added.includes(guest.id);
  const tellings: Telling[] = [];
  const tell = (event: FollowedEvent, isConcerned: (guest: Guest) => boolean, make: Make) => {
    const moment = momentAt(told, event);
    tellings.push({ event, notices: moment.guests.filter(isConcerned).map(make(moment)) });
  };
  if (moved) tell(moved, isStaying, rescheduling(new Date(moved.payload.from), edited !== undefined));
  else if (edited) tell(edited, isStaying, correction);
  else if (reinvited) tell(reinvited, isIn(changed), newRole);
  if (reinvited) {
    tell(reinvited, isIn(added), invitation);
    const moment = momentAt(told, reinvited);
    const notices = told.everInvited.filter(isIn(removed)).map(removal(moment));
    tellings.push({ event: reinvited, notices });
  }
  return tellings;
}

/** Makes one guest's notice. */
type Make = (moment: Moment) => (guest: Guest) => Notice;

const invitation: Make = (moment) => (guest) => ({
  ...details(moment, guest),
  title: `Invitation: ${moment.session.title}`,
  paragraphs: [
    `${moment.organizationName} invites you to the session “${moment.session.title}”.`,
    ...additionalDetails(moment.session),
  ],
});

const rescheduling =
  (from: Date, isEdited: boolean): Make =>
  (moment) =>
  (guest) => {
    const { session, startsAt } = moment;
    const what = isEdited ? "moved, and its title or wording changed" : "moved";
    return {
      ...details(moment, guest),
      title: `New time: ${session.title}`,
      paragraphs: [
        `The session “${session.title}” was ${what}. You join it as before.`,
        `Before: ${inOwnZone(session, from)}`,
        `Now: ${inOwnZone(session, startsAt)}`,
        ...additionalDetails(session),
      ],
    };
  };

const correction: Make = (moment) => (guest) => ({
  ...details(moment, guest),
  title: `Updated: ${moment.session.title}`,
  paragraphs: [
    `The title, or the wording of the start, of the session “${moment.session.title}” was changed. It starts at the same moment as before.`,
    ...additionalDetails(moment.session),
  ],
});

const newRole: Make = (moment) => (guest) => ({
  ...details(moment, guest),
  title: `Updated: ${moment.session.title}`,
  paragraphs: [
    guest.accessLevel === "host"
      ? `You are now a host of the session “${moment.session.title}”.`
      : `You are no longer a host of the session “${moment.session.title}”; you are invited as a participant.`,
    ...additionalDetails(moment.session),
  ],
});

const removal: Make = (moment) => (guest) => ({
  ...farewell(moment, guest),
  title: `No longer invited: ${moment.session.title}`,
  paragraphs: [`You are no longer invited to the session “${moment.session.title}”.`],
  calendar: { ...calendarOf(moment, "CANCEL", { attendees: [guest] }), status: "CONFIRMED" },
});

const cancellation: Make = (moment) => (guest) => ({
  ...farewell(moment, guest),
  title: `Cancelled: ${moment.session.title}`,
  paragraphs: [`The session “${moment.session.title}” was cancelled and will not take place.`],
  calendar: calendarOf(moment, "CANCEL"),
});

/** Tells when the session starts, a while before. */
export function reminder(moment: Moment, guest: Guest, lead: Lead): Notice {
  const { session, startsAt } = moment;
  const start = formatStart(startsAt, lead, guest.member?.timeZone ?? ianaZoneOf(session));
  return {
    ...details(moment, guest),
    kind: "depositions.reminder",
    title: `Reminder: ${session.title} starts ${start}`,
    paragraphs: [`The session “${session.title}” starts ${start}.`, ...additionalDetails(session)],
    // The invitation is in their calendar already.
    calendar: null,
    ...reminding(lead, startsAt),
  };
}

/** What every notice to somebody who has a place in the session says. */
function details(moment: Moment, guest: Guest): Omit<Notice, "title" | "paragraphs"> {
  const join = joining(moment, guest);
  return {
    ...envelope(moment, guest),
    hasSecret: guest.member === null && join !== null,
    facts: allFacts(moment, guest),
    action: join && { label: "Join the session", url: join.page },
    calendar: calendarOf(moment, "REQUEST", { reader: guest }),
  };
}

/** What every notice to somebody who has none any more says. */
const farewell = (moment: Moment, guest: Guest): Omit<Notice, "title" | "paragraphs" | "calendar"> => ({
  ...envelope(moment, guest),
  facts: [
    ...whenFacts(moment.session, moment.startsAt, guest.member?.timeZone ?? null),
    ...caseFacts(moment.session),
  ],
  action: null,
});

const envelope = (
  moment: Moment,
  guest: Guest,
): Pick<Notice, "kind" | "to" | "replyTo" | "from" | "isReminder" | "withPush"> => ({
  kind: moment.event.type,
  to: recipientOf(guest),
  replyTo: organizerOf(moment),
  from: moment.organizationName,
  isReminder: false,
  withPush: guest.member !== null,
});

/**
 * Everybody is written to as who was invited, at the address that calendars know, so that all of it comes in order also
 * when they become a member in between. Members have devices too.
 */
const recipientOf = ({ id, email, name, member }: Guest): Recipient => ({
  kind: "invite",
  id,
  email,
  name,
  ...(member ? { personId: member.id } : {}),
});
