import { badInput } from "#kernel/errors.ts";
import { normaliseSlug } from "#kernel/slug.ts";
import { nothingToAsk } from "./faults.ts";
import type { TemplateStatus } from "./lifecycle.ts";
import type { Question, QuestionType } from "./questions.ts";

/** What of a template its author writes. */
export interface TemplateContent {
  name: string;
  slug: string;
  status: TemplateStatus;
  questions: Question[];
}

/**
 * The content in its clean form. Refuses what the body alone does not tell: that a template is published whose
 * questions are not in it. The slug was checked with the rest of the body.
 */
export function checkedContent(content: TemplateContent): TemplateContent {
  if (content.status === "published" && content.questions.length === 0) {
    throw badInput("unprocessable", [nothingToAsk]);
  }
  return { ...content, slug: normaliseSlug(content.slug) ?? content.slug };
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
