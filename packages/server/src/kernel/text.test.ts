import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cleanName, cleanNotes, findUnstorable } from "./text.ts";

const name = (text: string) => {
  const clean = cleanName(text);
  return clean.ok ? clean.text : clean;
};
const notes = (text: string) => {
  const clean = cleanNotes(text);
  return clean.ok ? clean.text : clean;
};
const refused = (reason: string) => ({ ok: false, reason });

test("a name is trimmed and in NFC, and keeps what languages and emoji need", () => {
  assert.equal(name("  Smith v. Jones \u3000"), "Smith v. Jones");
  assert.equal(name("Zoe\u0308"), "Zo\u00eb");
  assert.equal(name("日本語"), "日本語");
  assert.equal(name("👩‍⚖️ مي‌خواهم"), "👩‍⚖️ مي‌خواهم");
});

test("a name has 1 to 200 code points, counted after trimming and NFC", () => {
  assert.equal(name(` ${"a".repeat(200)} `), "a".repeat(200));
  assert.equal(name("🎥".repeat(200)), "🎥".repeat(200));
  assert.equal(name("e\u0301".repeat(200)), "\u00e9".repeat(200));
  assert.deepEqual(name("a".repeat(201)), refused("is longer than 200 characters"));
  assert.deepEqual(name("🎥".repeat(201)), refused("is longer than 200 characters"));
  assert.deepEqual(name("\u0958".repeat(150)), refused("is longer than 200 characters"));
  assert.deepEqual(name(""), refused("is blank"));
  assert.deepEqual(name(" \u00a0\u3000 "), refused("is blank"));
});

test("a name has no control characters and no line breaks, not even at its ends", () => {
  for (const text of ["a\0", "a\n", "\ta", "a\r\nb", "\u007f", "a\u0085", "a\u009fb", "a\u2028b", "\u2029"]) {
    assert.deepEqual(name(text), refused("contains control characters or line breaks"), JSON.stringify(text));
  }
});

test("half a surrogate pair is no text", () => {
  for (const text of ["\ud800", "a\udc00", "\udc00\ud800"]) {
    assert.deepEqual(name(text), refused("is not valid Unicode"));
    assert.deepEqual(notes(text), refused("is not valid Unicode"));
  }
});

test("notes keep their lines, tabs and spaces, with one kind of line break", () => {
  assert.equal(notes(""), "");
  assert.equal(notes(" a\r\n\r\nb\rc\n\td \u2028"), " a\n\nb\nc\n\td \u2028");
  assert.equal(notes("e\u0301"), "\u00e9");
  for (const text of ["\0", "a\u000b", "a\u000c", "\u001b[31m", "a\u0085"]) {
    const reason = "contains control characters other than line breaks and tabs";
    assert.deepEqual(notes(text), refused(reason), JSON.stringify(text));
  }
});

test("notes have at most 2,000 code points, a line break being one", () => {
  assert.equal(notes("\r\n".repeat(2000)), "\n".repeat(2000));
  assert.equal(notes("🎥".repeat(2000)), "🎥".repeat(2000));
  assert.deepEqual(notes("a".repeat(2001)), refused("is longer than 2000 characters"));
});

test("a megabyte of combining marks is refused at once", () => {
  const started = process.cpuUsage();
  assert.equal(cleanName(`a${"\u0301\u0323".repeat(500_000)}`).ok, false);
  assert.equal(cleanNotes(`a${"\u0301\u0323".repeat(500_000)}`).ok, false);
  assert.ok(process.cpuUsage(started).user < 2_000_000, "microseconds of work");
});

test("cleaning what is clean changes nothing", () => {
  const texts = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary", maxLength: 250 }));
  const property = fc.property(texts, (text) => {
    for (const clean of [cleanName, cleanNotes]) {
      const once = clean(text);
      if (once.ok) assert.deepEqual(clean(once.text), once);
    }
  });
  fc.assert(property, { numRuns: 500 });
});

const at = (pointer: string, detail: string) => ({ pointer, detail });

const pointers = (value: unknown) => findUnstorable(value).map(({ pointer }) => pointer);

