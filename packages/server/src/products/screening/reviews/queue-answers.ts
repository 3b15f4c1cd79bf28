import type { Answer, Question, QuestionType, Submission } from "../questions.ts";

/** What a prospect said to a question, as a reviewer reads it. */
export interface Answered {
  key: string;
  label: string;
  type: QuestionType;
  value: Answer;
  /** ISO 4217, of money. */
  currency: string | undefined;
}

/** A submission as it is to be read: the questions that reviewers see first, then the rest in their order. */
export function answersInOrder(
  questions: readonly Question[],
  reviewFirst: readonly string[],
  submission: Submission,
): Answered[] {
  const places = new Map(reviewFirst.map((key, place) => [key, place]));
  const placeOf = ({ key }: Question) => places.get(key) ?? reviewFirst.length;
  return questions
    .filter(({ key }) => Object.hasOwn(submission, key))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(({ key, label, type, currency }) => ({
      key,
      label,
      type,
      value: submission[key] ?? null,
      currency,
    }));
}
