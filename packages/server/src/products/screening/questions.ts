export const questionTypes = [
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
  "file",
] as const;
export type QuestionType = (typeof questionTypes)[number];

export interface Question {
  key: string;
  label: string;
  type: QuestionType;
  required: boolean;
  /** What helps to answer it, below the label. */
  help?: string;
  options?: readonly string[];
  min?: number;
  max?: number;
  /** What a whole short_text answer must match, in RE2's syntax, which takes no more than linear time. */
  pattern?: string;
  /** What is said in place of our own words when an answer is refused. */
  message?: string;
  /** ISO 4217, of money. */
  currency?: string;
  /** The first of these that holds decides what follows the question. */
  branches?: readonly Branch[];
  /** What follows when no branch holds; the question after it where nothing is said, and after the last the end. */
  otherwise?: Outcome;
}

/** Holds when all of its tests do. */
export interface Branch {
  when: readonly Test[];
  then: Outcome;
}

/** Another question, the end, or a polite end that nobody reviews. */
export type Outcome = { goTo: string } | { finish: true } | { disqualify: string };

export const operators = [
  "is",
  "is_not",
  "is_one_of",
  "includes",
  "at_least",
  "at_most",
  "is_answered",
  "is_not_answered",
] as const;
export type Operator = (typeof operators)[number];

/** Looks at the answer to this question or to one that is asked before it. Without an answer only `is_not_answered` holds. */
export interface Test {
  key: string;
  operator: Operator;
  value?: string | number | boolean | readonly string[];
}

/** A file that was uploaded for this session. */
export interface FileAnswer {
  id: string;
  name: string;
  type: string;
  /** In bytes. */
  size: number;
}

export const isFile = (answer: Answer | undefined): answer is FileAnswer =>
  typeof answer === "object" && answer !== null && !Array.isArray(answer);

/** Null: asked, and left without an answer. */
export type Answer = string | number | boolean | string[] | FileAnswer | null;

/** The answers of a session by the keys of their questions, in the order of the questions. */
export type Submission = Record<string, Answer>;

export interface ContactFacts {
  email: string | null;
  phone: string | null;
  name: string | null;
}

/** Keys of a short_text question whose answer is the prospect's name. */
const nameKeys: ReadonlySet<string> = new Set(["fullName", "full_name", "name"]);

/** What a submission says of the prospect: the first answered question of each kind counts. */
export function contactFacts(questions: readonly Question[], submission: Submission): ContactFacts {
  const answerTo = (isAsked: (question: Question) => boolean): string | null => {
    for (const question of questions.filter(isAsked)) {
      const answer = Object.hasOwn(submission, question.key) ? submission[question.key] : null;
      if (typeof answer === "string") return answer;
    }
    return null;
  };
  return {
    email: answerTo(({ type }) => type === "email"),
    phone: answerTo(({ type }) => type === "phone"),
    name: answerTo(({ type, key }) => type === "short_text" && nameKeys.has(key)),
  };
}
