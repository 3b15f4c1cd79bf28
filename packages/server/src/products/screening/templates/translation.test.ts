import assert from "node:assert/strict";
import { test } from "node:test";
import { presentQuestionTo } from "../prospects/question.ts";
import type { Question } from "../questions.ts";
import { defaultSettings } from "./settings.ts";
import { chooseLanguage, endingIn, languagesOf, messageIn, textsIn } from "./translation.ts";

const settings = {
  ...defaultSettings,
  introduction: "Hello",
  translations: {
    de: {
      name: "Miete",
      completion: "Danke",
      endings: { No: "Nein" },
      questions: { a: { message: "Bitte ja oder nein" } },
    },
    "pt-BR": {},
  },
};

test("a language is the one that is wanted, else one of the same kind, else the template's own", () => {
  assert.deepEqual(languagesOf(settings), ["en", "de", "pt-BR"]);
  const cases: [wanted: string[], language: string][] = [
    [["de"], "de"],
    [["DE-at", "en"], "de"],
    [["pt"], "pt-BR"],
    [["fr", "pt-PT", "de"], "pt-BR"],
    [["fr", "*", ""], "en"],
    [["constructor", "__proto__"], "en"],
    [[], "en"],
  ];
  for (const [wanted, language] of cases)
    assert.equal(chooseLanguage(settings, wanted), language, wanted.join());
});

test("what a translation leaves out is said in the template's own language", () => {
  assert.deepEqual(textsIn(settings, "de", "Rent"), {
    name: "Miete",
    introduction: "Hello",
    completion: "Danke",
  });
  assert.deepEqual(textsIn(settings, "constructor", "Rent"), {
    name: "Rent",
    introduction: "Hello",
    completion: null,
  });
  assert.deepEqual(
    [endingIn(settings, "de", "No"), endingIn(settings, "de", "toString")],
    ["Nein", "toString"],
  );
  const question = { key: "a", message: "Yes or no, please" };
  assert.deepEqual(
    ["de", "en"].map((language) => messageIn(settings, language, question)),
    ["Bitte ja oder nein", question.message],
  );
});

test("a prospect is told what follows for certain, and nothing of what would disqualify", () => {
  const bare = { label: "?", type: "yes_no", required: true } as const;
  const when = (key: string) => [{ key, operator: "is", value: true } as const];
  const questions: Question[] = [
    { ...bare, key: "a", options: ["constructor"] },
    { ...bare, key: "b", branches: [{ when: when("b"), then: { disqualify: "No" } }] },
    { ...bare, key: "c", branches: [{ when: when("a"), then: { goTo: "e" } }] },
    { ...bare, key: "d", branches: [{ when: when("a"), then: { goTo: "e" } }] },
    { ...bare, key: "e", otherwise: { finish: true } },
    { ...bare, key: "f" },
  ];
  const seen = questions.map((question) =>
    presentQuestionTo(question, questions, settings.translations, "de"),
  );
  assert.deepEqual(
    seen.map(({ next }) => next),
    ["b", undefined, undefined, "e", null, null],
  );
  assert.deepEqual(
    [seen[0]?.message, seen[0]?.options],
    ["Bitte ja oder nein", [{ value: "constructor", label: "constructor" }]],
  );
  assert.doesNotMatch(JSON.stringify(seen), /disqualify|branches|otherwise|No/);
});
