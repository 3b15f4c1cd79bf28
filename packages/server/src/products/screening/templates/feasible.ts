import { passes } from "../path.ts";
import { checkAnswer } from "../prospects/answers.ts";
import type { Answer, Question, QuestionType, Test } from "../questions.ts";

/** What answers to a question can bring about. */
export interface Feasible {
  /** For each of its branches, whether it can ever decide: hold, and no branch before it. */
  branches: boolean[];
  /** Whether there is an answer for which no branch holds. */
  otherwise: boolean;
}

/**
 * Tries a question's branches on answers that stand for all that there are: one for each way in which its own tests can
 * come out. Tests of other questions may come out either way. So what is called impossible is so; the reverse does not
 * hold everywhere.
 */
export function feasible(question: Question): Feasible {
  const { key, branches = [] } = question;
  const own = branches.map(({ when }) => when.filter((test) => test.key === key));
  const dependsOnOthers = branches.map(({ when }, index) => when.length > (own[index]?.length ?? 0));
  const decides = new Set<number>();
  let otherwise = false;
  for (const answer of exampleAnswers(question, own)) {
    const holding = own.flatMap((tests, index) =>
      tests.every((test) => passes(test, answer)) ? [index] : [],
    );
    const certain = holding.findIndex((index) => !dependsOnOthers[index]);
    const possible = certain === -1 ? holding : holding.slice(0, certain + 1);
    for (const index of possible) decides.add(index);
    if (certain === -1) otherwise = true;
  }
  return { branches: branches.map((_, index) => decides.has(index)), otherwise };
}

/** Whether any answer passes a test; where it may not have been asked at all, that there is none counts as well. */
export function canPass(question: Question, test: Test, mayBeUnasked: boolean): boolean {
  const answers = exampleAnswers(question, [[test]]);
  return (mayBeUnasked ? [null, ...answers] : answers).some((answer) => passes(test, answer));
}

/** Answers of which each way to pass or fail these tests has one. */
function exampleAnswers(question: Question, tests: readonly (readonly Test[])[]): Answer[] {
  // Many tests may look for the same, and every example is tried on every test.
  const values = new Set(tests.flat().flatMap(valuesOf));
  const examples = examplesOf[question.type](question, [...values], tests);
  return question.required ? examples : [...examples, null];
}

/** What a test looks for. */
export const valuesOf = ({ value }: Test): (string | number | boolean)[] =>
  value === undefined ? [] : [value].flat();

type Examples = (
  question: Question,
  values: readonly (string | number | boolean)[],
  tests: readonly (readonly Test[])[],
) => Answer[];

const text: Examples = (question, values) => {
  // A control character is in no answer, so this is the text that nobody tests for.
  return [...values.filter((value) => isAnswer(question, value)), "\0"];
};

const measured: Examples = (question, values) => {
  const { min, max, type } = question;
  const bounds = [min, max, type === "money" ? 0 : undefined, -Number.MAX_VALUE, Number.MAX_VALUE];
  const marks = [...new Set([...values, ...bounds])]
    .filter((mark) => typeof mark === "number")
    .sort((a, b) => a - b);
  const between = marks.slice(1).map((mark, index) => {
    const before = marks[index] ?? mark;
    return type === "money" ? Number((before + 0.01).toFixed(2)) : before / 2 + mark / 2;
  });
  return [...marks, ...between].filter((value) => isAnswer(question, value));
};

const examplesOf: Record<QuestionType, Examples> = {
  short_text: text,
  long_text: text,
  email: text,
  phone: text,
  number: measured,
  money: measured,
  date: (question, values) =>
    [
      "0001-01-02",
      ...values.filter((value) => typeof value === "string").flatMap((day) => [day, dayAfter(day)]),
    ].filter((day) => isAnswer(question, day)),
  yes_no: () => [true, false],
  one_of: ({ options = [] }) => [...options],
  several_of: ({ options = [], required, max = options.length }, _values, tests) => {
    const sets = [
      [],
      options,
      ...options.map((option) => [option]),
      ...tests.map((together) => [
        ...new Set(together.flatMap(({ value }) => (typeof value === "string" ? [value] : []))),
      ]),
    ];
    return sets.filter((set) => set.length <= max && !(required && set.length === 0)).map((set) => [...set]);
  },
  file: () => [{ id: "", name: "", type: "", size: 0 }],
};

/** Whether an answer is taken just as it stands here, whatever the pattern says: matching so many would take long. */
function isAnswer({ pattern: _, ...question }: Question, value: Answer): boolean {
  const checked = checkAnswer(question, value);
  return checked.ok && checked.answer === value;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(next.getTime())) return day;
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
