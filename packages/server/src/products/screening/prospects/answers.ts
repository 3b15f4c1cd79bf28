import { parseEmail } from "#kernel/email.ts";
import { parsePhone } from "#kernel/phone.ts";
import { type CleanText, cleanName, cleanNotes } from "#kernel/text.ts";
import { parseWallDate } from "#kernel/wall-time.ts";
import type { Answer, Question, QuestionType } from "../questions.ts";
import { matches } from "../templates/pattern.ts";

/** An accepted answer in its clean form, or what is wrong with it: a phrase that follows "value". */
export type CheckedAnswer = { ok: true; answer: Answer } | { ok: false; reason: string };

/** Checks a value against the type, the bounds and the pattern of its question. Files come on a way of their own. */
export const checkAnswer = (question: Question, value: Answer): CheckedAnswer =>
  checks[question.type](value, question);

type Check = (value: Answer, question: Question) => CheckedAnswer;

const accepted = (answer: Answer): CheckedAnswer => ({ ok: true, answer });
const refused = (reason: string): CheckedAnswer => ({ ok: false, reason });

const checks: Record<QuestionType, Check> = {
  short_text: (value, question) => checkText(value, question, cleanName),
  long_text: (value, question) => checkText(value, question, cleanNotes),
  email(value) {
    const address = typeof value === "string" ? parseEmail(value) : null;
    return address ? accepted(address) : refused("must be an e-mail address");
  },
  phone(value) {
    const number = typeof value === "string" ? parsePhone(value) : null;
    return number ? accepted(number) : refused("must be a phone number of 5 to 15 digits");
  },
  number: (value, question) =>
    typeof value === "number" ? checkBounds(value, value, question) : refused("must be a number"),
  money(value, question) {
    if (typeof value !== "number") return refused("must be a number");
    if (Number(value.toFixed(2)) !== value) return refused("must have at most two decimals");
    return checkBounds(value, value, { ...question, min: question.min ?? 0 });
  },
  date: (value) =>
    typeof value === "string" && parseWallDate(value)
      ? accepted(value)
      : refused("must be a date such as 2026-04-01"),
  yes_no: (value) => (typeof value === "boolean" ? accepted(value) : refused("must be true or false")),
  one_of: (value, { options = [] }) =>
    typeof value === "string" && options.includes(value)
      ? accepted(value)
      : refused("must be one of the question's options"),
  several_of(value, question) {
    const { options = [], required } = question;
    if (!Array.isArray(value) || !value.every((choice) => options.includes(choice))) {
      return refused("must be an array of the question's options");
    }
    if (new Set(value).size < value.length) return refused("must not have an option twice");
    if (required && value.length === 0) return refused("must have an option");
    return checkBounds(value, value.length, question, "options");
  },
  file: () => refused("is a file: it is uploaded on a path of its own"),
};

function checkText(value: Answer, question: Question, clean: (text: string) => CleanText): CheckedAnswer {
  if (typeof value !== "string") return refused("must be text");
  const cleaned = clean(value);
  if (!cleaned.ok) return refused(cleaned.reason);
  if (question.required && cleaned.text.trim() === "") return refused("is blank");
  const bounded = checkBounds(cleaned.text, [...cleaned.text].length, question, "characters");
  if (!bounded.ok || question.pattern === undefined) return bounded;
  return matches(question.pattern, cleaned.text)
    ? bounded
    : refused("does not have the form that is asked for");
}

/** `unit` is what is counted, where the bounds are not of the value itself. */
function checkBounds(
  answer: Answer,
  size: number,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Question,
  unit?: string,
): CheckedAnswer {
  const [must, of] = unit ? ["must have", ` ${unit}`] : ["must be", ""];
  if (size < min) return refused(`${must} ${min}${of} or more`);
  if (size > max) return refused(`${must} ${max}${of} or less`);
  return accepted(answer);
}
