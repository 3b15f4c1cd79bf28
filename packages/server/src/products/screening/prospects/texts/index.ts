import { de } from "./de.ts";
import type { Texts } from "./en.ts";
import { en } from "./en.ts";

/** One file for each language; a text that one lacks is a type error. */
const all: Readonly<Record<string, Texts>> = { en, de };

/** In which language a prospect reads: what the template says, and what we say around it. */
export interface Reading {
  /** The template's texts, BCP 47. */
  language: string;
  texts: Texts;
  /** Ours: the same where we speak it, else English. */
  ours: string;
}

export function readingIn(language: string): Reading {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const texts = Object.hasOwn(all, primary) ? all[primary] : undefined;
  // Regions differ in how they write numbers and dates.
  return texts ? { language, texts, ours: language } : { language, texts: en, ours: "en" };
}

/** In the first of these that we speak, for pages that belong to no template; English where there is none. */
export const readingOf = (liked: readonly string[]): Reading => {
  // As browsers send them; not all that looks like a tag is one.
  const readings = liked.map((tag) => readingIn(tag.split("-")[0] ?? ""));
  return readings.find(({ language, ours }) => language === ours) ?? readingIn("en");
};
