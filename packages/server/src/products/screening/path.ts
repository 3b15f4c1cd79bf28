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
 * what was answered behind it stays; but nobody is disqualified before everything that is asked until then has an
 * answer. Tests look at answers on the path alone: what an earlier change made unreachable has no say, and dropping it
 * changes nothing.
 */
export const followPath = (questions: readonly Question[], submission: Submission): Path =>
  walk(questions, (question) => Object.hasOwn(submission, question.key), submission);

/** What becomes of a session that is finished with these answers. */
export interface Completion extends Path {
  /** The answers along the path, and null for each optional question that has none. */
  submission: Submission;
  /** The keys of the required questions without an answer; where there are some, nothing can be finished. */
  missing: string[];
}

/** Leaves what is optional and still open without an answer, and follows where that leads. */
export function completedBy(questions: readonly Question[], submission: Submission): Completion {
  const isAnswered = (question: Question) => !question.required || Object.hasOwn(submission, question.key);
  const path = walk(questions, isAnswered, submission);
  return {
    ...path,
    submission: along(questions, path, (question) =>
      isAnswered(question) ? answerIn(submission, question.key) : undefined,
    ),
    missing: path.asked.filter((question) => !isAnswered(question)).map(({ key }) => key),
  };
}

/** Most characters of a whole submission as JSON: 200 sessions on one page must stay a page. */
const submissionLongest = 100_000;

/**
 * The submission with one answer set, in the order of the questions, and without what that made unreachable. Null is
 * the answer of whoever leaves an optional question without one; of a required question it takes the answer back.
 * Null comes back when the submission would be too long.
 */
export function withAnswer(
  questions: readonly Question[],
  submission: Submission,
  { key, required }: Question,
  answer: Answer,
): Submission | null {
  const { [key]: _, ...others } = submission;
  const given = answer === null && required ? others : { ...others, [key]: answer };
  const path = followPath(questions, given);
  const kept = along(questions, path, (question) =>
    Object.hasOwn(given, question.key) ? answerIn(given, question.key) : undefined,
  );
  return JSON.stringify(kept).length > submissionLongest ? null : kept;
}

function along(
  questions: readonly Question[],
  { asked }: Path,
  answerTo: (question: Question) => Answer | undefined,
): Submission {
  const isAsked = new Set(asked);
  const entries = questions.flatMap((question): [string, Answer][] => {
    const answer = isAsked.has(question) ? answerTo(question) : undefined;
    return answer === undefined ? [] : [[question.key, answer]];
  });
  return Object.fromEntries(entries);
}

function walk(
  questions: readonly Question[],
  isAnswered: (question: Question) => boolean,
  submission: Submission,
): Path {
  const indexOf = new Map(questions.map(({ key }, index) => [key, index]));
  const asked = new Map<string, Question>();
  const answerTo = (key: string) => (asked.has(key) ? answerIn(submission, key) : null);
  const path = (disqualified: string | null): Path => {
    const passed = [...asked.values()];
    const next = passed.find(({ key }) => !Object.hasOwn(submission, key)) ?? null;
    return { asked: passed, next: disqualified === null ? next : null, disqualified };
  };
  let index: number | undefined = 0;
  let isWhole = true;
  // Templates have no loops for answered questions (graph.ts); one that is passed by may lead back.
  for (let question = questions[0]; question && !asked.has(question.key); question = questions[index ?? -1]) {
    asked.set(question.key, question);
    isWhole &&= isAnswered(question);
    const outcome = outcomeOf(question, isWhole, answerTo);
    if (outcome && "disqualify" in outcome) return path(outcome.disqualify);
    if (outcome && "finish" in outcome) break;
    index = outcome ? indexOf.get(outcome.goTo) : (indexOf.get(question.key) ?? 0) + 1;
  }
  return path(null);
}

const answerIn = (submission: Submission, key: string): Answer =>
  Object.hasOwn(submission, key) ? (submission[key] ?? null) : null;

/** What follows a question; undefined for the one after it. */
function outcomeOf(
  { branches = [], otherwise }: Question,
  mayDisqualify: boolean,
  answerTo: (key: string) => Answer,
): Outcome | undefined {
  const counts = (outcome: Outcome) => mayDisqualify || !("disqualify" in outcome);
  const holds = ({ when, then }: Branch) =>
    counts(then) && when.every((test) => passes(test, answerTo(test.key)));
  const branch = branches.find(holds);
  if (branch) return branch.then;
  return otherwise && counts(otherwise) ? otherwise : undefined;
}

const comparable = (given: Answer): given is string | number =>
  typeof given === "string" || typeof given === "number";

/** Whether a test holds of an answer, or of there being none. */
export function passes({ operator, value }: Test, given: Answer): boolean {
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
