import assert from "node:assert/strict";
import { test } from "node:test";
import { browserPattern, type Field, readAnswer } from "./reading.ts";
import { ask } from "./sample.ts";
import type { Question } from "./session.ts";
import { textsIn } from "./texts/index.ts";

const texts = textsIn("en");
const field = (values: string[], rest: Partial<Field> = {}): Field => ({
  ...{
    values,
    file: null,
    badInput: false,
    typeMismatch: false,
    patternMismatch: false,
    stepMismatch: false,
  },
  ...rest,
});

test("each type gives its own kind of value, or says what is missing", () => {
  const options = [{ value: "a", label: "A" }];
  const { faults } = texts;
  const large = new File(["123456"], "plan.pdf");
  const cases: [Partial<Question>, Field, unknown][] = [
    [{}, field(["Ada"]), "Ada"],
    [{}, field([""]), faults.missing],
    [{ required: false }, field([""]), null],
    [{ min: 3 }, field(["\u{1f600}\u{1f600}"]), faults.shortest(3)],
    [{}, field(["x".repeat(201)]), faults.longest(200)],
    [{ type: "long_text" }, field(["x".repeat(201)]), "x".repeat(201)],
    [{ type: "email" }, field(["a"], { typeMismatch: true }), faults.email],
    [{ type: "phone" }, field(["+1 (555) 010-9999"]), "+1 (555) 010-9999"],
    [{ type: "phone" }, field(["1234"]), faults.phone],
    [{ type: "number", max: 5 }, field(["6"]), faults.most("5")],
    [{ type: "number" }, field([""], { badInput: true }), faults.number],
    [{ type: "number" }, field(["-1.5"]), -1.5],
    [{ type: "money" }, field(["-1"]), faults.least("0")],
    [{ type: "money" }, field(["0.105"], { stepMismatch: true }), faults.cents],
    [{ type: "money", message: "Whole euros." }, field(["x"]), "Whole euros."],
    [{ type: "yes_no" }, field(["false"]), false],
    [{ type: "yes_no" }, field([]), faults.choice],
    [{ type: "one_of", options }, field(["a"]), "a"],
    [{ type: "several_of", options, min: 2 }, field(["a"]), faults.fewest(2)],
    [{ type: "several_of", options, required: false }, field([]), null],
    [{ type: "file" }, field([]), faults.file],
    [{ type: "file", message: "A plan." }, field([], { file: large }), texts.fileTooLarge],
  ];
  for (const [question, given, expected] of cases) {
    const reading = readAnswer(ask("q", question), given, texts, 5);
    assert.deepEqual(reading.ok ? reading.value : reading.fault, expected, JSON.stringify(question));
  }
});

test("a browser checks only the patterns that mean the same to it as to the server", () => {
  for (const pattern of ["[A-Z]{2}\\d+", "a|b", "^\\w+@x\\.y$"])
    assert.equal(browserPattern(pattern), pattern);
  const foreign = ["(?i)ab", "[[:alpha:]]+", "\\pL+", "\\Aab\\z", "a\\Qb\\E", "[a&&b]", "(?P<n>x)"];
  for (const pattern of foreign) assert.equal(browserPattern(pattern), undefined, pattern);
});
