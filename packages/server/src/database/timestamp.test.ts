import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import pg from "pg";
import { parseTimestamp, timestamptz } from "./timestamp.ts";

const parseAny = pg.types.getTypeParser(timestamptz);

const digits = (count: number) =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, "0"));

describe("an instant as PostgreSQL writes it", () => {
  it("is what pg's own reader makes of it", () => {
    const day = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    const fraction = fc.integer({ min: 1, max: 6 }).chain(digits);
    fc.assert(
      fc.property(day, fc.option(fraction), (date, more) => {
        const text = `${date.toISOString().slice(0, 19).replace("T", " ")}${more === null ? "" : `.${more}`}+00`;
        assert.equal(parseTimestamp(text).getTime(), parseAny(text).getTime(), text);
      }),
      { numRuns: 2_000 },
    );
  });

  it("may have an unusual form", () => {
    for (const text of [
      "2026-02-12 10:30:00+05:30",
      "12026-02-12 10:30:00+00",
      "0044-03-15 12:00:00+00 BC",
    ]) {
      assert.deepEqual(parseTimestamp(text), parseAny(text), text);
    }
    assert.equal(parseTimestamp("infinity"), Number.POSITIVE_INFINITY);
  });
});
