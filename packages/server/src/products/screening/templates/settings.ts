import type { Translation } from "./translation.ts";

/** What a version of a template has beside its questions. */
export interface TemplateSettings {
  /** What is said before the first question. */
  introduction: string | null;
  /** What is said after the last. */
  completion: string | null;
  /** In which the template is written; a BCP 47 tag. */
  language: string;
  /** By their languages. */
  translations: Readonly<Record<string, Translation>>;
  /** How long a session can be answered; null for as long as any session. */
  timeLimitMinutes: number | null;
  /** Keys of the questions whose answers reviewers see first. */
  reviewFirst: readonly string[];
}

/** What holds where an author says nothing. */
export const defaultSettings: TemplateSettings = {
  introduction: null,
  completion: null,
  language: "en",
  translations: {},
  timeLimitMinutes: null,
  reviewFirst: [],
};
