import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { completedBy, followPath, withAnswer } from "../path.ts";
import {
  type Answer,
  type Question,
  type QuestionType,
  questionTypes,
  type Submission,
} from "../questions.ts";
import { updateTemplateFaults } from "../templates/faults.ts";
import { checkAnswer } from "./answers.ts";

const ask = (type: QuestionType, rest: Partial<Question> = {}): Question => ({
  key: "q",
  label: "?",
  type,
  required: false,
  ...rest,
});

/** The clean answer, or the reason why there is none. */
function outcome(question: Question, value: Answer): Answer {
  const checked = checkAnswer(question, value);
  return checked.ok ? checked.answer : `refused: ${checked.reason}`;
}

test("each type takes its own values in their clean form and refuses others with a reason", () => {
  const options = ["red", "green", "blue"];
  const cases: [Question, Answer, Answer][] = [
    [ask("short_text"), "  Zoe\u0308 ", "Zo\u00eb"],
    [ask("short_text"), "a\nb", "refused: contains control characters or line breaks"],
    [ask("short_text"), " ", "refused: is blank"],
    [ask("short_text", { min: 3 }), "ab", "refused: must have 3 characters or more"],
    [ask("short_text", { max: 3 }), "\u{1f600}\u{1f600}\u{1f600}", "\u{1f600}\u{1f600}\u{1f600}"],
    [ask("short_text", { pattern: "[A-Z]{2}[0-9]+" }), " AB12 ", "AB12"],
    [
      ask("short_text", { pattern: "[A-Z]{2}[0-9]+" }),
      "xAB12",
      "refused: does not have the form that is asked for",
    ],
    [ask("short_text", { pattern: "a|ab" }), "ab", "ab"],
    [
      ask("short_text", { pattern: "(a*)*b" }),
      "a".repeat(200),
      "refused: does not have the form that is asked for",
    ],
    [ask("long_text"), "a\r\nb", "a\nb"],
    [ask("long_text", { required: true }), " \n", "refused: is blank"],
    [ask("long_text"), "x".repeat(2001), "refused: is longer than 2000 characters"],
    [ask("email"), " Jane@Example.com ", "Jane@Example.com"],
    [ask("email"), "Jane", "refused: must be an e-mail address"],
    [ask("phone"), " +1 (555) 010-9999 ", "+1 (555) 010-9999"],
    [ask("phone"), "call me", "refused: must be a phone number of 5 to 15 digits"],
    [ask("phone"), "1234567890123456", "refused: must be a phone number of 5 to 15 digits"],
    [ask("number"), -1.5, -1.5],
    [ask("number"), "1", "refused: must be a number"],
    [ask("number", { min: 1, max: 5 }), 6, "refused: must be 5 or less"],
    [ask("money"), 2500.25, 2500.25],
    [ask("money"), 0.1 + 0.2, "refused: must have at most two decimals"],
    [ask("money"), -1, "refused: must be 0 or more"],
    [ask("money", { min: -10 }), -1, -1],
    [ask("date"), "2028-02-29", "2028-02-29"],
    [ask("date"), "2026-02-29", "refused: must be a date such as 2026-04-01"],
    [ask("date"), "2026-04-01T00:00:00Z", "refused: must be a date such as 2026-04-01"],
    [ask("yes_no"), false, false],
    [ask("yes_no"), "yes", "refused: must be true or false"],
    [ask("one_of", { options }), "red", "red"],
    [ask("one_of", { options }), "Red", "refused: must be one of the question's options"],
    [ask("several_of", { options }), ["blue", "red"], ["blue", "red"]],
    [ask("several_of", { options }), [], []],
    [ask("several_of", { options, required: true }), [], "refused: must have an option"],
    [ask("several_of", { options }), ["red", "red"], "refused: must not have an option twice"],
    [ask("several_of", { options }), ["pink"], "refused: must be an array of the question's options"],
    [ask("several_of", { options, max: 1 }), ["red", "blue"], "refused: must have 1 options or less"],
  ];
  for (const [question, value, expected] of cases) {
    assert.deepEqual(outcome(question, value), expected, `${question.type} ${JSON.stringify(value)}`);
  }
});

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 4 }),
);

test("no answer breaks a check, and an accepted one is accepted again as it is", () => {
  const options = ["a", "b"];
  fc.assert(
    fc.property(fc.constantFrom(...questionTypes), anyAnswer, (type, value) => {
      const question = ask(type, { options });
      const checked = checkAnswer(question, value);
      if (checked.ok) assert.deepEqual(checkAnswer(question, checked.answer), checked);
    }),
  );
});

