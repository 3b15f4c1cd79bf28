import type {
  Answer,
  Branch,
  Outcome,
  Question,
  QuestionType,
  Test,
} from "../src/products/screening/questions.ts";
import { randomFrom } from "./random.ts";

/** Chance that is the same for the same seed. */
export interface Chance {
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
  /** True once in so many times. */
  oneIn(times: number): boolean;
}

export function chanceFrom(seed: number): Chance {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return {
    below,
    pick: <T>(choices: readonly T[]) => choices[below(choices.length)] as T,
    oneIn: (times) => below(times) === 0,
  };
}

const options = ["red", "green", "blue", "none"];
const words = ["alpha", "beta", "gamma"];
const days = ["2026-04-01", "2026-05-31", "2028-02-29"];

/** A question of a type, without branches. */
const bare = (key: string, type: QuestionType, required: boolean): Question => ({
  key,
  label: `${key}?`,
  type,
  required,
  ...(type === "one_of" || type === "several_of" ? { options } : {}),
  ...(type === "number" ? { min: 0, max: 100 } : {}),
  ...(type === "money" ? { currency: "EUR" } : {}),
  ...(type === "short_text" ? { min: 2, max: 9 } : {}),
});

/** Conditions on an answer to a question of a type, each of which leaves answers for those after it and for none of them. */
const conditions: Record<QuestionType, readonly Omit<Test, "key">[]> = {
  short_text: words.map((value) => ({ operator: "is", value })),
  long_text: [],
  email: [{ operator: "is", value: "jane@example.com" }],
  phone: [{ operator: "is_one_of", value: ["+1 555 0100"] }],
  number: [75, 50, 25].map((value) => ({ operator: "at_least", value })),
  money: [10.5, 99.99, 2500].map((value) => ({ operator: "at_most", value })),
  date: days.map((value) => ({ operator: "at_most", value })),
  yes_no: [{ operator: "is", value: true }],
  one_of: [
    { operator: "is", value: "red" },
    { operator: "is_one_of", value: ["green", "blue"] },
  ],
  several_of: options.slice(1).map((value) => ({ operator: "includes", value })),
  file: [],
};

/** An answer that the question takes, such as its conditions tell apart; null now and then where it is optional. */
export function answerTo({ type, required }: Question, chance: Chance): Answer {
  if (!required && chance.oneIn(4)) return null;
  switch (type) {
    case "short_text":
      return chance.pick([...words, "delta"]);
    case "long_text":
      return "Two\nlines";
    case "email":
      return chance.pick(["jane@example.com", "joe@example.com"]);
    case "phone":
      return chance.pick(["+1 555 0100", "0171 5550100"]);
    case "number":
      return chance.below(101);
    case "money":
      return chance.pick([10.5, 10.51, 99.99, 100, 2500.01]);
    case "date":
      return chance.pick([...days, "2026-04-02", "2030-01-01"]);
    case "yes_no":
      return chance.oneIn(2);
    case "one_of":
      return chance.pick(options);
    case "several_of": {
      const chosen = options.filter(() => chance.oneIn(2));
      return required && chosen.length === 0 ? ["none"] : chosen;
    }
    case "file":
      return { id: "00000000-0000-7000-8000-000000000000", name: "a.pdf", type: "application/pdf", size: 3 };
  }
}

const askable: readonly QuestionType[] = [
  "short_text",
  "long_text",
  "email",
  "phone",
  "number",
  "money",
  "date",
  "yes_no",
  "one_of",
  "several_of",
];

type Lead = (outcome: Outcome) => void;

/**
 * The questions of a template without faults. It is made of parts that follow one another: questions with branches that
 * end, and forks, whose arms come together again or end; listed in any order where that says nothing.
 */
export function generateQuestions(chance: Chance): Question[] {
  const made: Question[] = [];
  const next = (type?: QuestionType): Question => {
    const required = type !== undefined || !chance.oneIn(3);
    const question = bare(
      `q${made.length}`,
      type ?? chance.pick(required ? askable : [...askable, "file"]),
      required,
    );
    made.push(question);
    return question;
  };
  const before: Question[] = [];
  // What is still to be told which question follows.
  let open: Lead[] = [];
  for (let left = 1 + chance.below(5); left > 0; left--) {
    const isFork = chance.oneIn(3);
    const first = next(isFork ? chance.pick(["yes_no", "one_of"]) : undefined);
    for (const lead of open) lead({ goTo: first.key });
    open = isFork ? fork(first, before, next, chance) : [branch(first, before, chance)];
    before.push(first);
    if (open.length === 0) break;
  }
  if (open.length > 0 && chance.oneIn(2)) return made;
  for (const lead of open) lead({ finish: true });
  return shuffled(made, chance);
}

/** Gives a question branches that end, and tells how it leads on otherwise. */
function branch(question: Question, before: readonly Question[], chance: Chance): Lead {
  const all = [
    ...conditions[question.type],
    ...(question.required ? [] : [{ operator: "is_not_answered" } as const]),
  ];
  const branches = all
    .filter(() => chance.oneIn(2))
    .map((condition): Branch => {
      const tested = chance.oneIn(3) && before.length > 0 ? chance.pick(before) : null;
      const other = tested && conditions[tested.type].at(0);
      const alone: Test = { key: question.key, ...condition };
      const when = tested && other ? [alone, { key: tested.key, ...other }] : [alone];
      return { when, then: ending(chance) };
    });
  if (branches.length > 0) question.branches = branches;
  return (outcome) => {
    question.otherwise = outcome;
  };
}

const ending = (chance: Chance): Outcome =>
  chance.oneIn(2) ? { finish: true } : { disqualify: `Thank you, but no (${chance.below(1000)}).` };

/** Gives a question an arm for each answer. */
function fork(first: Question, before: readonly Question[], next: () => Question, chance: Chance): Lead[] {
  const leads: Lead[] = [];
  const values: readonly (string | boolean)[] = first.options ?? [true, false];
  first.branches = values.map((value): Branch => {
    const made: Branch = { when: [{ key: first.key, operator: "is", value }], then: ending(chance) };
    if (chance.oneIn(4)) return made;
    const arm = Array.from({ length: chance.below(3) }, () => next());
    const [entry] = arm;
    const enter: Lead = (outcome) => {
      made.then = outcome;
    };
    if (entry) enter({ goTo: entry.key });
    else leads.push(enter);
    for (const [index, question] of arm.entries()) {
      const lead = branch(question, [...before, first, ...arm.slice(0, index)], chance);
      const after = arm[index + 1];
      if (after) lead({ goTo: after.key });
      else leads.push(lead);
    }
    return made;
  });
  return leads;
}

/** The first stays first: that is where everybody begins. */
function shuffled([first, ...others]: readonly Question[], chance: Chance): Question[] {
  const mixed = others.map((question) => ({ question, place: chance.below(1_000_000) }));
  mixed.sort((a, b) => a.place - b.place);
  return first ? [first, ...mixed.map(({ question }) => question)] : [];
}
