import type { Answer } from "../questions.ts";
import type { presentQuestionTo } from "./question.ts";
import type { Reading } from "./texts/index.ts";

export type ShownQuestion = ReturnType<typeof presentQuestionTo>;

/** An answer as its prospect reads it. */
export function answerText(
  { type, options = [], currency }: ShownQuestion,
  answer: Answer,
  reading: Reading,
): string {
  const { texts, ours } = reading;
  const labelOf = (choice: string) => options.find(({ value }) => value === choice)?.label ?? choice;
  if (answer === null || (Array.isArray(answer) && answer.length === 0)) return texts.noAnswer;
  if (Array.isArray(answer)) return new Intl.ListFormat(ours, { type: "unit" }).format(answer.map(labelOf));
  switch (typeof answer) {
    case "boolean":
      return answer ? texts.yes : texts.no;
    case "number":
      return type === "money" ? formatMoney(answer, currency, reading) : formatNumber(answer, reading);
    case "object":
      return answer.name;
    default:
      if (type === "date") return formatDate(new Date(`${answer}T00:00:00Z`), reading);
      return type === "one_of" ? labelOf(answer) : answer;
  }
}

export const formatNumber = (number: number, { ours }: Reading): string =>
  new Intl.NumberFormat(ours, { maximumFractionDigits: 20 }).format(number);

const formatMoney = (amount: number, currency: string | undefined, { ours }: Reading): string =>
  new Intl.NumberFormat(
    ours,
    currency === undefined ? { minimumFractionDigits: 2 } : { style: "currency", currency },
  ).format(amount);

/** A day, of UTC. */
export const formatDate = (date: Date, { ours }: Reading): string =>
  new Intl.DateTimeFormat(ours, { dateStyle: "long", timeZone: "UTC" }).format(date);

/** Whole minutes, or hours and days where there are many; never less than a minute. Given in milliseconds. */
export function formatDuration(milliseconds: number, { ours }: Reading): string {
  const minutes = Math.max(1, Math.floor(milliseconds / 60_000));
  const count = (value: number, unit: string) =>
    new Intl.NumberFormat(ours, { style: "unit", unit, unitDisplay: "long" }).format(value);
  if (minutes < 120) return count(minutes, "minute");
  if (minutes < 48 * 60) return count(Math.floor(minutes / 60), "hour");
  return count(Math.floor(minutes / (24 * 60)), "day");
}

/** Seconds, as somebody has to wait them. */
export const formatSeconds = (seconds: number, { ours }: Reading): string =>
  new Intl.NumberFormat(ours, { style: "unit", unit: "second", unitDisplay: "long" }).format(seconds);

/** A size in bytes, in megabytes. */
export const formatSize = (bytes: number, { ours }: Reading): string =>
  new Intl.NumberFormat(ours, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }).format(
    bytes / (1024 * 1024),
  );

/** A language's name in itself. */
export const languageName = (language: string): string =>
  new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
