import { type Static, Type } from "typebox";
import { closed, Name, oneOf, Uuid } from "#kernel/schema.ts";
import { templateStatuses } from "./lifecycle.ts";
import { questionTypes } from "./questions.ts";
import { pageQuery, Seconds } from "./schema.ts";

const rules = {
  min: "Least characters, choices or value, by the type",
  max: "Most characters, choices or value, by the type",
};

export const Question = Type.Object(
  {
    key: Type.String(),
    label: Type.String(),
    type: oneOf(questionTypes),
    required: Type.Boolean(),
    options: Type.Optional(Type.Array(Type.String())),
    min: Type.Optional(Type.Number({ description: rules.min })),
    max: Type.Optional(Type.Number({ description: rules.max })),
  },
  { $id: "ScreeningQuestion" },
);

const summary = {
  id: Uuid(),
  slug: Type.String({ description: "Its part of the public address" }),
  name: Type.String(),
  status: oneOf(templateStatuses),
  questionsVersion: Type.Integer({ description: "Raised by each change of the questions" }),
  createdAt: Seconds(),
  updatedAt: Seconds(),
};

export const TemplateSummary = Type.Object(summary, { $id: "WorkflowTemplateSummary" });
export const Template = Type.Object(
  { ...summary, questions: Type.Array(Type.Ref("ScreeningQuestion")) },
  { $id: "WorkflowTemplate" },
);

const NewQuestion = closed({
  key: Type.String({
    pattern: "^[A-Za-z][A-Za-z0-9_]{0,63}$",
    "x-pattern-says": "must be a letter and then at most 63 letters, digits and underscores",
    description:
      "The answer's name in the submission, each once in a template. The answer to a short_text question with the key fullName, full_name or name also names the contact.",
  }),
  label: Name({ description: "What the prospect is asked." }),
  type: oneOf(questionTypes),
  required: Type.Optional(Type.Boolean({ default: false })),
  options: Type.Optional(
    Type.Array(Name(), {
      minItems: 1,
      maxItems: 100,
      description: "What to choose from, for one_of and several_of only",
    }),
  ),
  min: Type.Optional(
    Type.Number({ description: `${rules.min}; for texts, several_of, number and money only` }),
  ),
  max: Type.Optional(
    Type.Number({ description: `${rules.max}; for texts, several_of, number and money only` }),
  ),
});

const content = {
  name: Name(),
  slug: Type.String({
    description:
      "Its part of the public address, among all organizations its own: 1 to 100 unreserved characters; spaces become dashes, letters lower case",
  }),
};
const questions = Type.Array(NewQuestion, { maxItems: 200 });

export const CreateTemplate = closed({
  ...content,
  status: Type.Optional(oneOf(templateStatuses, { default: "draft" })),
  questions: Type.Optional(questions),
});
export type CreateTemplate = Static<typeof CreateTemplate>;

export const UpdateTemplate = closed({
  name: Type.Optional(content.name),
  slug: Type.Optional(content.slug),
  status: Type.Optional(oneOf(templateStatuses)),
  questions: Type.Optional(questions),
});
export type UpdateTemplate = Static<typeof UpdateTemplate>;

export const ListTemplates = Type.Object({ ...pageQuery, status: Type.Optional(oneOf(templateStatuses)) });
export type ListTemplates = Static<typeof ListTemplates>;

export const PageOfTemplates = Type.Object({
  data: Type.Array(Type.Ref("WorkflowTemplateSummary")),
  pagination: Type.Ref("Pagination"),
});

export const TemplateId = closed({ id: Uuid({ description: "Workflow template UUID" }) });
