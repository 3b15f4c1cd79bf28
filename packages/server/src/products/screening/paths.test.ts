import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { answerTo, type Chance, chanceFrom, generateQuestions } from "../../../test/screening-templates.ts";
import { completedBy, followPath, withAnswer } from "./path.ts";
import { checkAnswer } from "./prospects/answers.ts";
import type { Answer, Branch, Outcome, Question, Submission, Test } from "./questions.ts";
import { createTemplateFaults } from "./templates/faults.ts";

const template = (questions: readonly Question[]) => ({
  name: "x",
  slug: "x",
  status: "published",
  questions: JSON.parse(JSON.stringify(questions)),
});
const faults = (questions: readonly Question[], more: object = {}) =>
  createTemplateFaults({ ...template(questions), ...more }).map(
    ({ pointer, detail }) => `${pointer} ${detail}`,
  );

/** Where answers lead, told apart from path.ts: whatever was answered, along the way. */
function walk(
  questions: readonly Question[],
  answers: ReadonlyMap<string, Answer>,
): { keys: string[]; end: string } {
  const keys: string[] = [];
  const holds = ({ key, operator, value }: Test): boolean => {
    const given = keys.includes(key) ? (answers.get(key) ?? null) : null;
    const isAnswered = given !== null;
    const results: Record<Test["operator"], () => boolean> = {
      is: () => given === value,
      is_not: () => isAnswered && given !== value,
      is_one_of: () => (value as readonly Answer[]).includes(given),
      includes: () => (given as readonly Answer[]).includes(value as string),
      at_least: () => (given as number) >= (value as number),
      at_most: () => (given as number) <= (value as number),
      is_answered: () => true,
      is_not_answered: () => false,
    };
    return operator === "is_not_answered" ? !isAnswered : isAnswered && results[operator]();
  };
  let at = questions[0];
  while (at) {
    const { key, branches = [], otherwise } = at;
    keys.push(key);
    const branch: Branch | undefined = branches.find(({ when }) => when.every(holds));
    const outcome: Outcome | undefined = branch?.then ?? otherwise;
    if (outcome && "finish" in outcome) break;
    if (outcome && "disqualify" in outcome) return { keys, end: outcome.disqualify };
    const index = questions.findIndex((one) => one.key === outcome?.goTo);
    at = questions[outcome ? index : questions.indexOf(at) + 1];
  }
  return { keys, end: "completed" };
}

/** Answers question after question, and now and then changes an answer or takes one back, until there is an end. */
function answerAll(questions: readonly Question[], chance: Chance): { submission: Submission; end: string } {
  let submission: Submission = {};
  const give = (question: Question, answer: Answer) => {
    if (answer !== null && question.type !== "file") {
      assert.deepEqual(checkAnswer(question, answer), { ok: true, answer });
    }
    submission = withAnswer(questions, submission, question, answer) ?? assert.fail();
    const asked = new Set(followPath(questions, submission).asked.map(({ key }) => key));
    assert.ok(Object.keys(submission).every((key) => asked.has(key)));
  };
  for (let changes = 5; ; ) {
    const path = followPath(questions, submission);
    if (path.disqualified !== null) return { submission, end: path.disqualified };
    if (changes > 0 && chance.oneIn(6)) {
      changes -= 1;
      const question = chance.pick(path.asked);
      give(question, chance.oneIn(4) ? null : answerTo(question, chance));
    } else if (!path.next) {
      break;
    } else if (!path.next.required && chance.oneIn(3)) {
      // Whoever finishes leaves what is optional.
      const done = completedBy(questions, submission);
      if (done.missing.length > 0) give(path.next, null);
      else return { submission: done.submission, end: done.disqualified ?? "completed" };
    } else {
      give(path.next, answerTo(path.next, chance));
    }
  }
  const done = completedBy(questions, submission);
  assert.deepEqual([done.missing, done.submission], [[], submission]);
  return { submission, end: "completed" };
}

test("whatever is answered, a session ends as its template says, and holds what was asked and nothing else", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const chance = chanceFrom(seed);
      const questions = generateQuestions(chance);
      assert.deepEqual(faults(questions), []);
      const { submission, end } = answerAll(questions, chance);
      const expected = walk(questions, new Map(Object.entries(submission)));
      assert.equal(end, expected.end);
      const asked = new Set(expected.keys);
      const inOrder = questions.map(({ key }) => key).filter((key) => asked.has(key));
      assert.deepEqual(Object.keys(submission), inOrder);
    }),
    { numRuns: 3500 },
  );
});

const fork: Question[] = [
  {
    ...{ key: "pets", label: "Pets?", type: "yes_no", required: true },
    branches: [{ when: [{ key: "pets", operator: "is", value: false }], then: { goTo: "budget" } }],
  },
  { key: "which", label: "Which?", type: "short_text", required: false },
  {
    ...{ key: "budget", label: "Budget?", type: "number", required: true },
    branches: [
      { when: [{ key: "budget", operator: "at_most", value: 5 }], then: { disqualify: "Too little." } },
    ],
  },
  { key: "when", label: "When?", type: "date", required: false },
];
const asked = (submission: Submission) => followPath(fork, submission).asked.map(({ key }) => key);
const given = (submission: Submission, key: string, answer: Answer): Submission => {
  const question = fork.find((one) => one.key === key) ?? assert.fail();
  return withAnswer(fork, submission, question, answer) ?? assert.fail();
};

