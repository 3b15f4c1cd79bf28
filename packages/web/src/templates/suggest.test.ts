import assert from "node:assert/strict";
import { test } from "node:test";
import { suggestKey, suggestSlug } from "./suggest.ts";

test("a key follows the words of the question, as the API takes keys, and is nobody else's", () => {
  const cases: [label: string, taken: string[], key: string][] = [
    ["When would you move in?", [], "whenWouldYouMoveIn"],
    ["Straße und Übung", [], "strasseUndUbung"],
    ["2 cats?", ["cats"], "cats2"],
    ["cats", ["cats", "cats2"], "cats3"],
    ["お名前は?", [], "question"],
    ["", ["question"], "question2"],
    ["x".repeat(300), [], "x".repeat(40)],
  ];
  for (const [label, taken, key] of cases) {
    assert.equal(suggestKey(label, taken), key);
    assert.match(key, /^[A-Za-z][A-Za-z0-9_]{0,63}$/);
  }
});

test("an address follows the name, in letters, digits and dashes", () => {
  assert.equal(suggestSlug("  Tutor application: Müller & Söhne! "), "tutor-application-muller-sohne");
  assert.equal(suggestSlug("お名前"), "");
});
