import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import ICAL from "ical.js";
import { invitation } from "../../test/build-notices.ts";
import { renderCalendar } from "./calendar.ts";
import type { CalendarObject } from "./calendar-object.ts";

const frame = { organizer: "convene@convene.test" };

const render = (members: Partial<CalendarObject> = {}): string => {
  const object = invitation(members);
  return renderCalendar(object.method, [object], frame);
};

const parse = (text: string) => new ICAL.Component(ICAL.parse(text));

function eventIn(text: string): ICAL.Event {
  const component = parse(text).getFirstSubcomponent("vevent");
  assert.ok(component);
  return new ICAL.Event(component);
}

/** Start and end as whoever reads the text understands them, by the zone's rules in the text alone. */
function spanOf(text: string): string[] {
  ICAL.TimezoneService.reset();
  const calendar = parse(text);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const { startDate, endDate } = eventIn(text);
  return [startDate, endDate].map((time) => time.toJSDate().toISOString());
}

describe("a session in iCalendar", () => {
  test("says all that an invitation must say", () => {
    const text = render({ sequence: 2 });
    const calendar = parse(text);
    assert.equal(calendar.getFirstPropertyValue("method"), "REQUEST");
    assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
    const event = eventIn(text);
    const { component } = event;
    assert.equal(event.uid, invitation().uid);
    assert.equal(event.sequence, 2);
    assert.equal(event.summary, "Mentorship session");
    assert.equal(event.description, "With Grace Hopper.\nhttps://convene.test/sessions/1");
    assert.equal(event.location, "https://convene.test/sessions/1");
    assert.equal(String(component.getFirstPropertyValue("url")), "https://convene.test/sessions/1");
    assert.equal(component.getFirstPropertyValue("status"), "CONFIRMED");
    assert.equal(String(component.getFirstPropertyValue("dtstamp")), "2026-03-02T09:00:00Z");
    assert.equal(String(component.getFirstPropertyValue("last-modified")), "2026-03-02T09:00:00Z");
    const organizer = component.getFirstProperty("organizer");
    assert.equal(organizer?.getFirstValue(), "mailto:convene@convene.test");
    assert.equal(organizer?.getParameter("cn"), "Example Inc");
    const attendees = event.attendees.map((one) => [
      String(one.getFirstValue()).toLowerCase(),
      ...["cn", "role", "partstat", "rsvp"].map((name) => one.getParameter(name)),
    ]);
    assert.deepEqual(attendees, [
      ["mailto:ada@example.com", "Ada Lovelace", "REQ-PARTICIPANT", "NEEDS-ACTION", "FALSE"],
      ["mailto:grace@example.com", "Grace Hopper", "CHAIR", "ACCEPTED", "FALSE"],
    ]);
    assert.deepEqual(spanOf(text), ["2026-03-09T14:00:00.000Z", "2026-03-09T15:00:00.000Z"]);
  });

  test("is cancelled as a whole, or for those alone who are taken out", () => {
    const whole = eventIn(render({ method: "CANCEL", status: "CANCELLED", sequence: 3 }));
    assert.equal(whole.component.getFirstPropertyValue("status"), "CANCELLED");
    const partly = eventIn(render({ method: "CANCEL", status: "CONFIRMED", sequence: 3 }));
    assert.equal(partly.component.getFirstPropertyValue("status"), null);
    assert.equal(partly.attendees.length, 2);
  });

  test("names nobody where it is published", () => {
    const text = renderCalendar("PUBLISH", [invitation()], {
      ...frame,
      name: "Ada; her sessions,\nall of them",
    });
    assert.match(text, /\r\nX-WR-CALNAME:Ada\\; her sessions\\,\\nall of them\r\n/);
    assert.equal(eventIn(text).attendees.length, 0);
    assert.equal(eventIn(text).organizer, "mailto:convene@convene.test");
  });

  test("names each zone once, with rules for all sessions in it", () => {
    const starts = ["2025-07-01T10:00:00Z", "2026-01-10T10:00:00Z", "2027-08-01T10:00:00Z"];
    const zones = ["Africa/Casablanca", "America/New_York"];
    const objects = zones.flatMap((timeZone) =>
      starts.map((startsAt) =>
        invitation({ startsAt, timeZone, uid: `${startsAt}${timeZone}@convene.test` }),
      ),
    );
    const calendar = parse(renderCalendar("PUBLISH", objects, frame));
    ICAL.TimezoneService.reset();
    const rules = calendar.getAllSubcomponents("vtimezone");
    assert.deepEqual(
      rules.map((rule) => rule.getFirstPropertyValue("tzid")),
      zones,
    );
    for (const rule of rules) ICAL.TimezoneService.register(rule);
    const read = calendar
      .getAllSubcomponents("vevent")
      .map((one) => new ICAL.Event(one).startDate.toJSDate().toISOString());
    assert.deepEqual(
      read,
      objects.map(({ startsAt }) => new Date(startsAt).toISOString()),
    );
  });

  test("holds whatever people write, in lines of at most 75 octets", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.constant('a\r\nATTENDEE:mailto:eve@example.com\r\nX-"^;,:\\n\u0000\u2028'),
      fc.constant("長い題名".repeat(40)),
      fc.constant("👩‍👩‍👧‍👦".repeat(30)),
    );
    fc.assert(
      fc.property(hostile, hostile, (title, name) => {
        const attendees = [{ email: "a@b.example", name, role: "CHAIR", status: "TENTATIVE" }] as const;
        const text = render({ title, description: title, location: title, organizerName: name, attendees });
        for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.doesNotMatch(text.replaceAll("\r\n", ""), /[\r\n]/);
        const event = eventIn(text);
        assert.equal(event.attendees.length, 1);
        assert.equal(
          event.summary,
          title
            .replace(/\p{Cc}/gu, " ")
            .replace(/\s+/g, " ")
            .trim(),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("the zone of a session in iCalendar", () => {
  const instants = [
    "2024-03-20T12:00:00Z",
    // Around the nights of changes in America, Europe, Australia, Morocco and Gaza.
    "2026-02-15T01:30:00Z",
    "2026-03-08T06:59:00Z",
    "2026-03-08T07:00:00Z",
    "2026-03-29T00:59:00Z",
    "2026-03-29T01:00:00Z",
    "2026-04-04T15:00:00Z",
    "2026-07-01T12:00:00Z",
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z",
    "2026-11-01T05:30:00Z",
    "2026-11-01T06:30:00Z",
    "2026-12-24T23:30:00Z",
    "2031-05-05T08:15:00Z",
  ];

  test("is right for every zone there is", () => {
    for (const timeZone of Intl.supportedValuesOf("timeZone")) {
      for (const startsAt of instants) {
        const expected = [startsAt, new Date(Date.parse(startsAt) + 3_600_000)].map((one) =>
          new Date(one).toISOString(),
        );
        assert.deepEqual(spanOf(render({ startsAt, timeZone })), expected, `${timeZone} at ${startsAt}`);
      }
    }
  });

  test("keeps the name that was given, links included, in its usual case", () => {
    assert.match(render({ timeZone: "asia/calcutta" }), /DTSTART;TZID=Asia\/Calcutta:20260309T193000\r\n/);
    assert.match(render({ timeZone: "Asia/Kolkata" }), /TZID:Asia\/Kolkata\r\n/);
  });

  test("has a rule where its clocks follow one, and each change where they do not", () => {
    assert.match(render({ timeZone: "America/New_York" }), /RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n/);
    assert.match(render(), /RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n/);
    assert.doesNotMatch(render({ timeZone: "Africa/Casablanca" }), /RRULE/);
    assert.equal(render({ timeZone: "America/Phoenix" }).match(/BEGIN:(STANDARD|DAYLIGHT)/g)?.length, 1);
  });

  test("is UTC where it is UTC, and where nobody knows the name", () => {
    for (const timeZone of ["UTC", "Etc/UTC", "Mars/Olympus", ""]) {
      const text = render({ timeZone });
      assert.match(text, /\r\nDTSTART:20260309T140000Z\r\n/);
      assert.doesNotMatch(text, /VTIMEZONE/);
    }
  });

  test("is UTC where a clock shows the same time twice", () => {
    for (const hour of ["05", "06"]) {
      const startsAt = `2026-11-01T${hour}:30:00Z`;
      const text = render({ startsAt, timeZone: "America/New_York", minutes: 15 });
      assert.ok(text.includes(`\r\nDTSTART:20261101T${hour}3000Z\r\n`));
    }
  });
});
