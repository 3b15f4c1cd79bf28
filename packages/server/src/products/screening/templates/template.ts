import { badInput } from "#kernel/errors.ts";
import { normaliseSlug } from "#kernel/slug.ts";
import type { TemplateStatus } from "../lifecycle.ts";
import type { Question } from "../questions.ts";
import { contentFaults } from "./faults.ts";
import { defaultSettings, type TemplateSettings } from "./settings.ts";

/** What of a template its author writes. */
export interface TemplateContent {
  name: string;
  slug: string;
  status: TemplateStatus;
  questions: Question[];
  settings: TemplateSettings;
}

/** A new template as its author gives it. */
export interface GivenTemplate extends Partial<TemplateSettings> {
  name: string;
  slug: string;
  status?: TemplateStatus;
  questions?: readonly GivenQuestion[];
}

type GivenQuestion = Omit<Question, "required"> & { required?: boolean };

/**
 * The content in its clean form. Refuses what the body alone does not tell: what does not fit what was there before,
 * such as a translation of a question that is no more. The slug was checked with the rest of the body.
 */
export function checkedContent(content: TemplateContent): TemplateContent {
  const { status, questions, settings } = content;
  const faults = contentFaults({ status, questions, ...settings });
  if (faults.length > 0) throw badInput("unprocessable", faults);
  return { ...content, slug: normaliseSlug(content.slug) ?? content.slug };
}

/** The settings that an author gives, before which those that `known` has hold; in a fixed order, to be compared as text. */
export const toSettings = (
  given: Partial<TemplateSettings>,
  known: TemplateSettings = defaultSettings,
): TemplateSettings => ({
  introduction: given.introduction === undefined ? known.introduction : given.introduction,
  completion: given.completion === undefined ? known.completion : given.completion,
  language: given.language ?? known.language,
  translations: given.translations ?? known.translations,
  timeLimitMinutes: given.timeLimitMinutes === undefined ? known.timeLimitMinutes : given.timeLimitMinutes,
  reviewFirst: given.reviewFirst ?? known.reviewFirst,
});

/** The questions as they are stored: every member in its place, so that equal ones are equal as text. */
export const toQuestions = (given: readonly GivenQuestion[]): Question[] =>
  given.map((question) => ({
    key: question.key,
    label: question.label,
    help: question.help,
    type: question.type,
    required: question.required ?? false,
    options: question.options,
    min: question.min,
    max: question.max,
    pattern: question.pattern,
    message: question.message,
    currency: question.currency,
    branches: question.branches?.map(({ when, then }) => ({
      when: when.map(({ key, operator, value }) => ({ key, operator, value })),
      then,
    })),
    otherwise: question.otherwise,
  }));
