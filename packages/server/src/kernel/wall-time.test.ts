import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseInstant } from "./instant.ts";
import railsZones from "./rails-time-zones.json" with { type: "json" };
import { parseWallDate, parseWallTime, resolveWallTime } from "./wall-time.ts";
import { findZone } from "./zones.ts";

function resolve(date: string, time: string, zoneName: string) {
  const day = parseWallDate(date);
  const hour = parseWallTime(time);
  const zone = findZone(zoneName);
  assert.ok(day && hour && zone);
  const found = resolveWallTime({ date: day, time: hour, zone });
  return found.ok ? found.instant.toISOString() : found.gap;
}

test("the documented example is half past one in the morning in California", () => {
  assert.equal(resolve("2025-01-28", "01:30 AM", "Pacific Time (US & Canada)"), "2025-01-28T09:30:00.000Z");
});

test("a time that the clock skips is refused and the gap is named", () => {
  const gap = { from: "02:00", to: "03:00" };
  assert.deepEqual(resolve("2025-03-09", "02:00", "America/Los_Angeles"), gap);
  assert.deepEqual(resolve("2025-03-09", "02:59", "America/Los_Angeles"), gap);
  assert.equal(resolve("2025-03-09", "01:59", "America/Los_Angeles"), "2025-03-09T09:59:00.000Z");
  assert.equal(resolve("2025-03-09", "03:00", "America/Los_Angeles"), "2025-03-09T10:00:00.000Z");
  assert.deepEqual(resolve("2025-10-05", "02:10", "Australia/Lord_Howe"), { from: "02:00", to: "02:30" });
  assert.equal(resolve("2025-10-05", "02:30", "Australia/Lord_Howe"), "2025-10-04T15:30:00.000Z");
  assert.deepEqual(resolve("2025-09-07", "00:30", "America/Santiago"), { from: "00:00", to: "01:00" });
});

test("a gap that crosses midnight is named with its days", () => {
  const day = { from: "2011-12-30 00:00", to: "2011-12-31 00:00" };
  assert.deepEqual(resolve("2011-12-30", "00:00", "Pacific/Apia"), day);
  assert.deepEqual(resolve("2011-12-30", "11:59 PM", "Pacific/Apia"), day);
  assert.equal(resolve("2011-12-29", "23:59", "Pacific/Apia"), "2011-12-30T09:59:00.000Z");
  assert.equal(resolve("2011-12-31", "00:00", "Pacific/Apia"), "2011-12-30T10:00:00.000Z");
  const night = { from: "2024-03-30 23:00", to: "2024-03-31 00:00" };
  assert.deepEqual(resolve("2024-03-30", "23:30", "America/Nuuk"), night);
});

test("a time that exists twice is the earlier one", () => {
  assert.equal(resolve("2025-11-02", "01:30", "America/New_York"), "2025-11-02T05:30:00.000Z");
  assert.equal(resolve("2025-04-06", "01:45", "Australia/Lord_Howe"), "2025-04-05T14:45:00.000Z");
});

test("dates are days of the calendar in one shape, and every zone's instant of them can be kept", () => {
  assert.deepEqual(parseWallDate("2024-02-29"), { year: 2024, month: 2, day: 29 });
  assert.deepEqual(parseWallDate("0001-01-02"), { year: 1, month: 1, day: 2 });
  for (const text of [
    "2025-02-29",
    "2025-2-3",
    "2025-01-28T00:00:00Z",
    "2025-01-28 ",
    "20250128",
    "01/28/2025",
    "0000-05-05",
    "0001-01-01",
    "9999-12-31",
    "+002025-01-28",
    "",
  ]) {
    assert.equal(parseWallDate(text), null, text);
  }
  for (const zone of Object.values(railsZones)) {
    for (const date of ["0001-01-02", "9999-12-30"]) {
      for (const time of ["00:00", "23:59"]) {
        assert.ok(parseInstant(String(resolve(date, time, zone))), `${date} ${time} ${zone}`);
      }
    }
  }
});

