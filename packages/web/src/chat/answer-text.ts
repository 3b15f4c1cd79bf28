import type { Answer, FileAnswer, Question } from "./session.ts";
import type { Texts } from "./texts/index.ts";

/** An answer as its prospect reads it, in their language. */
export function answerText(question: Question, answer: Answer, language: string, texts: Texts): string {
  const { type, currency, options = [] } = question;
  const labelOf = (value: unknown) =>
    options.find((option) => option.value === value)?.label ?? String(value);
  if (answer === null || (Array.isArray(answer) && answer.length === 0)) return texts.noAnswer;
  if (Array.isArray(answer)) {
    return new Intl.ListFormat(language, { type: "conjunction" }).format(answer.map(labelOf));
  }
  switch (type) {
    case "yes_no":
      return answer ? texts.yes : texts.no;
    case "one_of":
      return labelOf(answer);
    case "number":
      return new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(answer as number);
    case "money":
      return moneyText(answer as number, currency, language);
    case "date":
      return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
        new Date(`${answer}T00:00:00Z`),
      );
    case "file":
      return (answer as FileAnswer).name;
    default:
      return String(answer);
  }
}

/** Whole amounts without ".00". */
function moneyText(amount: number, currency: string | undefined, language: string): string {
  const minimumFractionDigits = Number.isInteger(amount) ? 0 : 2;
  const options = { minimumFractionDigits, maximumFractionDigits: 2 };
  if (!currency) return new Intl.NumberFormat(language, options).format(amount);
  return new Intl.NumberFormat(language, { style: "currency", currency, ...options }).format(amount);
}