test("a submission is in the order of the questions, however it was given", () => {
  const keys = ["one", "two", "three", "constructor", "toString"];
  const questions = keys.map((key) => ({ ...ask("short_text"), key, required: key.length > 3 }));
  const step = fc.tuple(fc.constantFrom(...keys), fc.option(fc.string({ maxLength: 3 })));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const expected = new Map<string, Answer>();
      let submission: Submission = {};
      for (const [key, value] of steps) {
        const question = questions.find((one) => one.key === key) ?? assert.fail();
        if (value === null && question.required) expected.delete(key);
        else expected.set(key, value);
        submission = withAnswer(questions, submission, question, value) ?? assert.fail();
      }
      const inOrder = keys.filter((key) => expected.has(key)).map((key) => [key, expected.get(key)]);
      assert.deepEqual(Object.entries(submission), inOrder);
      const open = keys.filter((key) => !expected.has(key));
      assert.equal(followPath(questions, submission).next?.key, open[0]);
      assert.deepEqual(
        completedBy(questions, submission).missing,
        open.filter((key) => key.length > 3),
      );
    }),
  );
});

test("every fault of a template's questions is named at its place", () => {
  const faulty = [
    { ...ask("short_text"), key: "a", options: ["x"] },
    { ...ask("one_of"), key: "b", min: 1 },
    { ...ask("several_of"), key: "a", options: ["x", "x"], min: 2, max: 1 },
    { ...ask("long_text"), key: "c", min: -1, max: 1.5 },
    { ...ask("number"), key: "d", min: -1.5, max: 1.5 },
    { ...ask("short_text"), key: "e", pattern: "(", currency: "EUR" },
    { ...ask("short_text"), key: "f", pattern: "(\\pL{1,1000}){1}", max: 0 },
    { ...ask("money"), key: "g", pattern: "1", currency: "XYZ", max: -1 },
    { ...ask("money"), key: "h", min: 0.001 },
    { ...ask("short_text"), key: "i", min: 201 },
    { ...ask("several_of"), key: "j", options: ["x"], min: 2 },
    { ...ask("file"), key: "k", options: ["x"], max: 3 },
  ];
  assert.deepEqual(
    updateTemplateFaults({ questions: faulty }).map(({ pointer, detail }) => `${pointer} ${detail}`),
    [
      "/questions/0/options means nothing for short_text",
      "/questions/1/options is required",
      "/questions/1/min means nothing for one_of",
      "/questions/2/options has an option twice",
      "/questions/2/max must not be below min",
      "/questions/2/key is the key of question 1 already",
      "/questions/3/min must be a whole number, 0 or more",
      "/questions/3/max must be a whole number, 0 or more",
      "/questions/5/pattern is not a pattern in RE2's syntax: missing closing ): `(`",
      "/questions/5/currency means nothing for short_text",
      "/questions/6/max is so low that nothing could be answered",
      "/questions/6/pattern is too complicated: repeat less in it",
      "/questions/7/max is so low that nothing could be answered",
      "/questions/7/pattern means nothing for money",
      "/questions/7/currency is not a currency of ISO 4217",
      "/questions/8/min must have at most two decimals",
      "/questions/9/min must not be above 200, or nothing could be answered",
      "/questions/10/min must not be above 1, or nothing could be answered",
      "/questions/11/options means nothing for file",
      "/questions/11/max means nothing for file",
    ],
  );
});

test("patterns cannot make a template expensive, whatever they repeat and however many there are", () => {
  const patterns = (given: string[]) =>
    updateTemplateFaults({
      questions: given.map((pattern, index) => ({ ...ask("short_text"), key: `k${index}`, pattern })),
    }).map(({ pointer, detail }) => `${pointer} ${detail}`);
  const complicated = "is too complicated: repeat less in it";
  assert.deepEqual(patterns(["x{0,1000}".repeat(55), "((a{10}){10}){10}", "[a-z]{1,64}@[a-z]{1,60}\\.de"]), [
    `/questions/0/pattern ${complicated}`,
    `/questions/1/pattern ${complicated}`,
  ]);
  const many = patterns(Array.from({ length: 11 }, () => "[a-z]".repeat(40)));
  assert.deepEqual(many, [
    "/questions/10/pattern is too much: all patterns together have at most 2000 characters",
  ]);
});