test("times are read with twelve hours or with twenty-four", () => {
  const read = (text: string) => {
    const time = parseWallTime(text);
    return time && `${time.hour}:${time.minute}`;
  };
  assert.equal(read("01:30 AM"), "1:30");
  assert.equal(read("1:30 PM"), "13:30");
  assert.equal(read("12:00 am"), "0:0");
  assert.equal(read("12:59 pm"), "12:59");
  assert.equal(read("11:59 PM"), "23:59");
  assert.equal(read("00:00"), "0:0");
  assert.equal(read("23:59"), "23:59");
  for (const text of [
    "13:30 PM",
    "00:30 AM",
    "0:30 AM",
    "24:00",
    "12:60",
    "12:60 AM",
    "001:30 AM",
    "9:30",
    "01:30AM",
    "01:30  AM",
    "01:30 XM",
    "01:30 AM ",
    "01:30:00",
    "1 PM",
    "-1:30",
    "",
  ]) {
    assert.equal(read(text), null, text);
  }
});

test("an unknown zone is the caller's mistake", () => {
  const at = { date: { year: 2025, month: 1, day: 28 }, time: { hour: 1, minute: 30 }, zone: "Mars/Olympus" };
  assert.throws(() => resolveWallTime(at), RangeError);
});

// Intl is the witness: it shares no code with the library that resolves.
const formats = new Map<string, Intl.DateTimeFormat>();
function wallIn(zone: string, instant: Date): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  formats.set(zone, format);
  return format.format(instant);
}

const pad = (value: number, length = 2) => String(value).padStart(length, "0");

test("in every zone of the Rails list a wall time comes back from its instant, and is the first such instant", () => {
  const zones = [...new Set(Object.values(railsZones))];
  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const days = fc.date({ min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  const property = fc.property(fc.constantFrom(...zones), days, minutes, (zone, day, minute) => {
    const date = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
    const time = { hour: Math.floor(minute / 60), minute: minute % 60 };
    const wall = `${pad(date.year, 4)}-${pad(date.month)}-${pad(date.day)} ${pad(time.hour)}:${pad(time.minute)}:00`;
    const found = resolveWallTime({ date, time, zone });
    const middle = Date.UTC(date.year, date.month - 1, date.day, time.hour, time.minute);
    const instants = [];
    for (let at = middle - 15 * 3_600_000; at <= middle + 15 * 3_600_000; at += 15 * 60_000) {
      if (wallIn(zone, new Date(at)) === wall) instants.push(at);
    }
    if (found.ok) {
      assert.equal(wallIn(zone, found.instant), wall);
      assert.ok(instants.every((at) => at >= found.instant.getTime()));
    } else {
      assert.deepEqual(instants, [], `${wall} ${zone} exists`);
    }
  });
  fc.assert(property, { numRuns: 1000 });
});

test("in every zone of the Rails list the hours around each change of the clocks resolve", () => {
  let gaps = 0;
  for (const zone of new Set(Object.values(railsZones))) {
    for (let day = Date.UTC(2024, 0, 1); day < Date.UTC(2026, 0, 1); day += 86_400_000) {
      const noon = (at: number) => wallIn(zone, new Date(at)).slice(11, 16);
      if (noon(day) === noon(day + 86_400_000)) continue;
      for (let minute = -36 * 60; minute <= 60 * 60; minute += 30) {
        const wall = new Date(day + minute * 60_000);
        const date = { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
        const found = resolveWallTime({
          date,
          time: { hour: wall.getUTCHours(), minute: wall.getUTCMinutes() },
          zone,
        });
        const text = wall.toISOString().slice(0, 19).replace("T", " ");
        if (found.ok) assert.equal(wallIn(zone, found.instant), text, zone);
        else {
          gaps++;
          const { from, to } = found.gap;
          const start = from.length > 5 ? from : `${text.slice(0, 10)} ${from}`;
          const end = to.length > 5 ? to : `${text.slice(0, 10)} ${to}`;
          assert.ok(start <= text && text < `${end}:00`, `${text} ${zone} ${from} ${to}`);
        }
      }
    }
  }
  assert.ok(gaps > 100);
});
