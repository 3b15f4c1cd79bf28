import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  formatInstant,
  formatOptionalInstant,
  formatSeconds,
  parseInstant,
  parseOptionalInstant,
} from "./instant.ts";

const shown = (text: string) => parseInstant(text)?.toISOString() ?? null;

test("an instant keeps its moment whatever the offset it is written in", () => {
  assert.equal(shown("2025-05-01T14:00:00Z"), "2025-05-01T14:00:00.000Z");
  assert.equal(shown("2025-05-01T16:00:00+02:00"), "2025-05-01T14:00:00.000Z");
  assert.equal(shown("2025-05-01T08:30:00-05:30"), "2025-05-01T14:00:00.000Z");
  assert.equal(shown("2025-05-01t14:00:00z"), "2025-05-01T14:00:00.000Z");
  assert.equal(shown("2025-05-01T14:00:00-00:00"), "2025-05-01T14:00:00.000Z");
  assert.equal(shown("2025-05-01T14:00:00+23:59"), "2025-04-30T14:01:00.000Z");
});

test("milliseconds are kept and finer digits are cut, not rounded", () => {
  assert.equal(shown("2025-05-01T14:00:00.5Z"), "2025-05-01T14:00:00.500Z");
  assert.equal(shown("2025-05-01T14:00:00.9999999999Z"), "2025-05-01T14:00:00.999Z");
  assert.equal(shown(`1969-12-31T23:59:59.${"9".repeat(100_000)}Z`), "1969-12-31T23:59:59.999Z");
});

test("days and times that do not exist are refused", () => {
  assert.equal(shown("2024-02-29T00:00:00Z"), "2024-02-29T00:00:00.000Z");
  for (const text of [
    "2025-02-29T00:00:00Z",
    "2025-02-30T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2025-04-31T00:00:00Z",
    "2025-13-01T00:00:00Z",
    "2025-00-01T00:00:00Z",
    "2025-01-00T00:00:00Z",
    "2025-01-32T00:00:00Z",
    "2025-01-01T24:00:00Z",
    "2025-01-01T00:60:00Z",
    "2016-12-31T23:59:60Z",
    "2025-01-01T00:00:00+24:00",
    "2025-01-01T00:00:00+00:60",
  ]) {
    assert.equal(shown(text), null, text);
  }
});

test("what is not RFC 3339 with an offset is refused, never guessed", () => {
  for (const text of [
    "",
    "2025-05-01",
    "2025-05-01T14:00:00",
    "2025-05-01T14:00Z",
    "2025-05-01 14:00:00Z",
    " 2025-05-01T14:00:00Z",
    "2025-05-01T14:00:00Z\n",
    "2025-05-01T14:00:00.Z",
    "2025-05-01T14:00:00,5Z",
    "2025-05-01T14:00:00+0200",
    "2025-05-01T14:00:00+02",
    "2025-05-01T14:00:00 +02:00",
    "2025-05-01T14:00:00\u221202:00",
    "+002025-05-01T14:00:00Z",
    "25-05-01T14:00:00Z",
    "20250501T140000Z",
    "٢٠٢٥-05-01T14:00:00Z",
    "1746108000000",
    "May 1, 2025",
    "now",
  ]) {
    assert.equal(shown(text), null, JSON.stringify(text));
  }
});

test("instants stay within the years 1 to 9999, the offset included", () => {
  assert.equal(shown("0001-01-01T00:00:00Z"), "0001-01-01T00:00:00.000Z");
  assert.equal(shown("0099-06-01T00:00:00Z"), "0099-06-01T00:00:00.000Z");
  assert.equal(shown("9999-12-31T23:59:59.999Z"), "9999-12-31T23:59:59.999Z");
  assert.equal(shown("0001-01-01T00:00:00+00:01"), null);
  assert.equal(shown("9999-12-31T23:59:59-00:01"), null);
  assert.equal(shown("0000-06-01T00:00:00Z"), null);
});

test("every instant can be read back from what it is written as", () => {
  const min = new Date("0001-01-01T00:00:00.000Z");
  const max = new Date("9999-12-31T23:59:59.999Z");
  fc.assert(
    fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
      assert.equal(parseInstant(formatInstant(date))?.getTime(), date.getTime());
      const seconds = Math.floor(date.getTime() / 1000) * 1000;
      assert.equal(parseInstant(formatSeconds(date))?.getTime(), seconds);
    }),
  );
});

test("both shapes are as documented", () => {
  const date = new Date(Date.UTC(2026, 1, 12, 10, 30, 0, 7));
  assert.equal(formatInstant(date), "2026-02-12T10:30:00.007Z");
  assert.equal(formatSeconds(date), "2026-02-12T10:30:00Z");
});

test("what is left out stays left out", () => {
  const date = new Date(Date.UTC(2026, 1, 12, 10, 30, 0, 7));
  assert.equal(formatOptionalInstant(null), null);
  assert.equal(formatOptionalInstant(date), formatInstant(date));
  assert.equal(parseOptionalInstant(undefined), undefined);
  assert.deepEqual(parseOptionalInstant(formatInstant(date)), date);
});
