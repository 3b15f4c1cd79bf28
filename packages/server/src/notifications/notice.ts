import type { CalendarObject } from "./calendar-object.ts";

export { nobodysOrganization } from "#effects/effect.ts";

/** Whom a notice is for, as they are known when it is made. */
export interface Recipient {
  kind: "person" | "invite" | "contact" | "address";
  id: string;
  email: string;
  /** How they are addressed; null where no name is known. */
  name: string | null;
  /** Who they are, where `id` is not that: pushes go to this person's devices. */
  personId?: string;
}

/** What somebody is told, in words; how it looks is the renderer's. Everything is plain text. */
export interface Notice {
  /** What it is, for people and filters: an event's type, or such as `mentorship.reminder`. */
  kind: string;
  to: Recipient;
  /** The subject line of the e-mail, and the title of a push. */
  title: string;
  /** A push shows the first of them. */
  paragraphs: readonly string[];
  /** What is to be known at a glance, such as when and where. */
  facts: readonly { label: string; value: string }[];
  /** What to do next, and the page where it is done. */
  action: { label: string; url: string } | null;
  /** The invitation or its cancellation, for the reader's calendar. */
  calendar: CalendarObject | null;
  /** Whom an answer by e-mail reaches; null for the sender's own address. */
  replyTo: { name: string; email: string } | null;
  /** In whose name it is sent: the organization's, or the server's where there is none. */
  from: string | null;
  /** In which it is written, BCP 47; English where none is given. */
  language?: string;
  /** It leads where a secret of its reader's opens: it is sealed for as long as it waits, and gone once it was sent. */
  hasSecret?: boolean;
  /** May be switched off by its reader; everything else may not. */
  isReminder: boolean;
  /** When it is worth nothing any more, RFC 3339: what could not go out before is dropped. */
  staleAt?: string;
  /** With a reminder of a session: when that is to begin, RFC 3339. What is true no longer is dropped. */
  startsAt?: string;
  /** Only people have devices: a `person`, or whoever has a `personId`. */
  withPush: boolean;
}

/** What a notice follows from, and what it is about. */
export interface Cause {
  organizationId: string;
  /** The event, where it is one. */
  eventId: string | null;
  /** The event's id, or what else makes it once for all time, such as `reminder:24h:2026-05-01T14:00:00.000Z`. */
  cause: string;
  /** To one reader, all that concerns one subject arrives in the order in which it was told. */
  subjectId: string;
}