test("what PostgreSQL cannot keep is found and pointed at", () => {
  assert.deepEqual(findUnstorable({ a: [1, { b: "x\0y" }] }), [
    at("/a/1/b", "contains the character U+0000"),
  ]);
  assert.deepEqual(findUnstorable("\ud800"), [at("", "is not valid Unicode")]);
  assert.deepEqual(findUnstorable(JSON.parse('{"n":[0,1e999]}')), [at("/n/1", "is not a finite number")]);
  assert.deepEqual(findUnstorable(Number.NaN), [at("", "is not a finite number")]);
  assert.deepEqual(findUnstorable({ "a/b": { "m~n": ["\0"] } }), [
    at("/a~1b/m~0n/0", "contains the character U+0000"),
  ]);
  assert.deepEqual(findUnstorable({ "": ["\0"] }), [at("//0", "contains the character U+0000")]);
});

test("a bad member name is pointed at through its object", () => {
  const inName = "has a member whose name contains the character U+0000";
  assert.deepEqual(findUnstorable({ a: { "b\0": 1 } }), [at("/a", inName)]);
  assert.deepEqual(findUnstorable({ "\0": 1 }), [at("", inName)]);
  const notUnicode = "has a member whose name is not valid Unicode";
  assert.deepEqual(findUnstorable([0, { "\ud800": 1 }]), [at("/1", notUnicode)]);
  assert.deepEqual(pointers(JSON.parse('{"__proto__":{"a":"\\u0000"}}')), ["/__proto__/a"]);
});

test("every one of several problems is named, in the order of the document", () => {
  assert.deepEqual(pointers({ a: { x: 1, y: ["\0"] }, b: "\0" }), ["/a/y/0", "/b"]);
  assert.deepEqual(pointers([[], {}, "ok", ["fine"], "\0", { "\0": "\0", "\ud800": 1, c: Number.NaN }]), [
    "/4",
    "/5",
    "/5/c",
  ]);
  const deep = JSON.parse(`[${"[".repeat(64)}${"]".repeat(64)}, "\\u0000"]`);
  assert.deepEqual(pointers(deep), ["/0".repeat(64), "/1"]);
});

test("what is named stays small, whatever is sent", () => {
  assert.equal(findUnstorable(Array.from({ length: 100_000 }, () => "\0")).length, 100);
  assert.equal(findUnstorable({ ["x".repeat(200_000)]: ["\0", "\0", "\0"] }).length, 1);
});

const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth));

test("64 levels can be kept and 65 cannot", () => {
  assert.deepEqual(findUnstorable(nested(64)), []);
  assert.deepEqual(findUnstorable(nested(65)), [at("/0".repeat(64), "is nested more than 64 levels deep")]);
});

test("bodies of a megabyte, deep or wide, are walked without trouble", () => {
  assert.equal(findUnstorable(nested(500_000))[0]?.detail, "is nested more than 64 levels deep");
  assert.equal(
    findUnstorable(JSON.parse(`${'{"a":'.repeat(150_000)}1${"}".repeat(150_000)}`))[0]?.pointer.length,
    128,
  );
  assert.deepEqual(findUnstorable(Array.from({ length: 500_000 }, () => 0)), []);
  assert.deepEqual(findUnstorable(Array.from({ length: 300_000 }, () => [])), []);
});

test("JSON without these problems can be kept, and one planted problem is found where it is", () => {
  const fine = fc
    .jsonValue({ maxDepth: 5, stringUnit: "grapheme" })
    .filter((value) => !/\\u0000|\\ud/.test(JSON.stringify(value)));
  const path = fc.array(fc.oneof(fc.string({ unit: fc.constantFrom(..."a~/0 é") }), fc.nat(3)), {
    maxLength: 20,
  });
  const property = fc.property(fine, path, (value, steps) => {
    assert.deepEqual(findUnstorable(value), []);
    const planted = steps.reduceRight<unknown>(
      (inner, step) =>
        typeof step === "number"
          ? [...Array.from({ length: step }, () => value), inner]
          : Object.fromEntries([[step, inner]]),
      "\0",
    );
    const tokens = steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`);
    assert.deepEqual(pointers(planted), [tokens.join("")]);
  });
  fc.assert(property);
});
