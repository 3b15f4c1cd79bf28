import type { FieldError } from "#kernel/errors.ts";
import { type QuestionType, questionTypes } from "../questions.ts";
import { patternFault } from "./pattern.ts";

/** What schemas cannot state about a question by itself, whatever was sent as one; pointers are into the question. */
export function questionFaults(question: Members): FieldError[] {
  const { options, min, max } = question;
  const type = questionTypes.find((one) => one === question.type);
  const errors = type ? faultsForType(type, question) : [];
  if (Array.isArray(options) && new Set(options).size < options.length) {
    errors.push({ pointer: "/options", detail: "has an option twice" });
  }
  if (typeof min === "number" && typeof max === "number" && min > max) {
    errors.push({ pointer: "/max", detail: "must not be below min" });
  }
  return errors;
}

export type Members = Record<string, unknown>;

/** The members of an object, or none of anything else. */
export const membersOf = (value: unknown): Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

const choosing = ["one_of", "several_of"] as const;
/** Types whose `min` and `max` bound the value, and those where they count characters or choices. */
const measured: ReadonlySet<QuestionType> = new Set(["number", "money"]);
const counted: ReadonlySet<QuestionType> = new Set(["short_text", "long_text", "several_of"]);

/** The members that mean something for certain types alone, and those that must have them. */
const membersOfTypes: Record<string, { types: ReadonlySet<QuestionType>; isRequired?: true }> = {
  options: { types: new Set(choosing), isRequired: true },
  min: { types: new Set([...measured, ...counted]) },
  max: { types: new Set([...measured, ...counted]) },
  pattern: { types: new Set(["short_text"]) },
  currency: { types: new Set(["money"]) },
};

function faultsForType(type: QuestionType, question: Members): FieldError[] {
  const errors: FieldError[] = [];
  for (const [name, { types, isRequired = false }] of Object.entries(membersOfTypes)) {
    const given = question[name];
    const pointer = `/${name}`;
    if (given === undefined) {
      if (isRequired && types.has(type)) errors.push({ pointer, detail: "is required" });
    } else if (!types.has(type)) {
      errors.push({ pointer, detail: `means nothing for ${type}` });
    } else {
      const detail = memberFault[name]?.(given, type, question) ?? null;
      if (detail) errors.push({ pointer, detail });
    }
  }
  return errors;
}

type Fault = (given: unknown, type: QuestionType, question: Members) => string | null;

const memberFault: Record<string, Fault> = {
  min(given, type, question) {
    const longest = mostOf(type, question);
    if (typeof given === "number" && longest !== null && given > longest) {
      return `must not be above ${longest}, or nothing could be answered`;
    }
    return boundFault(given, type);
  },
  max(given, type, { required, min }) {
    if (typeof given === "number" && given < leastOf(type, required === true, min)) {
      return "is so low that nothing could be answered";
    }
    return boundFault(given, type);
  },
  pattern: (given) => (typeof given === "string" ? patternFault(given) : null),
  currency: (given) =>
    typeof given === "string" && /^[A-Z]{3}$/.test(given) && !currencies.has(given)
      ? "is not a currency of ISO 4217"
      : null,
};

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

function boundFault(given: unknown, type: QuestionType): string | null {
  if (typeof given !== "number") return null;
  if (counted.has(type) && !(Number.isInteger(given) && given >= 0))
    return "must be a whole number, 0 or more";
  return type === "money" && Number(given.toFixed(2)) !== given ? "must have at most two decimals" : null;
}

/** The most characters or choices that there can be. */
function mostOf(type: QuestionType, { options }: Members): number | null {
  if (type === "several_of") return Array.isArray(options) ? options.length : null;
  return { short_text: 200, long_text: 2000 }[type as string] ?? null;
}

/** The least that a `max` must leave room for. */
function leastOf(type: QuestionType, isRequired: boolean, min: unknown): number {
  if (type === "money" && min === undefined) return 0;
  if (type === "short_text") return 1;
  return isRequired && counted.has(type) ? 1 : Number.NEGATIVE_INFINITY;
}
