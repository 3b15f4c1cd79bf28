import assert from "node:assert/strict";
import { test } from "node:test";
import type { Branch, Outcome, Question, QuestionType, Test } from "../questions.ts";
import { createTemplateFaults } from "./faults.ts";

const ask = (key: string, type: QuestionType, rest: Partial<Question> = {}): Question => ({
  key,
  label: `${key}?`,
  type,
  required: true,
  ...(type === "one_of" || type === "several_of" ? { options: ["red", "green"] } : {}),
  ...rest,
});
const when = (key: string, operator: string, value?: unknown): Test => ({ key, operator, value }) as Test;
const branch = (tests: Test | Test[], outcome: Outcome | string): Branch => {
  const then = typeof outcome === "string" ? { goTo: outcome } : outcome;
  return { when: [tests].flat(), then };
};
const finish = { finish: true } as const;
const faults = (questions: readonly unknown[], more: object = {}) =>
  createTemplateFaults({ name: "x", slug: "x", questions, ...more }).map(
    ({ pointer, detail }) => `${pointer} ${detail}`,
  );

const dead = "never decides: its tests exclude each other, or branches before it take every such answer";
const lost = "can never be asked: no question before it leads to it";

test("keys that no question has are named wherever they stand", () => {
  const questions = [
    ask("a", "yes_no", {
      branches: [branch([when("b", "is", 1), when("a", "is", true)], "c")],
      otherwise: { goTo: "d" },
    }),
  ];
  const translations = { de: { questions: { e: { label: "E" } } } };
  assert.deepEqual(faults(questions, { reviewFirst: ["a", "f"], translations }), [
    "/questions/0/branches/0/when/0/key is not the key of a question",
    "/questions/0/branches/0/then/goTo is not the key of a question",
    "/questions/0/otherwise/goTo is not the key of a question",
    "/reviewFirst/1 is not the key of a question",
    "/translations/de/questions/e is not the key of a question",
  ]);
});

test("a loop is named with the way that it takes, each of several, and beside other faults", () => {
  const questions = [
    ask("a", "yes_no"),
    ask("b", "yes_no", { branches: [branch(when("b", "is", true), "a")] }),
    ask("c", "yes_no", { branches: [branch(when("c", "is", true), "c")], otherwise: { goTo: "e" } }),
    ask("d", "date"),
    ask("e", "date"),
  ];
  assert.deepEqual(faults(questions), [
    "/questions/1/branches/0/then/goTo leads back to a: a → b → a",
    "/questions/2/branches/0/then/goTo leads back to c: c → c",
    `/questions/3 ${lost}`,
  ]);
  const long = Array.from({ length: 200 }, (_, index) => ask(`q${index}`, "date"));
  Object.assign(long[199] ?? {}, { otherwise: { goTo: "q1" } });
  const [named] = faults(long);
  assert.match(
    named ?? "",
    /^\/questions\/199\/otherwise\/goTo leads back to q1: q1 → q2 → .* → … → q199 → q1$/,
  );
});

test("going back in the list is no loop as long as nobody comes by twice", () => {
  const questions = [
    ask("a", "yes_no", { branches: [branch(when("a", "is", true), "c")], otherwise: finish }),
    ask("b", "date", { otherwise: finish }),
    ask("c", "date", { otherwise: { goTo: "b" } }),
  ];
  assert.deepEqual(faults(questions), []);
});

test("a question that nothing leads to is named, also behind one whose branches take every answer", () => {
  const both = [branch(when("a", "is", true), "c"), branch(when("a", "is", false), finish)];
  const arms = [ask("a", "yes_no", { branches: both }), ask("b", "date"), ask("c", "date")];
  assert.deepEqual(faults(arms), [`/questions/1 ${lost}`]);
  assert.deepEqual(faults([ask("a", "yes_no", { branches: both, required: false }), ...arms.slice(1)]), []);
  const colours = [branch(when("a", "is_one_of", ["red"]), "c"), branch(when("a", "is_not", "red"), "c")];
  assert.deepEqual(faults([ask("a", "one_of", { branches: colours }), ...arms.slice(1)]), [
    `/questions/1 ${lost}`,
  ]);
  const amounts = [branch(when("a", "at_least", 100), "c"), branch(when("a", "at_most", 99.99), finish)];
  assert.deepEqual(faults([ask("a", "money", { branches: amounts }), ...arms.slice(1)]), [
    `/questions/1 ${lost}`,
  ]);
  assert.deepEqual(faults([ask("a", "number", { branches: amounts }), ...arms.slice(1)]), []);
  const days = [
    branch(when("a", "at_most", "2026-02-28"), "c"),
    branch(when("a", "at_least", "2026-03-01"), "c"),
  ];
  assert.deepEqual(faults([ask("a", "date", { branches: days }), ...arms.slice(1)]), [
    `/questions/1 ${lost}`,
  ]);
  assert.deepEqual(faults([ask("a", "date", { otherwise: { goTo: "c" } }), ...arms.slice(1)]), [
    `/questions/1 ${lost}`,
  ]);
});

