/** One session as calendars know it (RFC 5545), and what is asked of them (RFC 5546). */
export interface CalendarObject {
  /** PUBLISH is for calendars that are only read: it names no attendees. */
  method: "REQUEST" | "CANCEL" | "PUBLISH";
  /** The same for the session's whole life: `<session id>@<host of PUBLIC_URL>`. */
  uid: string;
  /** How often its time or place had changed, from 0. */
  sequence: number;
  /** When this state of it came to be, RFC 3339: DTSTAMP, which has whole seconds. */
  stampedAt: string;
  /** With CANCEL: CANCELLED for the whole session; anything else takes it from these attendees alone. */
  status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  title: string;
  /** Plain text. */
  description: string;
  /** A URL, or words. */
  location: string | null;
  url: string | null;
  /** RFC 3339. */
  startsAt: string;
  minutes: number;
  /** An IANA name; the calendar entry is held in this zone. */
  timeZone: string;
  organizerName: string;
  attendees: readonly Attendee[];
}

export interface Attendee {
  email: string;
  name: string | null;
  role: "CHAIR" | "REQ-PARTICIPANT" | "OPT-PARTICIPANT";
  status: "NEEDS-ACTION" | "ACCEPTED" | "DECLINED" | "TENTATIVE";
}

/** The UID of a session, which no two sessions share: the products' ids are UUIDs, and integers of depositions alone. */
export const calendarUid = (sessionId: string | number, publicUrl: string): string =>
  `${sessionId}@${new URL(publicUrl).hostname}`;

/**
 * DTSTAMP after some changes of a session, given from its first to the last: at least a second later than after one
 * fewer, so that calendars can tell which of two messages is the newer (RFC 5546, 2.1.5), however fast they followed.
 */
export function stampAfter(changes: readonly { occurredAt: Date }[]): string {
  const second = (stamp: number, { occurredAt }: { occurredAt: Date }) =>
    Math.max(Math.floor(occurredAt.getTime() / 1_000), stamp + 1);
  return new Date(changes.reduce(second, 0) * 1_000).toISOString();
}
