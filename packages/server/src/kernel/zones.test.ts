import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import railsZones from "./rails-time-zones.json" with { type: "json" };
import { findZone, isIanaZone } from "./zones.ts";

test("all 154 Rails names are found, with and without the offset that Rails shows", () => {
  const entries = Object.entries(railsZones);
  assert.equal(entries.length, 154);
  for (const [name, zone] of entries) {
    assert.equal(findZone(name), zone, name);
    assert.equal(findZone(`(GMT-08:00) ${name}`), zone, name);
    assert.ok(isIanaZone(zone), zone);
  }
  assert.equal(findZone("(GMT+00:00) UTC"), "Etc/UTC");
  assert.equal(findZone("(GMT+05:30) Asia/Kolkata"), "Asia/Kolkata");
});

test("every IANA zone of the engine is found in its usual case, and links stay links", () => {
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    assert.equal(findZone(zone), zone);
    assert.equal(findZone(zone.toLowerCase()), zone);
    assert.ok(isIanaZone(zone.toUpperCase()));
  }
  for (const link of ["Asia/Kolkata", "US/Pacific", "Europe/Kyiv", "Etc/GMT+12", "GMT", "EST5EDT"]) {
    assert.equal(findZone(link), link);
  }
});

test("offsets, object keys, other shapes and unknown places are no zones", () => {
  for (const name of [
    "",
    " ",
    "+05:00",
    "-08",
    "+0530",
    "GMT+5",
    "UTC+1",
    "PST",
    "Z",
    "constructor",
    "__proto__",
    "toString",
    "Mars/Olympus_Mons",
    "America/",
    "/America",
    "America//New_York",
    "Europe/Berlin\n",
    "Europe/Berlin\0",
    " Europe/Berlin",
    "Europe/Berlin ",
    "2025-01-01T00:00Z[Europe/Berlin]",
    "Asia/\u212aolkata",
    "pacific time (us & canada)",
    "(GMT-08:00)",
    "(GMT-08:00) ",
    "(GMT-08:00)Hawaii",
    "(GMT-8:00) Hawaii",
    "(GMT-15:00) Hawaii",
    "(GMT-08:00) (GMT-08:00) Hawaii",
    "(UTC-08:00) Hawaii",
    "(GMT+05:00) +05:00",
    "a".repeat(1_000_000),
    `${"a/".repeat(500_000)}!`,
  ]) {
    assert.equal(findZone(name), null, JSON.stringify(name.slice(0, 50)));
  }
  assert.equal(isIanaZone("Pacific Time (US & Canada)"), false);
  assert.equal(isIanaZone("+05:00"), false);
});

test("no name makes the search throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const zone = findZone(name);
      assert.ok(zone === null || isIanaZone(zone));
    }),
  );
});
