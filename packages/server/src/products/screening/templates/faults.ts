import type { FieldError } from "#kernel/errors.ts";
import { schemaCheck } from "#kernel/schema-check.ts";
import { normaliseSlug } from "#kernel/slug.ts";
import type { Question } from "../questions.ts";
import { branchFaults, under } from "./branch-faults.ts";
import { valuesOf } from "./feasible.ts";
import { graphFaults } from "./graph.ts";
import { patternsLongest } from "./pattern.ts";
import { type Members, membersOf, questionFaults } from "./question-faults.ts";
import { GraphQuestion, most } from "./question-schema.ts";
import { settingsFaults } from "./settings-faults.ts";

/**
 * What the schemas cannot state about a template. These run beside the schemas, so that every fault is named at
 * once, and therefore look only at what has the right type: the rest is the schema's to name.
 */

/** The faults of a new template, which has no questions where none are given. */
export const createTemplateFaults = (body: unknown): FieldError[] =>
  templateFaults({ questions: [], ...membersOf(body) });

/** The faults of a template's update. What it leaves as it is, the operation looks at. */
export const updateTemplateFaults = (body: unknown): FieldError[] => templateFaults(membersOf(body));

/** The faults of a whole template, of which some was there before. */
export const contentFaults = (content: object): FieldError[] => templateFaults({ ...content });

function templateFaults(template: Members): FieldError[] {
  const { slug, status } = template;
  // Of too many the schema says so, and nobody wants to know what is wrong with each.
  const isReadable = Array.isArray(template.questions) && template.questions.length <= most.questions;
  const questions: readonly unknown[] | null = isReadable ? (template.questions as unknown[]) : null;
  return [
    ...(typeof slug === "string" && normaliseSlug(slug) === null ? [badSlug] : []),
    ...(status === "published" && questions?.length === 0 ? [nothingToAsk] : []),
    ...(questions ? questionsFaults(questions) : []),
    ...settingsFaults(template, questions?.map(membersOf) ?? null),
  ];
}

const badSlug: FieldError = {
  pointer: "/slug",
  detail: "must be 1 to 100 letters, digits, dashes, dots, underscores or tildes, not . or ..",
};

/** A template that is published without questions. */
const nothingToAsk: FieldError = {
  pointer: "/questions",
  detail: "must have a question before it is published",
};

function questionsFaults(questions: readonly unknown[]): FieldError[] {
  const firstOf = new Map<unknown, number>();
  let patterns = 0;
  const faults = questions.map(membersOf).flatMap(({ pattern, ...question }, index) => {
    if (typeof pattern === "string") patterns += pattern.length;
    const own = questionFaults(patterns > patternsLongest ? question : { ...question, pattern });
    if (pattern !== undefined && patterns > patternsLongest) own.push(tooManyPatterns);
    const first = firstOf.get(question.key);
    if (typeof question.key === "string" && first === undefined) firstOf.set(question.key, index);
    if (first !== undefined)
      own.push({ pointer: "/key", detail: `is the key of question ${first + 1} already` });
    return under(`/questions/${index}`, own);
  });
  return [...faults, ...branchingFaults(questions)];
}

const tooManyPatterns: FieldError = {
  pointer: "/pattern",
  detail: `is too much: all patterns together have at most ${patternsLongest} characters`,
};

/** What is wrong with the ways through the questions; nothing where these cannot be made out. */
function branchingFaults(given: readonly unknown[]): FieldError[] {
  const questions = given.filter((question): question is Question => readable().Check(question));
  const byKey = new Map(questions.map((question) => [question.key, question]));
  if (questions.length < given.length || byKey.size < given.length) return [];
  const crowded = firstCrowded(questions);
  if (crowded !== null) return [{ ...tooManyValues, pointer: `/questions/${crowded}/branches` }];
  const each = questions.flatMap((question, index) =>
    under(`/questions/${index}`, branchFaults(question, byKey)),
  );
  // A branch whose test never holds is named by the test.
  const named = new Set(each.map(({ pointer }) => pointer.replace(/\/when\/.*/, "")));
  return [...each, ...graphFaults(questions).filter(({ pointer }) => !named.has(pointer))];
}

/** The first question with which the tests look for more than a template may; each is tried on the others' values. */
function firstCrowded(questions: readonly Question[]): number | null {
  let values = 0;
  for (const [index, { branches = [] }] of questions.entries()) {
    values += branches.flatMap(({ when }) => when.flatMap(valuesOf)).length;
    if (values > most.testedValues) return index;
  }
  return null;
}

const tooManyValues = {
  detail: `look for too much: all tests together look for at most ${most.testedValues} values`,
};

const readable = schemaCheck(GraphQuestion);
