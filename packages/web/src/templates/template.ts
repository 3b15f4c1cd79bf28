import type { components } from "@convene/sdk";

export type Template = components["schemas"]["WorkflowTemplate"];
export type TemplateSummary = components["schemas"]["WorkflowTemplateSummary"];
export type Question = components["schemas"]["ScreeningQuestion"];
export type QuestionType = Question["type"];
export type Branch = NonNullable<Question["branches"]>[number];
export type Outcome = Branch["then"];
export type Test = Branch["when"][number];
export type Operator = Test["operator"];

/** In the order in which they are offered. */
export const questionTypes: readonly QuestionType[] = [
  ...(["short_text", "long_text", "yes_no", "one_of", "several_of"] as const),
  ...(["email", "phone", "number", "money", "date", "file"] as const),
];

export const hasOptions = (type: QuestionType): boolean => type === "one_of" || type === "several_of";

/** Whether `min` and `max` bound something: a value, or a count of characters or choices. */
export const isBounded = (type: QuestionType): boolean =>
  ["short_text", "long_text", "several_of", "number", "money"].includes(type);

const always = ["is_answered", "is_not_answered"] as const;
const same = ["is", "is_not"] as const;

/** What can be asked about an answer, by its type. */
export const operatorsFor: Record<QuestionType, readonly Operator[]> = {
  short_text: [...same, "is_one_of", ...always],
  long_text: always,
  email: [...same, "is_one_of", ...always],
  phone: [...same, "is_one_of", ...always],
  number: [...same, "at_least", "at_most", ...always],
  money: [...same, "at_least", "at_most", ...always],
  date: [...same, "at_least", "at_most", ...always],
  yes_no: [...same, ...always],
  one_of: [...same, "is_one_of", ...always],
  several_of: ["includes", ...always],
  file: always,
};

/** Whether an operator compares with something. */
export const takesValue = (operator: Operator): boolean => !always.some((one) => one === operator);

/** Where prospects answer it. */
export const publicPath = (slug: string): string => `/c/${encodeURIComponent(slug)}`;
