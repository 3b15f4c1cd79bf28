import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, countdown, differ, momentIn, spanElsewhere, spanIn, timeIn } from "./when.ts";

const start = new Date("2026-03-02T15:00:00Z");
const end = new Date("2026-03-02T16:15:00Z");

test("a session's time is written in the zone that is asked for, its day once", () => {
  const span = (zone: string, languages: readonly string[] = []) => spanIn(start, end, zone, languages);
  assert.match(span("Europe/Berlin", ["de-DE"]), /^Monday,? 2 March 2026, 16:00 – 17:15$/);
  assert.match(span("America/Panama", ["fr", "en-US"]), /^Monday, March 2, 2026, 10:00\sAM – 11:15\sAM$/);
  assert.match(span("Asia/Kolkata"), /^Monday,? 2 March 2026, 20:30 – 21:45$/);
  assert.match(span("Asia/Vladivostok"), /^Tuesday,? 3 March 2026, 01:00 – 02:15$/);
  assert.match(span("Europe/Samara"), /^Monday,? 2 March 2026, 19:00 – 20:15$/);
  assert.match(spanIn(start, null, "UTC", []), /^Monday,? 2 March 2026, 15:00$/);
});

test("a session that goes on after midnight says both days", () => {
  assert.match(
    spanIn(start, end, "Asia/Shanghai", []),
    /^Monday,? 2 March 2026, 23:00 – Tuesday,? 3 March 2026, 00:15$/,
  );
});

test("in another zone the day is said only where it is another day there", () => {
  const elsewhere = (there: string) => spanElsewhere(start, end, { here: "Europe/Berlin", there }, []);
  assert.equal(elsewhere("America/Panama"), "10:00 – 11:15");
  assert.match(elsewhere("Asia/Tokyo"), /^Tuesday,? 3 March 2026, 00:00 – 01:15$/);
});

test("a moment says its day only when that is another one", () => {
  assert.equal(momentIn(end, start, "UTC", []), "16:15");
  assert.equal(momentIn(end, new Date("2026-03-01T12:00:00Z"), "UTC", []), "16:15 on 2 March");
});

test("a time is written in the reader's English, where what the browser calls a language is one", () => {
  assert.match(timeIn(end, "UTC", ["de-DE", "en-US"]), /^4:15\sPM$/);
  assert.equal(timeIn(end, "UTC", ["en-US@posix"]), "16:15");
});

test("zones differ when their clocks do, and an unknown one does not", () => {
  assert.equal(differ("Europe/Berlin", "Europe/Paris", start), false);
  assert.equal(differ("Europe/Berlin", "America/Panama", start), true);
  assert.equal(differ("Europe/Berlin", "Mars/Olympus", start), false);
});

test("what is left is told the finer the less it is, and never below nothing", () => {
  assert.equal(countdown(49 * 3_600_000), "2 d 1 h");
  assert.equal(countdown(3_900_000), "1 h 5 min");
  assert.equal(countdown(248_200), "4:09");
  assert.equal(countdown(-5), "0:00");
  assert.equal(clock(3_723), "1:02:03");
});
