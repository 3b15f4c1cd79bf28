import type { Operator, Outcome, Question, QuestionType, Template, Test } from "../template.ts";
import { readTranslations } from "./translations.ts";

/**
 * A questionnaire while it is written. Everything in it has an id of its own and refers to the others by that, so that
 * keys and options can be renamed, and questions moved, without a reference going astray. Numbers are text until saved.
 */
export interface Draft {
  name: string;
  slug: string;
  introduction: string;
  completion: string;
  language: string;
  timeLimitMinutes: string;
  questions: DraftQuestion[];
  /** Ids of questions. */
  reviewFirst: string[];
  /** By language, then by the place of what is translated (translations.ts). */
  translations: Record<string, Record<string, string>>;
}

export interface DraftQuestion {
  id: string;
  key: string;
  /** The key follows the label until somebody writes one. */
  isKeySuggested: boolean;
  label: string;
  help: string;
  type: QuestionType;
  required: boolean;
  options: DraftOption[];
  min: string;
  max: string;
  pattern: string;
  message: string;
  currency: string;
  branches: DraftBranch[];
  otherwise: DraftOutcome;
}

interface DraftOption {
  id: string;
  text: string;
}

export interface DraftBranch {
  id: string;
  when: DraftTest[];
  outcome: DraftOutcome;
}

export interface DraftTest {
  id: string;
  /** The id of the question whose answer is looked at. */
  question: string;
  operator: Operator;
  /** What it is compared with: ids of options, "yes" or "no", or text; several for is_one_of alone. */
  values: string[];
}

export interface DraftOutcome {
  kind: "next" | "goTo" | "finish" | "disqualify";
  /** Of goTo, the id of the question; null before one is chosen. */
  goTo: string | null;
  /** What a disqualified prospect is told. */
  text: string;
}

let lastId = 0;

/** An id within this page. */
export function newId(): string {
  lastId += 1;
  return `n${lastId}`;
}

export const noOutcome = (kind: DraftOutcome["kind"]): DraftOutcome => ({ kind, goTo: null, text: "" });

/** A stored questionnaire, to be written on. */
export function draftOf(template: Template): Draft {
  const { name, slug, introduction, completion, language, timeLimitMinutes } = template;
  const ids = new Map(template.questions.map(({ key }) => [key, newId()]));
  const bare = template.questions.map((question) => bareQuestion(question, ids.get(question.key) ?? newId()));
  const reading = { ids, byId: new Map(bare.map((question) => [question.id, question])) };
  const draft: Draft = {
    ...{ name, slug, language, translations: {} },
    introduction: introduction ?? "",
    completion: completion ?? "",
    timeLimitMinutes: timeLimitMinutes === null ? "" : String(timeLimitMinutes),
    questions: template.questions.map(({ branches = [], otherwise }, index) => ({
      ...(bare[index] as DraftQuestion),
      branches: branches.map(({ when, then }) => ({
        id: newId(),
        when: when.map((test) => draftTest(test, reading)),
        outcome: draftOutcome(then, ids),
      })),
      otherwise: draftOutcome(otherwise, ids),
    })),
    reviewFirst: template.reviewFirst.flatMap((key) => ids.get(key) ?? []),
  };
  return { ...draft, translations: readTranslations(template.translations, draft) };
}

function bareQuestion(question: Question, id: string): DraftQuestion {
  const { key, label, type, required, help = "", options = [], min, max } = question;
  const { pattern = "", message = "", currency = "" } = question;
  return {
    ...{
      id,
      key,
      isKeySuggested: false,
      label,
      help,
      type,
      required,
      pattern,
      message,
      currency,
    },
    options: options.map((text) => ({ id: newId(), text })),
    min: min === undefined ? "" : String(min),
    max: max === undefined ? "" : String(max),
    branches: [],
    otherwise: noOutcome("next"),
  };
}

interface Reading {
  ids: ReadonlyMap<string, string>;
  byId: ReadonlyMap<string, DraftQuestion>;
}

function draftTest({ key, operator, value }: Test, { ids, byId }: Reading): DraftTest {
  const question = ids.get(key) ?? "";
  const options = byId.get(question)?.options ?? [];
  const given = value === undefined ? [] : [value].flat();
  const values = given.map((one) => {
    if (typeof one === "boolean") return one ? "yes" : "no";
    return options.find(({ text }) => text === one)?.id ?? String(one);
  });
  return { id: newId(), question, operator, values };
}

function draftOutcome(outcome: Outcome | undefined, ids: ReadonlyMap<string, string>): DraftOutcome {
  if (!outcome) return noOutcome("next");
  if (outcome.goTo !== undefined) {
    return { ...noOutcome("goTo"), goTo: ids.get(outcome.goTo) ?? null };
  }
  if (outcome.disqualify !== undefined) {
    return { ...noOutcome("disqualify"), text: outcome.disqualify };
  }
  return noOutcome("finish");
}
