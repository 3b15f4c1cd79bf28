import type { FieldError } from "#kernel/errors.ts";
import { normaliseSlug } from "#kernel/slug.ts";
import { type QuestionType, questionTypes } from "./questions.ts";

/**
 * What the schemas cannot state about a template. These run beside the schemas, so that every fault is named at
 * once, and therefore look only at what has the right type: the rest is the schema's to name.
 */

/** The faults of a new template, which has no questions where none are given. */
export const createTemplateFaults = (body: unknown): FieldError[] =>
  templateFaults({ questions: [], ...members(body) });

/** The faults of a template's update. What it leaves as it is, the operation looks at. */
export const updateTemplateFaults = (body: unknown): FieldError[] => templateFaults(members(body));

/** A template that is published without questions. */
export const nothingToAsk: FieldError = {
  pointer: "/questions",
  detail: "must have a question before it is published",
};

function templateFaults({ slug, status, questions }: Members): FieldError[] {
  const asked = Array.isArray(questions) ? questions : [];
  const isEmpty = Array.isArray(questions) && questions.length === 0;
  return [
    ...(typeof slug === "string" && normaliseSlug(slug) === null ? [badSlug] : []),
    ...(status === "published" && isEmpty ? [nothingToAsk] : []),
    ...questionsFaults(asked),
  ];
}

const badSlug: FieldError = {
  pointer: "/slug",
  detail: "must be 1 to 100 letters, digits, dashes, dots, underscores or tildes, not . or ..",
};

function questionsFaults(questions: readonly unknown[]): FieldError[] {
  const firstOf = new Map<unknown, number>();
  return questions.map(members).flatMap((question, index) => {
    const faults = questionFaults(question);
    const first = firstOf.get(question.key);
    if (typeof question.key === "string" && first === undefined) firstOf.set(question.key, index);
    if (first !== undefined)
      faults.push({ pointer: "/key", detail: `is the key of question ${first + 1} already` });
    return faults.map(({ pointer, detail }) => ({ pointer: `/questions/${index}${pointer}`, detail }));
  });
}

const hasOptions: ReadonlySet<QuestionType> = new Set(["one_of", "several_of"]);
/** Types whose `min` and `max` bound the value, and those where they count characters or choices. */
const isMeasured: ReadonlySet<QuestionType> = new Set(["number", "money"]);
const isCounted: ReadonlySet<QuestionType> = new Set(["short_text", "long_text", "several_of"]);

function questionFaults(question: Members): FieldError[] {
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

function faultsForType(type: QuestionType, { options, min, max }: Members): FieldError[] {
  const errors: FieldError[] = [];
  if (hasOptions.has(type) && options === undefined)
    errors.push({ pointer: "/options", detail: "is required" });
  if (!hasOptions.has(type) && options !== undefined)
    errors.push({ pointer: "/options", detail: `means nothing for ${type}` });
  for (const [name, bound] of Object.entries({ min, max })) {
    if (typeof bound !== "number") continue;
    const pointer = `/${name}`;
    if (!isMeasured.has(type) && !isCounted.has(type)) {
      errors.push({ pointer, detail: `means nothing for ${type}` });
    } else if (isCounted.has(type) && !(Number.isInteger(bound) && bound >= 0)) {
      errors.push({ pointer, detail: "must be a whole number, 0 or more" });
    }
  }
  return errors;
}

type Members = Record<string, unknown>;

/** The members of an object, or none of anything else. */
const members = (value: unknown): Members =>
  typeof value === "object" && value !== null ? { ...value } : {};
