import type { FieldError } from "#kernel/errors.ts";
import { under, unknownKey } from "./branch-faults.ts";
import { type Members, membersOf } from "./question-faults.ts";

/**
 * What schemas cannot state about a template's settings. Where its questions are not known, what refers to them is
 * left to whoever knows them.
 */
export function settingsFaults(template: Members, questions: readonly Members[] | null): FieldError[] {
  const { language, translations, reviewFirst } = template;
  const own = typeof language === "string" ? languageFault(language) : null;
  return [
    ...(own ? [{ pointer: "/language", detail: own }] : []),
    ...(Array.isArray(reviewFirst) && questions ? unknownKeys(reviewFirst, questions) : []),
    ...Object.entries(membersOf(translations)).flatMap(([tag, translation]) =>
      under(`/translations/${escaped(tag)}`, [
        ...tagFaults(tag, language),
        ...(questions ? translationFaults(membersOf(translation), questions) : []),
      ]),
    ),
  ];
}

function languageFault(tag: string): string | null {
  const usual = usualForm(tag);
  if (usual === null) return "is not a BCP 47 tag such as de or pt-BR";
  return usual === tag ? null : `must be written ${usual}`;
}

/** Without extensions, such as a calendar: they say nothing of a text, and have no name to choose a language by. */
function usualForm(tag: string): string | null {
  try {
    return new Intl.Locale(tag).baseName;
  } catch {
    return null;
  }
}

function tagFaults(tag: string, language: unknown): FieldError[] {
  const detail = tag === language ? "is the language of the template itself" : languageFault(tag);
  return detail ? [{ pointer: "", detail }] : [];
}

function unknownKeys(keys: readonly unknown[], questions: readonly Members[]): FieldError[] {
  const known = new Set(questions.map(({ key }) => key));
  return keys.flatMap((key, index) =>
    typeof key === "string" && !known.has(key)
      ? [{ pointer: `/reviewFirst/${index}`, detail: unknownKey }]
      : [],
  );
}

function translationFaults(translation: Members, questions: readonly Members[]): FieldError[] {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  const ofQuestions = Object.entries(membersOf(translation.questions)).flatMap(([key, texts]) => {
    const question = byKey.get(key);
    const faults = question
      ? optionFaults(membersOf(texts).options, question)
      : [{ pointer: "", detail: unknownKey }];
    return under(`/questions/${escaped(key)}`, faults);
  });
  const endings = new Set(questions.flatMap(endingsOf));
  const ofEndings = Object.keys(membersOf(translation.endings))
    .filter((text) => !endings.has(text))
    .map((text) => ({
      pointer: `/endings/${escaped(text)}`,
      detail: "is not the text of a disqualification",
    }));
  return [...ofQuestions, ...ofEndings];
}

function optionFaults(labels: unknown, { options, type }: Members): FieldError[] {
  if (labels === undefined) return [];
  if (!Array.isArray(options)) return [{ pointer: "/options", detail: `means nothing for ${type}` }];
  const known = new Set<unknown>(options);
  return Object.keys(membersOf(labels))
    .filter((option) => !known.has(option))
    .map((option) => ({
      pointer: `/options/${escaped(option)}`,
      detail: "is not an option of the question",
    }));
}

/** The texts with which a question disqualifies. */
function endingsOf({ branches, otherwise }: Members): unknown[] {
  const outcomes = [
    ...(Array.isArray(branches) ? branches.map((branch) => membersOf(branch).then) : []),
    otherwise,
  ];
  return outcomes.map((outcome) => membersOf(outcome).disqualify).filter((text) => text !== undefined);
}

const escaped = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");
