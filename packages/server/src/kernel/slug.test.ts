import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { normaliseSlug, numberedSlug, slugFromTitle } from "./slug.ts";

const UNRESERVED = /^[a-z0-9._~-]{1,100}$/;

test("a slug asked for is trimmed, its spaces are dashes and its capitals small", () => {
  assert.equal(normaliseSlug("Custom Unique Session URL"), "custom-unique-session-url");
  assert.equal(normaliseSlug("  Smith v. Jones  "), "smith-v.-jones");
  assert.equal(normaliseSlug("a  b"), "a--b");
  assert.equal(normaliseSlug("A.b_c~d-9"), "a.b_c~d-9");
  assert.equal(normaliseSlug("..."), "...");
  assert.equal(normaliseSlug("x".repeat(100)), "x".repeat(100));
  assert.equal(normaliseSlug(` ${"x".repeat(100)} `), "x".repeat(100));
});

test("what is no path segment of unreserved characters is refused", () => {
  for (const given of [
    "",
    "   ",
    ".",
    "..",
    " . ",
    "a/b",
    "a?b",
    "a#b",
    "a%20b",
    "a+b",
    "a:b",
    "a@b",
    "a\\b",
    "caf\u00e9",
    "stra\u00dfe",
    "\u0130",
    "\uff41",
    "\ufb01",
    "\u65e5\u672c",
    "a\tb",
    "a\nb",
    "ab\n",
    "a\u00a0b",
    "a\u200bb",
    "a\0",
    "\ud800",
    "x".repeat(101),
    "x".repeat(1_000_000),
    " ".repeat(1_000_000),
  ]) {
    assert.equal(normaliseSlug(given), null, JSON.stringify(given.slice(0, 20)));
  }
});

test("a title becomes its letters and digits, accents folded, with single dashes between", () => {
  assert.equal(slugFromTitle("Example Remote Session"), "example-remote-session");
  assert.equal(slugFromTitle("  Smith v. Jones -- Vol. 2!  "), "smith-v-jones-vol-2");
  assert.equal(slugFromTitle("Déposition d’Éloïse à Nîmes"), "deposition-d-eloise-a-nimes");
  assert.equal(slugFromTitle("De\u0301position"), "deposition");
  assert.equal(slugFromTitle("Straße GROẞ"), "strasse-gross");
  assert.equal(slugFromTitle("İstanbul Iğdır"), "istanbul-igdir");
  assert.equal(slugFromTitle("Łódź Ørsted Þór Æsir Œuvre Đorđe"), "lodz-orsted-thor-aesir-oeuvre-dorde");
  assert.equal(slugFromTitle("ﬁnal Ｆｕｌｌ①"), "final-full1");
  assert.equal(slugFromTitle("日本 v. Acme 東京"), "v-acme");
});

test("a title with nothing to keep leaves nothing", () => {
  for (const title of ["", "   ", "日本語の証言", "🎥🎥", "---", "._~", "\ud800", "\u0301"]) {
    assert.equal(slugFromTitle(title), "", JSON.stringify(title));
  }
});

test("a long title is cut to fit, without a dash at the cut", () => {
  assert.equal(slugFromTitle("a".repeat(200)), "a".repeat(100));
  assert.equal(slugFromTitle(`${"a".repeat(99)} ${"b".repeat(99)}`), "a".repeat(99));
  const started = process.cpuUsage();
  assert.equal(slugFromTitle(`a${"\u0301\u0323".repeat(500_000)}`), "a");
  assert.ok(process.cpuUsage(started).user < 2_000_000, "microseconds of work");
});

test("numbers keep a slug within its length and add one dash", () => {
  assert.equal(numberedSlug("smith", 1), "smith");
  assert.equal(numberedSlug("smith", 2), "smith-2");
  assert.equal(numberedSlug("a".repeat(100), 12), `${"a".repeat(97)}-12`);
  assert.equal(numberedSlug(`${"a".repeat(97)}-bb`, 2), `${"a".repeat(97)}-2`);
  assert.equal(numberedSlug("a".repeat(100), 1), "a".repeat(100));
});

test("whatever the title, its slug is one that may be asked for, and so are its numbered ones", () => {
  const titles = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom(..."aZ9 -.éß日\u0301ﷺ"), maxLength: 300 }),
  );
  const property = fc.property(titles, fc.integer({ min: 1, max: 100_000 }), (title, n) => {
    const slug = slugFromTitle(title);
    if (slug === "") return;
    assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.equal(normaliseSlug(slug), slug);
    assert.equal(slugFromTitle(slug), slug);
    const numbered = numberedSlug(slug, n);
    assert.equal(normaliseSlug(numbered), numbered);
    assert.ok(!numbered.includes("--"));
    assert.notEqual(numbered, numberedSlug(slug, n + 1));
  });
  fc.assert(property, { numRuns: 500 });
});

test("whatever is asked for, the answer is a path segment and stays the same when asked for again", () => {
  const given = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."aZ9 -._~/") }));
  const property = fc.property(given, (text) => {
    const slug = normaliseSlug(text);
    if (slug === null) return;
    assert.match(slug, UNRESERVED);
    assert.ok(slug.length <= 100);
    assert.equal(new URL(`http://host/s/${slug}`).pathname, `/s/${slug}`);
    assert.equal(normaliseSlug(slug), slug);
  });
  fc.assert(property, { numRuns: 500 });
});
