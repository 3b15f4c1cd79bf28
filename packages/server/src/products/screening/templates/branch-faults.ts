import type { FieldError } from "#kernel/errors.ts";
import { checkAnswer } from "../prospects/answers.ts";
import type { Operator, Outcome, Question, QuestionType, Test } from "../questions.ts";
import { canPass } from "./feasible.ts";

/** What is wrong with a question's branches, each for itself; pointers are into the question. */
export function branchFaults(question: Question, byKey: ReadonlyMap<string, Question>): FieldError[] {
  const { branches = [], otherwise } = question;
  const faults = branches.flatMap(({ when, then }, index) => [
    ...when.flatMap((test, at) => under(`/branches/${index}/when/${at}`, testFaults(test, question, byKey))),
    ...under(`/branches/${index}/then`, outcomeFaults(then, byKey)),
  ]);
  return otherwise ? [...faults, ...under("/otherwise", outcomeFaults(otherwise, byKey))] : faults;
}

/** The same faults, pointed at through what they are in. */
export const under = (pointer: string, faults: readonly FieldError[]): FieldError[] =>
  faults.map((fault) => ({ ...fault, pointer: `${pointer}${fault.pointer}` }));

export const unknownKey = "is not the key of a question";

const outcomeFaults = (outcome: Outcome, byKey: ReadonlyMap<string, Question>): FieldError[] =>
  "goTo" in outcome && !byKey.has(outcome.goTo) ? [{ pointer: "/goTo", detail: unknownKey }] : [];

function testFaults(test: Test, question: Question, byKey: ReadonlyMap<string, Question>): FieldError[] {
  const tested = byKey.get(test.key);
  if (!tested) return [{ pointer: "/key", detail: unknownKey }];
  if (!operatorsOf[tested.type].has(test.operator)) {
    return [{ pointer: "/operator", detail: `means nothing for ${tested.type}` }];
  }
  const reason = valueFault(test, tested);
  if (reason) return [{ pointer: "/value", detail: reason }];
  if (canPass(tested, test, tested !== question)) return [];
  const detail = `never holds: ${tested.key} cannot be answered so`;
  return [{ pointer: test.value === undefined ? "" : "/value", detail }];
}

const always = ["is_answered", "is_not_answered"] as const;
const equal = ["is", "is_not", ...always] as const;
const chosen = new Set<Operator>([...equal, "is_one_of"]);
const ordered = new Set<Operator>([...equal, "at_least", "at_most"]);

const operatorsOf: Record<QuestionType, ReadonlySet<Operator>> = {
  short_text: chosen,
  long_text: new Set(always),
  email: chosen,
  phone: chosen,
  number: ordered,
  money: ordered,
  date: ordered,
  yes_no: new Set(equal),
  one_of: chosen,
  several_of: new Set(["includes", ...always]),
  file: new Set(always),
};

/** What is wrong with the value of a test, whose operator suits the question. */
function valueFault({ operator, value }: Test, { type, options = [] }: Question): string | null {
  if (operator === "is_answered" || operator === "is_not_answered") {
    return value === undefined ? null : `means nothing for ${operator}`;
  }
  if (value === undefined) return "is required";
  const isList = Array.isArray(value);
  if (isList !== (operator === "is_one_of")) {
    return isList ? `must be a single value for ${operator}` : "must be an array for is_one_of";
  }
  const asked = {
    key: "",
    label: "",
    required: false,
    options,
    type: type === "several_of" ? "one_of" : type,
  } as const;
  for (const one of [value].flat()) {
    const checked = checkAnswer(asked, one);
    if (!checked.ok) return checked.reason;
  }
  return null;
}
