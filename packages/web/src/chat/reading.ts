import type { Answer, Question } from "./session.ts";
import type { Texts } from "./texts/index.ts";

/** What was put into a form, or what is wrong with it, in words. */
export type Reading = { ok: true; value: Answer | File } | { ok: false; fault: string };

/** What a field of a form says: its value, and what the browser itself finds wrong with it. */
export interface Field {
  values: readonly string[];
  file: File | null;
  badInput: boolean;
  typeMismatch: boolean;
  patternMismatch: boolean;
  stepMismatch: boolean;
}

/** Reads the fields that are named `answer`. */
export function fieldOf(form: HTMLFormElement, submitter: HTMLElement | null): Field {
  const element = form.querySelector<HTMLInputElement>("input[name=answer]");
  // The server looks at what is left, and so must the pattern.
  if (element?.type === "text") element.value = element.value.trim();
  const given = new FormData(form, submitter).getAll("answer");
  const {
    badInput = false,
    typeMismatch = false,
    patternMismatch = false,
    stepMismatch = false,
  } = element?.validity ?? {};
  const file = given.find((one) => one instanceof File && one.name !== "");
  return {
    values: given.filter((one) => typeof one === "string").map((one) => one.trim()),
    file: (file as File | undefined) ?? null,
    ...{ badInput, typeMismatch, patternMismatch, stepMismatch },
  };
}

/**
 * The answer that a field gives to a question; null where it is empty and may be. The server checks again; this is so
 * that nobody has to wait for its word, so it must never refuse what the server takes. `largestFile` is in bytes.
 */
export function readAnswer(question: Question, field: Field, texts: Texts, largestFile: number): Reading {
  const [text = ""] = field.values;
  const isEmpty = question.type === "file" ? !field.file : text === "" && !field.badInput;
  if (isEmpty) {
    if (!question.required) return { ok: true, value: null };
    return { ok: false, fault: missing(question, texts) };
  }
  // It would be refused too, after minutes on a slow network.
  if (field.file && field.file.size > largestFile) return { ok: false, fault: texts.fileTooLarge };
  const fault = faultIn(question, field, text, texts);
  if (fault) return { ok: false, fault: question.message ?? fault };
  return { ok: true, value: answerFrom(question, field, text) };
}

function missing({ type }: Question, { faults }: Texts): string {
  if (type === "file") return faults.file;
  return type === "one_of" || type === "several_of" || type === "yes_no" ? faults.choice : faults.missing;
}

function answerFrom({ type }: Question, { values, file }: Field, text: string): Answer | File {
  switch (type) {
    case "number":
    case "money":
      return Number(text);
    case "yes_no":
      return text === "true";
    case "several_of":
      return [...values];
    case "file":
      return file;
    default:
      return text;
  }
}

function faultIn(question: Question, field: Field, text: string, texts: Texts): string | null {
  const { faults } = texts;
  switch (question.type) {
    case "email":
      return field.typeMismatch ? faults.email : null;
    case "phone":
      return isPhone(text) ? null : faults.phone;
    case "number":
    case "money":
      return numberFault(question, field, text, texts);
    case "date":
      return field.badInput ? faults.date : null;
    case "several_of":
      return countFault(question, field.values.length, faults.fewest, faults.greatest);
    case "short_text":
    case "long_text":
      if (field.patternMismatch) return faults.pattern;
      return countFault(
        { max: longest[question.type], ...question },
        [...text].length,
        faults.shortest,
        faults.longest,
      );
    default:
      return null;
  }
}

/** Most characters where the question says nothing. */
const longest = { short_text: 200, long_text: 2_000 } as const;

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return /^\+?[0-9 ()./-]+$/.test(text) && digits >= 5 && digits <= 15;
}

function numberFault(question: Question, field: Field, text: string, { faults }: Texts): string | null {
  const value = Number(text);
  if (field.badInput || !Number.isFinite(value)) return faults.number;
  const { type, min = type === "money" ? 0 : undefined, max } = question;
  if (min !== undefined && value < min) return faults.least(String(min));
  if (max !== undefined && value > max) return faults.most(String(max));
  return type === "money" && field.stepMismatch ? faults.cents : null;
}

function countFault(
  { min, max }: Pick<Question, "min" | "max">,
  count: number,
  tooFew: (least: number) => string,
  tooMany: (most: number) => string,
): string | null {
  if (min !== undefined && count < min) return tooFew(min);
  return max !== undefined && count > max ? tooMany(max) : null;
}

/**
 * The pattern as the browser checks it; undefined where the two notations may mean different things, so that the server
 * alone decides.
 */
export function browserPattern(pattern: string | undefined): string | undefined {
  if (pattern === undefined || /\(\?|\[\[|\[\^?\]|\\[^dwsDWS.\-+*?()[\]{}|^$/]|&&|--/.test(pattern))
    return undefined;
  return pattern;
}
