import { suggestKey } from "../suggest.ts";
import { operatorsFor, type QuestionType } from "../template.ts";
import {
  type Draft,
  type DraftOutcome,
  type DraftQuestion,
  type DraftTest,
  newId,
  noOutcome,
} from "./draft.ts";

export type Change = (draft: Draft) => Draft;

/** A question with a label of its own; its key follows the label while nobody has written one. */
export const changeQuestion =
  (id: string, change: Partial<DraftQuestion>): Change =>
  (draft) => {
    const others = draft.questions.filter((one) => one.id !== id).map(({ key }) => key);
    const changed = draft.questions.map((question) => {
      if (question.id !== id) return question;
      const next = { ...question, ...change };
      const follows = next.isKeySuggested && change.label !== undefined;
      return follows ? { ...next, key: suggestKey(next.label, others) } : next;
    });
    return { ...draft, questions: changed };
  };

/** Another type; what was asked about its answers stays where it still can be asked. */
export const changeType =
  (id: string, type: QuestionType): Change =>
  (draft) =>
    mapTests(changeQuestion(id, { type, ...(type === "money" && { currency: "EUR" }) })(draft), (test) => {
      if (test.question !== id) return test;
      const [first = "is_answered"] = operatorsFor[type];
      const stays = operatorsFor[type].includes(test.operator);
      return { ...test, operator: stays ? test.operator : first, values: [] };
    });

export function newQuestion(): DraftQuestion {
  return {
    ...{
      id: newId(),
      key: "",
      isKeySuggested: true,
      label: "",
      help: "",
      type: "short_text",
    },
    ...{
      required: true,
      options: [],
      min: "",
      max: "",
      pattern: "",
      message: "",
      currency: "",
      branches: [],
    },
    otherwise: noOutcome("next"),
  };
}

/** A question after another, or at the end. */
export const addQuestion =
  (question: DraftQuestion, afterId?: string): Change =>
  (draft) => {
    const at = draft.questions.findIndex(({ id }) => id === afterId);
    const questions = [...draft.questions];
    const key = suggestKey(
      question.label,
      questions.map((one) => one.key),
    );
    questions.splice(at === -1 ? questions.length : at + 1, 0, { ...question, key });
    return { ...draft, questions };
  };

/** Up by -1, down by 1. */
export const moveQuestion =
  (id: string, by: -1 | 1): Change =>
  (draft) => {
    const from = draft.questions.findIndex((question) => question.id === id);
    const questions = [...draft.questions];
    const [moved] = questions.splice(from, 1);
    if (moved) questions.splice(from + by, 0, moved);
    return { ...draft, questions };
  };

/** A question is gone, and with it what refers to it: tests of its answer, branches without tests, ways to it. */
export const removeQuestion =
  (id: string): Change =>
  (draft) => {
    const questions = draft.questions.filter((question) => question.id !== id);
    return {
      ...draft,
      reviewFirst: draft.reviewFirst.filter((one) => one !== id),
      questions: questions.map((question) => ({
        ...question,
        otherwise: leadsTo(question.otherwise, id) ? noOutcome("next") : question.otherwise,
        branches: question.branches
          .filter(({ outcome }) => !leadsTo(outcome, id))
          .map((branch) => ({ ...branch, when: branch.when.filter((test) => test.question !== id) }))
          .filter(({ when }) => when.length > 0),
      })),
    };
  };

/** How many branches and ways of other questions go with a question. */
export const referencesTo = (draft: Draft, id: string): number =>
  draft.questions
    .filter((question) => question.id !== id)
    .flatMap(({ branches, otherwise }) => [
      ...branches.map(
        ({ when, outcome }) => leadsTo(outcome, id) || when.some(({ question }) => question === id),
      ),
      leadsTo(otherwise, id),
    ])
    .filter(Boolean).length;

/** An option is gone, and no test compares with it any more. */
export const removeOption =
  (questionId: string, optionId: string): Change =>
  (draft) => {
    const options = draft.questions.find(({ id }) => id === questionId)?.options ?? [];
    const kept = options.filter(({ id }) => id !== optionId);
    return mapTests(changeQuestion(questionId, { options: kept })(draft), (test) => ({
      ...test,
      values: test.values.filter((value) => value !== optionId),
    }));
  };

const leadsTo = ({ kind, goTo }: DraftOutcome, id: string): boolean => kind === "goTo" && goTo === id;

const mapTests = (draft: Draft, map: (test: DraftTest) => DraftTest): Draft => ({
  ...draft,
  questions: draft.questions.map((question) => ({
    ...question,
    branches: question.branches.map((branch) => ({ ...branch, when: branch.when.map(map) })),
  })),
});
