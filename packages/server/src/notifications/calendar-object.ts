/** One session as calendars know it (RFC 5545), and what is asked of them (RFC 5546). */
export interface CalendarObject {
  method: "REQUEST" | "CANCEL";
  /** The same for the session's whole life: `<session id>@<host of PUBLIC_URL>`. */
  uid: string;
  /** How often its time or place had changed, from 0. */
  sequence: number;
  /** When this state of it came to be, RFC 3339. */
  stampedAt: string;
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
