import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePhone, phoneKey } from "./phone.ts";

test("a number is kept as it is written", () => {
  for (const number of ["+1 555 010 9999", "(030) 123-45.67", "030/1234567", "12345"]) {
    assert.equal(parsePhone(` ${number} `), number);
  }
});

test("what nobody can be called at is no number", () => {
  for (const text of [
    "",
    "1234",
    "1".repeat(16),
    "call me",
    "+",
    "1+2345",
    "12345 x9",
    `1${" ".repeat(40)}2345`,
  ]) {
    assert.equal(parsePhone(text), null, text);
  }
});

test("numbers are the same by their digits, and 00 is +", () => {
  const same = ["+49 30 123456", "0049 (30) 12-34-56", "+49.30.123456", "00 49 30 123456"];
  assert.deepEqual(new Set(same.map(phoneKey)), new Set(["+4930123456"]));
  assert.notEqual(phoneKey("030 123456"), phoneKey("+49 30 123456"));
  assert.notEqual(phoneKey("4930123456"), phoneKey("+4930123456"));
});
