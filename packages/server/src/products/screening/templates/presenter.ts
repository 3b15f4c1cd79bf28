import { formatSeconds } from "#kernel/instant.ts";
import type { Question } from "../questions.ts";
import type { Template, TemplateSummary } from "./store.ts";

export const presentTemplateSummary = (template: TemplateSummary) => ({
  id: template.id,
  slug: template.slug,
  name: template.name,
  status: template.status,
  questionsVersion: template.questionsVersion,
  createdAt: formatSeconds(template.createdAt),
  updatedAt: formatSeconds(template.updatedAt),
});

export const presentTemplate = (template: Template) => ({
  ...presentTemplateSummary(template),
  ...presentContent(template),
});

/** The portable form: what its author wrote, and nothing that only this server knows. */
export const presentDocument = (template: Template, schemaUrl: string) => ({
  $schema: schemaUrl,
  slug: template.slug,
  name: template.name,
  ...presentContent(template),
});

const presentContent = ({ settings, questions }: Template) => ({
  language: settings.language,
  introduction: settings.introduction,
  completion: settings.completion,
  timeLimitMinutes: settings.timeLimitMinutes,
  reviewFirst: settings.reviewFirst,
  questions: questions.map(presentQuestion),
  translations: settings.translations,
});

const presentQuestion = (question: Question) => ({
  key: question.key,
  label: question.label,
  help: question.help,
  type: question.type,
  required: question.required,
  options: question.options,
  min: question.min,
  max: question.max,
  pattern: question.pattern,
  message: question.message,
  currency: question.currency,
  branches: question.branches,
  otherwise: question.otherwise,
});
