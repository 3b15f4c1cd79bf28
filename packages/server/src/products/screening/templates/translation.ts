import type { Question } from "../questions.ts";
import type { TemplateSettings } from "./settings.ts";

/** A template's texts in one of its other languages. What it leaves out is shown as the template has it. */
export interface Translation {
  name?: string;
  introduction?: string;
  completion?: string;
  questions?: Readonly<Record<string, QuestionTranslation>>;
  /** Of polite ends, by the text that they have in the template's own language. */
  endings?: Readonly<Record<string, string>>;
}

interface QuestionTranslation {
  label?: string;
  help?: string;
  message?: string;
  /** What is shown of an option, by the option. */
  options?: Readonly<Record<string, string>>;
}

type Translated = Pick<TemplateSettings, "language" | "translations">;

/** The languages in which a template can be read, its own first. */
export const languagesOf = ({ language, translations }: Translated): string[] => [
  language,
  ...Object.keys(translations),
];

/**
 * The language in which a template is shown to whoever wants these (BCP 47 tags, the best first): for each of them the
 * very one, then one of the same primary language; the template's own where there is none.
 */
export function chooseLanguage(template: Translated, wanted: readonly string[]): string {
  const languages = languagesOf(template);
  for (const tag of wanted.map((one) => one.toLowerCase())) {
    const found =
      languages.find((language) => language.toLowerCase() === tag) ??
      languages.find((language) => primary(language) === primary(tag));
    if (found) return found;
  }
  return template.language;
}

const primary = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";

/** Null where the template says nothing. */
export interface TemplateTexts {
  name: string;
  introduction: string | null;
  completion: string | null;
}

/** What a template says around its questions, in a language. */
export function textsIn(settings: TemplateSettings, language: string, name: string): TemplateTexts {
  const translation = translationIn(settings.translations, language);
  return {
    name: translation.name ?? name,
    introduction: translation.introduction ?? settings.introduction,
    completion: translation.completion ?? settings.completion,
  };
}

/** What a disqualified prospect is told, in a language. */
export const endingIn = (settings: TemplateSettings, language: string, text: string): string =>
  member(translationIn(settings.translations, language).endings, text) ?? text;

/** What an author says in a language when an answer is refused; undefined where the server's own words are to do. */
export const messageIn = (
  { translations }: Translated,
  language: string,
  { key, message }: Pick<Question, "key" | "message">,
): string | undefined => member(translationIn(translations, language).questions, key)?.message ?? message;

/** The translation into a language; an empty one where there is none. */
export const translationIn = (
  translations: TemplateSettings["translations"],
  language: string,
): Translation => member(translations, language) ?? {};

/** A member that authors named: one that every object inherits is none. */
export const member = <Value>(
  values: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined => (values && Object.hasOwn(values, name) ? values[name] : undefined);
