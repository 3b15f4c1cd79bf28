import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatMinutes, formatWhen } from "./format.ts";

describe("a time as people read it", () => {
  const cases: [startsAt: string, minutes: number, zone: string, text: string][] = [
    [
      "2026-03-02T14:00:00Z",
      60,
      "Europe/Berlin",
      "Monday 2 March 2026, 15:00 – 16:00 (Europe/Berlin, GMT+1)",
    ],
    [
      "2026-03-02T18:30:00Z",
      75,
      "Asia/Kolkata",
      "Tuesday 3 March 2026, 00:00 – 01:15 (Asia/Kolkata, GMT+5:30)",
    ],
    [
      "2026-03-02T22:30:00Z",
      60,
      "Europe/Berlin",
      "Monday 2 March 2026, 23:30 – Tuesday 3 March 2026, 00:30 (Europe/Berlin, GMT+1)",
    ],
    [
      "2026-03-29T00:30:00Z",
      60,
      "Europe/Berlin",
      "Sunday 29 March 2026, 01:30 – 03:30 (Europe/Berlin, GMT+1, then GMT+2)",
    ],
    ["2026-03-02T14:00:00Z", 15, "UTC", "Monday 2 March 2026, 14:00 – 14:15 (UTC, GMT+0)"],
  ];
  for (const [startsAt, minutes, zone, text] of cases) {
    test(`is in the reader's zone, with the zone named: ${zone}, ${minutes} minutes`, () => {
      assert.equal(formatWhen(new Date(startsAt), minutes, zone).replace(/(day),/g, "$1"), text);
    });
  }

  test("is hours and minutes where it lasts", () => {
    assert.deepEqual([5, 60, 90, 0].map(formatMinutes), ["5 min", "1 h", "1 h 30 min", "0 min"]);
  });
});
