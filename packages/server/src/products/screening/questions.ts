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
] as const;
export type QuestionType = (typeof questionTypes)[number];

export interface Question {
  key: string;
  label: string;
  type: QuestionType;
  required: boolean;
  options?: readonly string[];
  min?: number;
  max?: number;
}

export type Answer = string | number | boolean | string[];

/** The answers of a session by the keys of their questions, in the order of the questions. */
export type Submission = Record<string, Answer>;

/** Most characters of a whole submission as JSON: 200 sessions on one page must stay a page. */
const submissionLongest = 100_000;

/** The submission with one answer set, or taken back when it is null; null when it would be too long. */
export function withAnswer(
  questions: readonly Question[],
  submission: Submission,
  key: string,
  answer: Answer | null,
): Submission | null {
  const answers = new Map(Object.entries(submission));
  if (answer === null) answers.delete(key);
  else answers.set(key, answer);
  const ordered: Submission = Object.fromEntries(
    questions.flatMap((question): [string, Answer][] => {
      const given = answers.get(question.key);
      return given === undefined ? [] : [[question.key, given]];
    }),
  );
  return JSON.stringify(ordered).length > submissionLongest ? null : ordered;
}

/** The first question without an answer. */
export const nextQuestion = (questions: readonly Question[], submission: Submission): Question | null =>
  questions.find(({ key }) => !Object.hasOwn(submission, key)) ?? null;

/** The keys of the required questions without an answer. */
export const missingKeys = (questions: readonly Question[], submission: Submission): string[] =>
  questions.filter(({ key, required }) => required && !Object.hasOwn(submission, key)).map(({ key }) => key);

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
    const question = questions.find((one) => isAsked(one) && Object.hasOwn(submission, one.key));
    const answer = question && submission[question.key];
    return typeof answer === "string" ? answer : null;
  };
  return {
    email: answerTo(({ type }) => type === "email"),
    phone: answerTo(({ type }) => type === "phone"),
    name: answerTo(({ type, key }) => type === "short_text" && nameKeys.has(key)),
  };
}
