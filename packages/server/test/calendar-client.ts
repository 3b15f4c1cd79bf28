import assert from "node:assert/strict";
import type ICAL from "ical.js";
import { event, type ReceivedMail } from "./mailbox.ts";

/** A session in somebody's calendar. */
export interface Entry {
  uid: string;
  sequence: number;
  stamp: string;
  /** UTC. */
  start: string;
  summary: string;
  organizer: string;
  /** Addresses with their roles, such as `ada@example.com CHAIR`. */
  attendees: string[];
  isCancelled: boolean;
}

/**
 * What the calendar of somebody who gets these mails shows of one session, once all are taken in. Takes each in as
 * RFC 5546 has it, and refuses what is out of order, not theirs, or does not follow from what it knows.
 */
export function takeIn(mails: readonly ReceivedMail[]): Entry | null {
  let known: Entry | null = null;
  for (const mail of mails.filter(({ calendar }) => calendar !== null)) known = takeOne(known, mail);
  return known;
}

function takeOne(known: Entry | null, mail: ReceivedMail): Entry {
  const method = String(mail.calendar?.getFirstPropertyValue("method"));
  const entry = { ...entryOf(mail), isCancelled: method === "CANCEL" };
  const said = `${method} ${JSON.stringify(entry)} after ${JSON.stringify(known)}`;
  const contentType = /content-type: *text\/calendar;[^\r]*(\r\n[ \t][^\r]*)*/i.exec(mail.raw)?.[0] ?? "";
  assert.match(contentType, new RegExp(`method="?${method}"?`, "i"), said);
  const addresses = entry.attendees.map((attendee) => attendee.split(" ")[0]?.toLowerCase());
  assert.ok(addresses.includes(mail.to.toLowerCase()), said);
  if (!known) {
    assert.equal(method, "REQUEST", said);
    return entry;
  }
  assert.equal(entry.uid, known.uid, said);
  assert.equal(entry.organizer, known.organizer, said);
  const isLater = entry.sequence > known.sequence || entry.stamp > known.stamp;
  assert.ok(isLater && entry.sequence >= known.sequence && entry.stamp >= known.stamp, said);
  if (method === "CANCEL" || entry.start !== known.start) assert.ok(entry.sequence > known.sequence, said);
  return entry;
}

function entryOf(mail: ReceivedMail): Omit<Entry, "isCancelled"> {
  const vevent = event(mail);
  const { component } = vevent;
  const address = (property: ICAL.Property) => String(property.getFirstValue()).replace(/^mailto:/i, "");
  const organizer = component.getFirstProperty("organizer");
  assert.ok(organizer);
  const zone = vevent.startDate.zone.tzid;
  const zones = mail.calendar?.getAllSubcomponents("vtimezone") ?? [];
  const isDefined = zones.some((one) => one.getFirstPropertyValue("tzid") === zone);
  assert.ok(isDefined || zone === "UTC", `VTIMEZONE of ${zone}`);
  return {
    uid: vevent.uid,
    sequence: vevent.sequence,
    stamp: String(component.getFirstPropertyValue("dtstamp")),
    start: vevent.startDate.toJSDate().toISOString(),
    summary: vevent.summary,
    organizer: address(organizer),
    attendees: component
      .getAllProperties("attendee")
      .map((property) => `${address(property)} ${property.getFirstParameter("role")}`),
  };
}
