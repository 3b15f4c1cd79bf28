import type { Branch, Outcome, Question, Test } from "./template.ts";
import { text } from "./text.ts";

const words = text.words;

/** "If “Any pets?” is yes and … → go on with “Which pets?”" in its two halves. */
export function branchInWords(
  { when, then }: Branch,
  own: Question,
  questions: readonly Question[],
): { condition: string; outcome: string } {
  const tests = when.map((test) => testInWords(test, own, questions)).join(words.and);
  return { condition: words.if(tests), outcome: outcomeInWords(then, questions) };
}

/** What follows a question, for the eye: the question by its words, not by its key. */
export function outcomeInWords(outcome: Outcome | undefined, questions: readonly Question[]): string {
  if (!outcome) return words.next;
  if (outcome.disqualify !== undefined) return words.disqualify(outcome.disqualify);
  return outcome.goTo === undefined ? words.finish : words.goTo(labelOf(outcome.goTo, questions));
}

function testInWords({ key, operator, value }: Test, own: Question, questions: readonly Question[]): string {
  const asked = key === own.key ? own : questions.find((question) => question.key === key);
  const subject = key === own.key ? words.this : words.question(labelOf(key, questions));
  const dated = asked?.type === "date" ? text.dateOperators[operator] : undefined;
  const verb = dated ?? text.operators[operator];
  return value === undefined ? `${subject} ${verb}` : `${subject} ${verb} ${valueInWords(value)}`;
}

function valueInWords(value: NonNullable<Test["value"]>): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map((one) => words.question(one)).join(words.or);
  return typeof value === "number" ? String(value) : words.question(value as string);
}

const labelOf = (key: string, questions: readonly Question[]): string =>
  questions.find((question) => question.key === key)?.label ?? words.goneQuestion;
