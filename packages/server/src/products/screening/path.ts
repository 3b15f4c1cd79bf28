import type { Answer, Branch, Outcome, Question, Submission, Test } from "./questions.ts";

/** Where a prospect's answers lead. */
export interface Path {
  /** The questions that these answers lead through, in their order, those without an answer so far among them. */
  asked: Question[];
  /** The first of them that nothing was said to: what is asked next. */
  next: Question | null;
  /** What a disqualified prospect is told; null for whoever is not. */
  disqualified: string | null;
}

/**
 * Follows the questions from the first to the end. One without an answer is passed by as its `otherwise` says, so that
 * what was answered behind it stays; only an answered question disqualifies. Templates have no loops (faults.ts).
 */
export function followPath(questions: readonly Question[], submission: Submission): Path {
  const byKey = new Map(questions.map((question, index) => [question.key, index]));
  const asked: Question[] = [];
  for (let index: number | undefined = 0; index !== undefined; ) {
    const question: Question | undefined = questions[index];
    if (!question) break;
    asked.push(question);
    const outcome = outcomeOf(question, submission);
    if (outcome && "disqualify" in outcome) return { asked, next: null, disqualified: outcome.disqualify };
    if (outcome && "finish" in outcome) break;
    index = outcome ? byKey.get(outcome.goTo) : index + 1;
  }
  const next = asked.find(({ key }) => !Object.hasOwn(submission, key)) ?? null;
  return { asked, next, disqualified: null };
}

/** What follows a question; undefined for the one after it. */
function outcomeOf(question: Question, submission: Submission): Outcome | undefined {
  const isAnswered = Object.hasOwn(submission, question.key);
  const holds = ({ when, then }: Branch) =>
    (isAnswered || !("disqualify" in then)) &&
    when.every((test) => passes(test, submission[test.key] ?? null));
  const branch = question.branches?.find(holds);
  return branch?.then ?? question.otherwise;
}

const comparable = (given: Answer): given is string | number =>
  typeof given === "string" || typeof given === "number";

function passes({ operator, value }: Test, given: Answer): boolean {
  if (operator === "is_not_answered") return given === null;
  if (given === null) return false;
  switch (operator) {
    case "is":
      return given === value;
    case "is_not":
      return given !== value;
    case "is_one_of":
      return Array.isArray(value) && value.includes(given as string);
    case "includes":
      return Array.isArray(given) && given.includes(value as string);
    // Dates are text that sorts as they do.
    case "at_least":
      return comparable(given) && typeof given === typeof value && given >= (value as typeof given);
    case "at_most":
      return comparable(given) && typeof given === typeof value && given <= (value as typeof given);
    case "is_answered":
      return true;
  }
}