test("an answer that leads elsewhere drops what is asked no longer, and keeps the rest", () => {
  const before = { pets: true, which: "a cat", budget: 9 };
  assert.deepEqual(asked(before), ["pets", "which", "budget", "when"]);
  assert.deepEqual(given(before, "pets", false), { pets: false, budget: 9 });
  assert.deepEqual(given(before, "which", null), { pets: true, which: null, budget: 9 });
  // Taken back, a question is passed by, so that what is behind it stays.
  assert.deepEqual(given(before, "pets", null), { which: "a cat", budget: 9 });
});

test("nobody is disqualified before all that is asked until then has an answer", () => {
  const early = { pets: true, budget: 3 };
  assert.deepEqual(
    [followPath(fork, early).disqualified, followPath(fork, early).next?.key],
    [null, "which"],
  );
  assert.equal(followPath(fork, { ...early, which: null }).disqualified, "Too little.");
  // Whoever finishes leaves what is optional.
  const { submission, disqualified, missing } = completedBy(fork, early);
  assert.deepEqual(
    [submission, disqualified, missing],
    [{ pets: true, which: null, budget: 3 }, "Too little.", []],
  );
  assert.deepEqual(completedBy(fork, { which: "x" }).missing, ["pets", "budget"]);
});

test("answers that are no longer on the way have no say in it, and stored loops end", () => {
  const tests = (key: string, value: boolean, goTo: string) => [
    { when: [{ key, operator: "is", value } as const], then: { goTo } },
  ];
  const yesNo = (key: string, branches?: Question["branches"]): Question => ({
    ...{ key, label: "?", type: "yes_no", required: true, branches },
  });
  const questions = [
    yesNo("a", tests("a", false, "c")),
    yesNo("b"),
    yesNo("c", tests("b", true, "e")),
    yesNo("d"),
    yesNo("e"),
  ];
  const keys = (submission: Submission) =>
    followPath(questions, submission)
      .asked.map(({ key }) => key)
      .join("");
  assert.equal(keys({ a: true, b: true, c: true }), "abce");
  assert.equal(keys({ a: false, b: true, c: true }), "acde");
  const looped = [{ ...yesNo("a"), otherwise: { goTo: "a" } }];
  assert.deepEqual(followPath(looped, { a: true }).asked, looped);
});

/** Ways to make a graph impossible, each with the fault that it must be refused for. */
const spoilt: ((questions: Question[], chance: Chance) => RegExp)[] = [
  (questions, chance) => {
    const at = chance.below(questions.length);
    Object.assign(questions[at] ?? {}, { otherwise: { goTo: "nowhere" } });
    return new RegExp(`^/questions/${at}/otherwise/goTo is not the key of a question$`);
  },
  (questions, chance) => {
    const at = chance.below(questions.length);
    const back = chance.oneIn(2) ? questions[0] : questions[at];
    const { key } = back ?? assert.fail();
    const always = { when: [{ key: "seen", operator: "is", value: true }], then: { goTo: key } };
    const question = questions[at] ?? assert.fail();
    Object.assign(question, { branches: [always, ...(question.branches ?? [])] });
    // Everybody is asked this first, so that testing it is fine.
    questions.unshift({ key: "seen", label: "?", type: "yes_no", required: true });
    return new RegExp(` leads back to .*(…|${question.key} → ${key})`);
  },
  (questions, chance) => {
    const last = questions.at(-1) ?? assert.fail();
    last.otherwise ??= { finish: true };
    const lost: Question = { key: "lost", label: "?", type: chance.pick(["date", "file"]), required: false };
    questions.push(lost);
    return new RegExp(`^/questions/${questions.length - 1} can never be asked: `);
  },
  (questions) => {
    const early = { when: [{ key: "late", operator: "is", value: false }], then: { finish: true } };
    const first = questions[0] ?? assert.fail();
    Object.assign(first, { branches: [early, ...(first.branches ?? [])] });
    const leads: Question = { key: "start", label: "?", type: "yes_no", required: true };
    leads.branches = [{ when: [{ key: "start", operator: "is", value: true }], then: { goTo: "late" } }];
    questions.unshift(leads);
    questions.push({ key: "late", label: "?", type: "yes_no", required: true });
    return /^\/questions\/1\/branches\/0\/when\/0\/key is never asked before this question$/;
  },
  (questions, chance) => {
    const at = chance.below(questions.length);
    const question = questions[at] ?? assert.fail();
    const everything = { when: [{ key: question.key, operator: "is_answered" }], then: { finish: true } };
    const rest = { when: [{ key: question.key, operator: "is_answered" }], then: { finish: true } };
    Object.assign(question, { branches: [everything, ...(question.branches ?? []), rest] });
    return new RegExp(
      `^/questions/${at}/branches/${question.branches?.length ? question.branches.length - 1 : 1} never decides`,
    );
  },
  (questions, chance) => {
    const at = chance.below(questions.length);
    const question = questions[at] ?? assert.fail();
    const operator = question.type === "several_of" ? "at_least" : "includes";
    const odd = { when: [{ key: question.key, operator, value: "red" }], then: { finish: true } };
    Object.assign(question, { branches: [...(question.branches ?? []), odd] });
    const place = (question.branches?.length ?? 1) - 1;
    return new RegExp(
      `^/questions/${at}/branches/${place}/when/0/operator means nothing for ${question.type}$`,
    );
  },
];

test("a template that was made impossible is refused, at the place and for the reason", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(spoilt.length - 1), (seed, way) => {
      const chance = chanceFrom(seed);
      const questions = generateQuestions(chance);
      const expected = spoilt[way]?.(questions, chance) ?? assert.fail();
      const named = faults(questions);
      assert.ok(
        named.some((fault) => expected.test(fault)),
        `${way} ${expected} ${JSON.stringify(named)} ${JSON.stringify(questions)}`,
      );
    }),
    { numRuns: 1500 },
  );
});
