import { hasOptions, type Template } from "../template.ts";
import type { Draft, DraftOutcome, DraftQuestion } from "./draft.ts";
import { text as all } from "./text.ts";

const text = all.translations.texts;

/** A text of a questionnaire that prospects read, and that can be read in another language. */
export interface Translatable {
  /** Its id within the draft, which stays when what it belongs to is renamed or moved. */
  at: string;
  /** Where the API has its translation: by the keys, options and endings as they are now. */
  path: readonly string[];
  /** What it is, for people. */
  name: string;
  /** As it is written in the questionnaire's own language. */
  original: string;
}

type Translations = Template["translations"];

/** All texts that there are, in the order in which prospects meet them; what is empty needs no translation. */
export function translatables({ name, introduction, completion, questions }: Draft): Translatable[] {
  const own = (at: "name" | "introduction" | "completion", original: string): Translatable => ({
    ...{ at, path: [at], name: text[at], original },
  });
  return [
    own("name", name),
    own("introduction", introduction),
    ...questions.flatMap(ofQuestion),
    own("completion", completion),
  ].filter(({ original }) => original.trim() !== "");
}

function ofQuestion(question: DraftQuestion, index: number): Translatable[] {
  const { id, key, type, options, branches, otherwise } = question;
  const member = (name: "label" | "help" | "message"): Translatable => ({
    ...{
      at: `${id}.${name}`,
      path: ["questions", key, name],
      name: text[name](index + 1),
      original: question[name],
    },
  });
  const chosen = hasOptions(type) ? options : [];
  return [
    member("label"),
    member("help"),
    ...chosen.map((option) => ({
      ...{ at: option.id, path: ["questions", key, "options", option.text] },
      ...{ name: text.option(index + 1), original: option.text },
    })),
    member("message"),
    ...branches.flatMap((branch) => ending(`${branch.id}.then`, branch.outcome, index)),
    ...ending(`${id}.otherwise`, otherwise, index),
  ];
}

const ending = (at: string, { kind, text: said }: DraftOutcome, index: number): Translatable[] =>
  kind === "disqualify"
    ? [{ at, path: ["endings", said], name: text.ending(index + 1), original: said }]
    : [];

/** What is stored, by the texts of a draft that was just made of it. */
export const readTranslations = (stored: Translations, draft: Draft): Draft["translations"] =>
  mapValues(stored, (translation) =>
    Object.fromEntries(
      translatables(draft).flatMap(({ at, path }): [string, string][] => {
        const found = path.reduce<unknown>((tree, step) => (tree as Tree | undefined)?.[step], translation);
        return typeof found === "string" ? [[at, found]] : [];
      }),
    ),
  );

/** The translations of what there is now: those of anything that is gone are gone with it. */
export const writeTranslations = (draft: Draft): Translations =>
  mapValues(draft.translations, (texts) => {
    const translation: Tree = {};
    for (const { at, path } of translatables(draft)) {
      const translated = texts[at] ?? "";
      if (translated.trim() !== "") put(translation, path, translated);
    }
    return translation;
  });

interface Tree {
  [step: string]: unknown;
}

function put(tree: Tree, [step = "", ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    tree[step] = value;
    return;
  }
  const branch = (tree[step] ?? {}) as Tree;
  tree[step] = branch;
  put(branch, rest, value);
}

const mapValues = <From, To>(
  given: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, map(value)]));