test("a test of a question that is never asked before is named", () => {
  const questions = [
    ask("a", "yes_no", {
      branches: [branch(when("c", "is", true), finish), branch(when("a", "is", true), "c")],
    }),
    ask("b", "yes_no", { branches: [branch(when("a", "is", false), finish)], otherwise: finish }),
    ask("c", "yes_no", { branches: [branch(when("b", "is_not_answered"), finish)] }),
    ask("d", "yes_no", { branches: [branch([when("a", "is", true), when("c", "is", true)], finish)] }),
  ];
  assert.deepEqual(faults(questions), [
    "/questions/0/branches/0/when/0/key is never asked before this question",
    "/questions/2/branches/0/when/0/key is never asked before this question",
  ]);
});

test("operators and values must suit the question and its options", () => {
  const cases: [Question, Test, fault: string][] = [
    [ask("a", "yes_no"), when("a", "at_least", 1), "operator means nothing for yes_no"],
    [ask("a", "file"), when("a", "is", "x"), "operator means nothing for file"],
    [ask("a", "long_text"), when("a", "is", "x"), "operator means nothing for long_text"],
    [ask("a", "several_of"), when("a", "is", "red"), "operator means nothing for several_of"],
    [ask("a", "yes_no"), when("a", "is", "yes"), "value must be true or false"],
    [ask("a", "yes_no"), when("a", "is"), "value is required"],
    [ask("a", "file"), when("a", "is_answered", true), "value means nothing for is_answered"],
    [ask("a", "one_of"), when("a", "is", "blue"), "value must be one of the question's options"],
    [ask("a", "one_of"), when("a", "is", ["red"]), "value must be a single value for is"],
    [ask("a", "one_of"), when("a", "is_one_of", "red"), "value must be an array for is_one_of"],
    [
      ask("a", "one_of"),
      when("a", "is_one_of", ["red", "pink"]),
      "value must be one of the question's options",
    ],
    [ask("a", "several_of"), when("a", "includes", "pink"), "value must be one of the question's options"],
    [ask("a", "date"), when("a", "at_least", "soon"), "value must be a date such as 2026-04-01"],
    [ask("a", "money"), when("a", "is", 0.001), "value must have at most two decimals"],
    [
      ask("a", "number", { max: 40 }),
      when("a", "at_least", 41),
      "value never holds: a cannot be answered so",
    ],
    [ask("a", "short_text"), when("a", "is", " x "), "value never holds: a cannot be answered so"],
    [ask("a", "short_text", { min: 2 }), when("a", "is", "x"), "value never holds: a cannot be answered so"],
  ];
  for (const [question, one, fault] of cases) {
    const branched = { ...question, branches: [branch(one, finish)] };
    assert.deepEqual(
      faults([branched]),
      [`/questions/0/branches/0/when/0/${fault}`],
      JSON.stringify(branched),
    );
  }
  const never = [ask("a", "date", { branches: [branch(when("a", "is_not_answered"), finish)] })];
  assert.deepEqual(faults(never), ["/questions/0/branches/0/when/0 never holds: a cannot be answered so"]);
});

test("a branch that can never decide is named", () => {
  const cases: [Question, Branch[]][] = [
    [ask("a", "yes_no"), [branch(when("a", "is_answered"), finish), branch(when("a", "is", true), finish)]],
    [
      ask("a", "number"),
      [branch(when("a", "at_least", 10), finish), branch(when("a", "at_least", 20), finish)],
    ],
    [
      ask("a", "date"),
      [branch(when("a", "at_most", "2026-05-01"), finish), branch(when("a", "is", "2026-04-01"), finish)],
    ],
    [
      ask("a", "several_of"),
      [
        branch(when("a", "includes", "red"), finish),
        branch([when("a", "includes", "green"), when("a", "includes", "red")], finish),
      ],
    ],
    [
      ask("a", "short_text"),
      [branch(when("a", "is_not", "x"), finish), branch(when("a", "is", "y"), finish)],
    ],
  ];
  for (const [question, branches] of cases) {
    assert.deepEqual(
      faults([{ ...question, branches }]),
      [`/questions/0/branches/1 ${dead}`],
      JSON.stringify(branches),
    );
    assert.deepEqual(
      faults([{ ...question, branches: branches.toReversed() }]),
      [],
      JSON.stringify(branches),
    );
  }
  const contrary = [branch([when("a", "is", "red"), when("a", "is", "green")], finish)];
  assert.deepEqual(faults([ask("a", "one_of", { branches: contrary })]), [`/questions/0/branches/0 ${dead}`]);
  const foreign = [
    branch([when("b", "is_answered"), when("a", "is", true)], finish),
    branch(when("b", "is_answered"), finish),
  ];
  assert.deepEqual(faults([ask("a", "yes_no"), ask("b", "yes_no", { branches: foreign })]), []);
});

