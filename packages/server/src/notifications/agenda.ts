import type { Transaction } from "#database/tenancy.ts";
import type { CalendarObject } from "./calendar-object.ts";

/** Whose sessions are asked for: a member of the organization. */
export interface AgendaOf {
  organizationId: string;
  personId: string;
  /** By which they may have been invited. */
  email: string;
  /** An IANA name; null where they have not said. */
  timeZone: string | null;
}

/** Sessions that start at or after `from` and before `to`; those that were cancelled before `cancelledSince` are left out. */
export interface AgendaWindow {
  from: Date;
  to: Date;
  cancelledSince: Date;
}

/** A session as it stands in somebody's own calendar: nobody is asked to answer, so nobody is listed. */
export type AgendaEntry = Omit<CalendarObject, "method" | "attendees" | "organizerName">;

/** Most sessions that one product gives for one organization; those that start last are left out. */
export const mostEntries = 1_000;

/** What a product has in store for a person, by start, at most `mostEntries`; lately cancelled ones are among it. */
export type Agenda = (tx: Transaction, of: AgendaOf, window: AgendaWindow) => Promise<AgendaEntry[]>;
