import {
  hasOptions,
  isBounded,
  type Outcome,
  type Question,
  type Template,
  type Test,
  takesValue,
} from "../template.ts";
import type { Draft, DraftOutcome, DraftQuestion, DraftTest } from "./draft.ts";
import { writeTranslations } from "./translations.ts";

/** What of a questionnaire its author writes, as the API takes it. */
export type Content = Pick<
  Template,
  | "name"
  | "slug"
  | "introduction"
  | "completion"
  | "language"
  | "timeLimitMinutes"
  | "reviewFirst"
  | "translations"
  | "questions"
>;

/**
 * The draft as the server is asked to store it. Nothing is left out because it is incomplete: the server names what
 * is wrong, and every place in this has the same index as in the draft.
 */
export function contentOf(draft: Draft): Content {
  const byId = new Map(draft.questions.map((question) => [question.id, question]));
  return {
    name: draft.name,
    slug: draft.slug,
    introduction: draft.introduction.trim() === "" ? null : draft.introduction,
    completion: draft.completion.trim() === "" ? null : draft.completion,
    language: draft.language,
    timeLimitMinutes: numberIn(draft.timeLimitMinutes) ?? null,
    reviewFirst: draft.reviewFirst.flatMap((id) => byId.get(id)?.key ?? []),
    translations: writeTranslations(draft),
    questions: draft.questions.map((question) => questionOf(question, byId)),
  };
}

/** A number where the text is one; else the text itself, so that the server can say what is wrong with it. */
function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return undefined;
  return Number.isNaN(Number(plain)) ? (text as unknown as number) : Number(plain);
}

type Questions = ReadonlyMap<string, DraftQuestion>;

function questionOf(question: DraftQuestion, byId: Questions): Question {
  const { key, label, type, required, help, options, min, max, pattern, message, currency } = question;
  const bounds = isBounded(type) ? { min: numberIn(min), max: numberIn(max) } : {};
  const branches = question.branches.map(({ when, outcome }) => ({
    when: when.map((test) => testOf(test, byId)),
    then: outcomeOf(outcome, byId) ?? ({} as Outcome),
  }));
  return withoutNothing({
    ...{ key, label, type, required },
    help: help.trim() === "" ? undefined : help,
    options: hasOptions(type) ? options.map(({ text }) => text) : undefined,
    ...bounds,
    pattern: type === "short_text" && pattern !== "" ? pattern : undefined,
    message: message.trim() === "" ? undefined : message,
    currency: type === "money" && currency.trim() !== "" ? currency.trim().toUpperCase() : undefined,
    branches: branches.length === 0 ? undefined : branches,
    otherwise: outcomeOf(question.otherwise, byId),
  }) as Question;
}

function testOf({ question, operator, values }: DraftTest, byId: Questions): Test {
  const asked = byId.get(question);
  const key = asked?.key ?? "";
  if (!takesValue(operator)) return { key, operator };
  const typed = values.map((value) => comparedWith(value, asked));
  return withoutNothing({ key, operator, value: operator === "is_one_of" ? typed : typed[0] }) as Test;
}

function comparedWith(value: string, asked: DraftQuestion | undefined): string | number | boolean {
  if (!asked) return value;
  if (asked.type === "yes_no") return value === "yes";
  if (asked.type === "number" || asked.type === "money") return numberIn(value) ?? "";
  return asked.options.find(({ id }) => id === value)?.text ?? value;
}

function outcomeOf({ kind, goTo, text }: DraftOutcome, byId: Questions): Outcome | undefined {
  if (kind === "finish") return { finish: true };
  if (kind === "disqualify") return { disqualify: text };
  return kind === "goTo" ? { goTo: byId.get(goTo ?? "")?.key ?? "" } : undefined;
}

const withoutNothing = (members: object): object =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