test("translations and languages are checked to the last option and ending", () => {
  const questions = [
    ask("a", "one_of", { branches: [branch(when("a", "is", "red"), { disqualify: "No." })] }),
    ask("b", "date"),
  ];
  const fine = {
    name: "X",
    questions: { a: { label: "A", options: { red: "rot" } }, b: { help: "H" } },
    endings: { "No.": "Nein." },
  };
  assert.deepEqual(faults(questions, { language: "en", translations: { de: fine, "pt-BR": {} } }), []);
  const odd = {
    questions: { a: { options: { pink: "rosa", constructor: "x" } }, b: { options: {} }, __proto: {} },
    endings: { "No!": "Nein!" },
  };
  assert.deepEqual(
    faults(questions, {
      language: "EN",
      translations: { de: odd, EN: {}, "x y": {}, "de-de": {}, "de-u-nu-latn": {} },
    }),
    [
      "/language must be written en",
      "/translations/de/questions/a/options/pink is not an option of the question",
      "/translations/de/questions/a/options/constructor is not an option of the question",
      "/translations/de/questions/b/options means nothing for date",
      "/translations/de/questions/__proto is not the key of a question",
      "/translations/de/endings/No! is not the text of a disqualification",
      "/translations/EN is the language of the template itself",
      "/translations/x y is not a BCP 47 tag such as de or pt-BR",
      "/translations/de-de must be written de-DE",
      "/translations/de-u-nu-latn must be written de",
    ],
  );
});

test("what the schema will name is no graph, and breaks nothing", () => {
  const odd: unknown[] = [null, 7, "x", [], {}, { key: "a" }, { key: "a", type: "yes_no", branches: 7 }];
  for (const [member, values] of Object.entries({
    branches: [[null], [{}], [{ when: [], then: {} }], [{ when: [{}], then: { goTo: 7 } }]],
    otherwise: [null, 7, {}, { goTo: "a", finish: true }],
    options: [7, [7]],
  })) {
    for (const value of values) odd.push({ ...ask("a", "one_of"), [member]: value });
  }
  for (const question of odd) {
    const named = faults([question, question]);
    assert.ok(
      named.every((fault) => !/never|leads/.test(fault)),
      JSON.stringify([question, named]),
    );
  }
});

test("the largest template is checked within a moment", () => {
  const options = Array.from({ length: 100 }, (_, index) => `option ${index}`);
  const questions = Array.from({ length: 200 }, (_, at) => {
    const tests = Array.from({ length: 5 }, () => when(`q${at}`, "is_not", "option 99"));
    const branches = Array.from({ length: 4 }, (_unused, index) =>
      branch([...tests, when(`q${at}`, "is", `option ${index}`)], `q${Math.min(199, at + 1 + index)}`),
    );
    return ask(`q${at}`, "one_of", { options, branches: at < 199 ? branches : [] });
  });
  const started = performance.now();
  assert.deepEqual(faults(questions), []);
  assert.ok(performance.now() - started < 20_000);
});

test("tests that look for more than can be tried are refused before they are", () => {
  const values = Array.from({ length: 100 }, (_, index) => `v${index}`);
  const looking = (key: string, many: number) =>
    ask(key, "short_text", {
      branches: Array.from({ length: many }, () => branch(when(key, "is_one_of", values), "end")),
    });
  const end = ask("end", "yes_no");
  const crowd = [looking("a", 20), looking("b", 20), looking("c", 10)];
  assert.ok(faults([...crowd, end]).every((fault) => fault.endsWith(dead)));
  const one = ask("d", "short_text", { branches: [branch(when("d", "is", "x"), "end")] });
  assert.deepEqual(faults([...crowd, one, end]), [
    "/questions/3/branches look for too much: all tests together look for at most 5000 values",
  ]);
});
