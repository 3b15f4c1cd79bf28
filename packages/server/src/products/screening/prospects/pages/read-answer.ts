import type { Answer, FileAnswer } from "../../questions.ts";
import type { ShownQuestion } from "../formats.ts";

/** What the fields of a form can say; a file comes beside them. */
export type FormAnswer = Exclude<Answer, FileAnswer>;

/**
 * The answer that a form's fields give: null where nothing was filled in. What cannot be read as the question's type
 * stays as it was typed, so that the check of answers refuses it.
 */
export function readAnswer({ type }: ShownQuestion, values: readonly string[]): FormAnswer {
  const value = values[0] ?? "";
  if (type === "several_of") return values.length === 0 ? null : [...values];
  if (value.trim() === "") return null;
  switch (type) {
    case "number":
    case "money":
      return readNumber(value);
    case "yes_no":
      return value === "true" || value === "false" ? value === "true" : value;
    default:
      return value;
  }
}

/** Browsers send numbers with a point; those that know no such control send what was typed. */
function readNumber(typed: string): number | string {
  const text = typed.trim();
  // A comma before three digits can be either kind.
  const plain = /^[-+]?\d+,(\d{1,2}|\d{4,})$/.test(text) ? text.replace(",", ".") : text;
  const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(number) ? number : typed;
}

/** What a form's fields have in them for an answer that is there already. */
export function valuesOf(answer: Answer): string[] {
  if (answer === null) return [];
  if (Array.isArray(answer)) return answer;
  return typeof answer === "object" ? [] : [String(answer)];
}
