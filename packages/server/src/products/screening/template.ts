import { badInput, type FieldError } from "#kernel/errors.ts";
import { normaliseSlug } from "#kernel/slug.ts";
import type { TemplateStatus } from "./lifecycle.ts";
import { findQuestionErrors, type Question, type QuestionType } from "./questions.ts";

/** What of a template its author writes. */
export interface TemplateContent {
  name: string;
  slug: string;
  status: TemplateStatus;
  questions: Question[];
}

/** The content in its clean form. Refuses what no schema can state, naming every bad member. */
export function checkedContent(content: TemplateContent): TemplateContent {
  const errors: FieldError[] = findQuestionErrors(content.questions);
  const slug = normaliseSlug(content.slug);
  if (slug === null) {
    const detail = "must be 1 to 100 letters, digits, dashes, dots, underscores or tildes";
    errors.push({ pointer: "/slug", detail });
  }
  if (content.status === "published" && content.questions.length === 0) {
    errors.push({ pointer: "/questions", detail: "must have a question before it is published" });
  }
  if (slug === null || errors.length > 0) throw badInput("unprocessable", errors);
  return { ...content, slug };
}

/** The questions as they are stored: every member in its place, so that equal ones are equal as text. */
export const toQuestions = (given: readonly GivenQuestion[]): Question[] =>
  given.map(({ key, label, type, required = false, options, min, max }) => ({
    key,
    label,
    type,
    required,
    options,
    min,
    max,
  }));

interface GivenQuestion {
  key: string;
  label: string;
  type: QuestionType;
  required?: boolean;
  options?: readonly string[];
  min?: number;
  max?: number;
}
