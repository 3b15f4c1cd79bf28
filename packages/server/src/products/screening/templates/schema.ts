import { type Static, Type } from "typebox";
import { closed, Name, nullable, oneOf, Prose, Uuid } from "#kernel/schema.ts";
import { templateStatuses } from "../lifecycle.ts";
import { pageQuery, Seconds } from "../schema.ts";
import { most, NewQuestion } from "./question-schema.ts";
import { defaultSettings } from "./settings.ts";
import type { Translation } from "./translation.ts";

const summary = {
  id: Uuid(),
  slug: Type.String({ description: "Its part of the public address" }),
  name: Type.String(),
  status: oneOf(templateStatuses),
  questionsVersion: Type.Integer({
    description: "Raised by each change of what a running session keeps: of all but name, slug and status",
  }),
  createdAt: Seconds(),
  updatedAt: Seconds(),
};

export const TemplateSummary = Type.Object(summary, { $id: "WorkflowTemplateSummary" });

const textsBy = (name: string, description: string) =>
  Type.Unsafe<Record<string, string>>({
    type: "object",
    additionalProperties: Name(),
    description: `${name}; ${description}`,
  });

const Translated = Type.Unsafe<Translation>(
  closed(
    {
      name: Type.Optional(Name()),
      introduction: Type.Optional(Prose()),
      completion: Type.Optional(Prose()),
      questions: Type.Optional(
        Type.Unsafe<Translation["questions"]>({
          type: "object",
          description: "By the keys of the questions",
          additionalProperties: closed({
            label: Type.Optional(Name()),
            help: Type.Optional(Prose()),
            message: Type.Optional(Name()),
            options: Type.Optional(textsBy("By the options", "these stay what is answered")),
          }),
        }),
      ),
      endings: Type.Optional(
        Type.Unsafe<Translation["endings"]>({
          type: "object",
          description: "Of the texts in `disqualify`, by these texts",
          additionalProperties: Prose(),
        }),
      ),
    },
    { description: "What it leaves out is shown in the template's own language" },
  ),
);

const language = (options: { default?: string } = {}) =>
  Type.String({
    ...options,
    maxLength: 35,
    description: "In which it is written: a BCP 47 tag in its usual form, such as en or pt-BR",
  });

/** What a version of a template has beside its questions. */
const settings = {
  language: language(),
  introduction: nullable(Prose({ description: "What is said before the first question." })),
  completion: nullable(Prose({ description: "What is said after the last question." })),
  timeLimitMinutes: nullable(
    Type.Integer({
      minimum: 1,
      maximum: 30 * 24 * 60,
      description:
        "How long a session can be answered, from its start; null for 30 days. A finished session can be reviewed until 30 days after its start.",
    }),
  ),
  reviewFirst: Type.Array(Type.String(), {
    maxItems: most.questions,
    uniqueItems: true,
    description: "Keys of the questions whose answers reviewers see first",
  }),
  translations: Type.Unsafe<Record<string, Translation>>({
    type: "object",
    additionalProperties: Translated,
    maxProperties: most.translations,
    description: "By their languages, which are BCP 47 tags in their usual form",
  }),
};

export const Template = Type.Object(
  { ...summary, ...settings, questions: Type.Array(Type.Ref("ScreeningQuestion")) },
  { $id: "WorkflowTemplate" },
);

const content = {
  name: Name(),
  slug: Type.String({
    description:
      "Its part of the public address, among all organizations its own: 1 to 100 unreserved characters; spaces become dashes, letters lower case",
  }),
};
const questions = Type.Array(NewQuestion, { maxItems: most.questions });
const status = { status: Type.Optional(oneOf(templateStatuses, { default: "draft" })) };
const written = {
  language: Type.Optional(language({ default: defaultSettings.language })),
  introduction: Type.Optional(settings.introduction),
  completion: Type.Optional(settings.completion),
  timeLimitMinutes: Type.Optional(settings.timeLimitMinutes),
  reviewFirst: Type.Optional(settings.reviewFirst),
  questions: Type.Optional(questions),
  translations: Type.Optional(settings.translations),
};

export const CreateTemplate = closed({ ...content, ...status, ...written });
export type CreateTemplate = Static<typeof CreateTemplate>;

/** A template as it goes from one organization or server to another. */
export const ImportTemplate = closed({
  $schema: Type.Optional(
    Type.String({
      maxLength: 2000,
      description: "The address of this schema, of whatever server; not looked at",
    }),
  ),
  ...content,
  ...status,
  ...written,
});
export type ImportTemplate = Static<typeof ImportTemplate>;

export const ExportedTemplate = Type.Object(
  {
    $schema: Type.String({ description: "The address of the JSON Schema that it meets" }),
    slug: Type.String(),
    name: Type.String(),
    ...settings,
    questions: Type.Array(Type.Ref("ScreeningQuestion")),
  },
  { $id: "WorkflowTemplateDocument" },
);

export const CopyTemplate = closed({ slug: content.slug, name: Type.Optional(content.name) });
export type CopyTemplate = Static<typeof CopyTemplate>;

export const UpdateTemplate = closed({
  name: Type.Optional(content.name),
  slug: Type.Optional(content.slug),
  status: Type.Optional(oneOf(templateStatuses)),
  ...written,
  language: Type.Optional(language()),
});
export type UpdateTemplate = Static<typeof UpdateTemplate>;

export const ListTemplates = Type.Object({ ...pageQuery, status: Type.Optional(oneOf(templateStatuses)) });
export type ListTemplates = Static<typeof ListTemplates>;

export const PageOfTemplates = Type.Object({
  data: Type.Array(Type.Ref("WorkflowTemplateSummary")),
  pagination: Type.Ref("Pagination"),
});

export const TemplateId = closed({ id: Uuid({ description: "Workflow template UUID" }) });
