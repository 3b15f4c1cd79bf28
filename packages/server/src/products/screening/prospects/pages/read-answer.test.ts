import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer, QuestionType } from "../../questions.ts";
import { answerText, type ShownQuestion } from "../formats.ts";
import { readingIn } from "../texts/index.ts";
import { readAnswer } from "./read-answer.ts";

const question = (type: QuestionType, rest: Partial<ShownQuestion> = {}): ShownQuestion =>
  ({ key: "q", label: "?", type, required: false, ...rest }) as ShownQuestion;

test("fields of forms are read as the question's type, and what cannot be stays as it was typed", () => {
  const cases: [QuestionType, string[], Answer][] = [
    ["short_text", [" a "], " a "],
    ["short_text", [" "], null],
    ["short_text", [], null],
    ["number", ["-2.50"], -2.5],
    ["number", ["2,5"], 2.5],
    ["number", ["1e3"], 1000],
    ["number", ["1,234"], "1,234"],
    ["number", ["1.234,5"], "1.234,5"],
    ["number", ["0x10"], "0x10"],
    ["number", ["1e999"], "1e999"],
    ["money", ["Infinity"], "Infinity"],
    ["yes_no", ["true"], true],
    ["yes_no", ["false"], false],
    ["yes_no", ["on"], "on"],
    ["several_of", ["a", "b"], ["a", "b"]],
    ["several_of", [], null],
  ];
  for (const [type, values, answer] of cases)
    assert.deepEqual(readAnswer(question(type), values), answer, `${type} ${values}`);
});

test("answers are shown in the prospect's language", () => {
  const options = [
    { value: "cat", label: "Katze" },
    { value: "dog", label: "Hund" },
  ];
  const cases: [ShownQuestion, Answer, string, string][] = [
    [question("number"), 1234.5, "1,234.5", "1.234,5"],
    [question("money", { currency: "EUR" }), 1234.5, "€1,234.50", "1.234,50 €"],
    [question("money"), 1234.5, "1,234.50", "1.234,50"],
    [question("date"), "2026-04-01", "April 1, 2026", "1. April 2026"],
    [question("yes_no"), false, "No", "Nein"],
    [question("several_of", { options }), ["dog", "cat"], "Hund, Katze", "Hund, Katze"],
    [question("several_of", { options }), [], "No answer", "Keine Antwort"],
    [question("one_of", { options }), "cat", "Katze", "Katze"],
    [question("file"), { id: "1", name: "a.pdf", type: "application/pdf", size: 1 }, "a.pdf", "a.pdf"],
    [question("date"), null, "No answer", "Keine Antwort"],
  ];
  for (const [asked, answer, english, german] of cases) {
    assert.equal(answerText(asked, answer, readingIn("en")), english);
    assert.equal(answerText(asked, answer, readingIn("de-DE")).replaceAll("\u00a0", " "), german);
  }
});
