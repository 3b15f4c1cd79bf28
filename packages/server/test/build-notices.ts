import type { CalendarObject } from "../src/notifications/calendar-object.ts";
import type { Notice } from "../src/notifications/notice.ts";

/** A notice to somebody, with members of a test's own. */
export const notice = (email: string, members: Partial<Notice> = {}): Notice => ({
  kind: "mentorship.session.rescheduled",
  to: { kind: "address", id: email, email, name: "Ada Lovelace" },
  title: "Session moved",
  paragraphs: ["Grace Hopper moved your session.", "It was on Monday."],
  facts: [
    { label: "When", value: "Monday, 2 March 2026, 15:00 – 16:00 (Europe/Berlin, GMT+1)" },
    { label: "Where", value: "https://convene.test/sessions/1" },
  ],
  action: { label: "Open the session", url: "https://convene.test/sessions/1" },
  calendar: null,
  replyTo: { name: "Grace Hopper", email: "grace@example.com" },
  from: "Example Inc",
  isReminder: false,
  withPush: false,
  ...members,
});

/** An invitation, with members of a test's own. */
export const invitation = (members: Partial<CalendarObject> = {}): CalendarObject => ({
  method: "REQUEST",
  uid: "019a0000-0000-7000-8000-000000000001@convene.test",
  sequence: 0,
  stampedAt: "2026-03-02T09:00:00.000Z",
  status: "CONFIRMED",
  title: "Mentorship session",
  description: "With Grace Hopper.\nhttps://convene.test/sessions/1",
  location: "https://convene.test/sessions/1",
  url: "https://convene.test/sessions/1",
  startsAt: "2026-03-09T14:00:00.000Z",
  minutes: 60,
  timeZone: "Europe/Berlin",
  organizerName: "Example Inc",
  attendees: [
    { email: "ada@example.com", name: "Ada Lovelace", role: "REQ-PARTICIPANT", status: "NEEDS-ACTION" },
    { email: "grace@example.com", name: "Grace Hopper", role: "CHAIR", status: "ACCEPTED" },
  ],
  ...members,
});
