import { de } from "./de.ts";
import { en, type Texts } from "./en.ts";

export type { Texts };

/** The texts in this language, by its first part; in English where there are none. */
export const textsIn = (language: string): Texts => (/^de\b/i.test(language) ? de : en);
