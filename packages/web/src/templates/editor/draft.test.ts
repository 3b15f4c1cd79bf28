import assert from "node:assert/strict";
import { test } from "node:test";
import type { Template } from "../template.ts";
import {
  addQuestion,
  changeQuestion,
  changeType,
  moveQuestion,
  newQuestion,
  referencesTo,
  removeOption,
  removeQuestion,
} from "./changes.ts";
import { contentOf } from "./content.ts";
import { type Draft, draftOf } from "./draft.ts";
import { placeOf } from "./places.ts";

const template: Template = {
  ...{ id: "0190a000-0000-7000-8000-000000000000", slug: "tenants", name: "Tenants", status: "draft" },
  ...{ questionsVersion: 3, createdAt: "2026-04-01T10:00:00Z", updatedAt: "2026-04-01T10:00:00Z" },
  ...{
    language: "en",
    introduction: "Hello",
    completion: null,
    timeLimitMinutes: 45,
    reviewFirst: ["budget"],
  },
  translations: {
    de: {
      name: "Mieter",
      questions: {
        pets: { label: "Haustiere?", options: { Cat: "Katze", Dog: "Hund" } },
        budget: { label: "Budget?" },
      },
      endings: { "No dogs.": "Keine Hunde." },
    },
  },
  questions: [
    { key: "rooms", label: "How many rooms?", type: "number", required: true, min: 1, max: 5 },
    {
      ...{
        key: "pets",
        label: "Any pets?",
        type: "one_of",
        required: false,
        options: ["Cat", "Dog", "None"],
      },
      branches: [
        { when: [{ key: "pets", operator: "is", value: "Dog" }], then: { disqualify: "No dogs." } },
        {
          when: [
            { key: "rooms", operator: "at_least", value: 3 },
            { key: "pets", operator: "is_one_of", value: ["Cat", "None"] },
          ],
          then: { goTo: "budget" },
        },
      ],
      otherwise: { finish: true },
    },
    { key: "budget", label: "Budget?", type: "money", required: true, currency: "EUR", help: "A month" },
  ],
};

const at = (draft: Draft, index: number): string => draft.questions[index]?.id ?? "";

test("what was stored comes out of the editor as it went in", () => {
  const { id, status, questionsVersion, createdAt, updatedAt, ...content } = template;
  assert.deepEqual(contentOf(draftOf(template)), content);
});

test("a key and an option that are renamed take everything with them that refers to them", () => {
  const draft = draftOf(template);
  const pets = draft.questions[1];
  assert.ok(pets);
  const options = pets.options.map((option) =>
    option.text === "Dog" ? { ...option, text: "Hound" } : option,
  );
  const renamed = changeQuestion(at(draft, 2), { key: "rent" })(
    changeQuestion(pets.id, { key: "animals", options })(draft),
  );
  const { questions, reviewFirst, translations } = contentOf(renamed);
  assert.deepEqual(reviewFirst, ["rent"]);
  assert.deepEqual(questions[1]?.branches?.[0]?.when, [{ key: "animals", operator: "is", value: "Hound" }]);
  assert.deepEqual(questions[1]?.branches?.[1]?.then, { goTo: "rent" });
  assert.deepEqual(translations.de?.questions, {
    animals: { label: "Haustiere?", options: { Cat: "Katze", Hound: "Hund" } },
    rent: { label: "Budget?" },
  });
});

test("what a question or an option took part in goes with it, and what its translations were", () => {
  const draft = draftOf(template);
  assert.equal(referencesTo(draft, at(draft, 2)), 1);
  const { questions, reviewFirst, translations } = contentOf(removeQuestion(at(draft, 2))(draft));
  assert.deepEqual(reviewFirst, []);
  assert.deepEqual(
    questions[1]?.branches?.map(({ then }) => then),
    [{ disqualify: "No dogs." }],
  );
  assert.deepEqual(Object.keys(translations.de?.questions ?? {}), ["pets"]);
  const [cat] = draft.questions[1]?.options ?? [];
  const without = contentOf(removeOption(at(draft, 1), cat?.id ?? "")(draft));
  assert.deepEqual(without.questions[1]?.branches?.[1]?.when[1]?.value, ["None"]);
  assert.deepEqual(without.translations.de?.questions?.pets?.options, { Dog: "Hund" });
});

test("another type takes only what it knows, and tests of its answers start anew", () => {
  const draft = draftOf(template);
  const { questions } = contentOf(changeType(at(draft, 0), "yes_no")(draft));
  assert.deepEqual(questions[0], { key: "rooms", label: "How many rooms?", type: "yes_no", required: true });
  assert.deepEqual(questions[1]?.branches?.[1]?.when[0], { key: "rooms", operator: "is" });
});

test("a new question has a key that follows its words until somebody writes one; questions change places", () => {
  const question = newQuestion();
  const draft = changeQuestion(question.id, { label: "Any pets?" })(addQuestion(question)(draftOf(template)));
  assert.equal(draft.questions[3]?.key, "anyPets");
  const own = changeQuestion(question.id, { key: "p", isKeySuggested: false })(draft);
  const moved = moveQuestion(question.id, -1)(changeQuestion(question.id, { label: "Pets?" })(own));
  assert.deepEqual(
    contentOf(moved).questions.map(({ key }) => key),
    ["rooms", "pets", "p", "budget"],
  );
});

test("a number that is none is sent as it was written, for the server to say what is wrong with it", () => {
  const draft = draftOf(template);
  const { questions, timeLimitMinutes } = contentOf({
    ...changeQuestion(at(draft, 0), { min: "1,5", max: "five" })(draft),
    timeLimitMinutes: " ",
  });
  assert.deepEqual([questions[0]?.min, questions[0]?.max, timeLimitMinutes], [1.5, "five", null]);
});

test("each pointer of the server has its place in the editor, and a name for people", () => {
  const draft = draftOf(template);
  const [rooms, pets] = draft.questions;
  const [first, second] = pets?.branches ?? [];
  const cases: [pointer: string, place: string | null | undefined, name: string][] = [
    ["/slug", "slug", "Address"],
    ["/questions", "questions", "The questionnaire"],
    ["/questions/0/min", `${rooms?.id}.min`, "Question 1, least"],
    ["/questions/1", pets?.id, "Question 2"],
    ["/questions/1/options/2", pets?.options[2]?.id, "Question 2, option 3"],
    ["/questions/1/options", `${pets?.id}.options`, "Question 2, options"],
    ["/questions/1/branches/0", first?.id, "Question 2, branch 1"],
    ["/questions/1/branches/0/then/disqualify", `${first?.id}.then`, "Question 2, branch 1, what follows"],
    [
      "/questions/1/branches/1/when/0/value",
      `${second?.when[0]?.id}.value`,
      "Question 2, branch 2, condition 1",
    ],
    ["/questions/1/branches/1/when/1", `${second?.when[1]?.id}.key`, "Question 2, branch 2, condition 2"],
    ["/questions/1/otherwise/goTo", `${pets?.id}.otherwise`, "Question 2, otherwise"],
    ["/questions/9/label", null, "The questionnaire"],
    ["/reviewFirst/0", "reviewFirst", "What reviewers see first"],
    [
      "/translations/de/questions/pets/options/a~1b",
      "translations.de",
      "Translation de, questions, pets, options, a/b",
    ],
    ["", null, "The questionnaire"],
  ];
  for (const [pointer, place, name] of cases) {
    const found = placeOf(pointer, draft);
    assert.deepEqual([pointer, found.at, found.name], [pointer, place, name]);
  }
  assert.equal(placeOf("/questions/1/branches/0/then/goTo", draft).question, pets?.id);
});

test("what is added or said in other words can be translated too, and empty texts need no translation", () => {
  const draft = draftOf(template);
  const question = newQuestion();
  const added = changeQuestion(question.id, { label: "Any questions?" })(addQuestion(question)(draft));
  const texts = {
    ...added.translations.de,
    [`${question.id}.label`]: "Noch Fragen?",
    completion: "nirgends",
  };
  const { translations } = contentOf({ ...added, translations: { de: texts, fr: {} } });
  assert.deepEqual(translations.de?.questions?.anyQuestions, { label: "Noch Fragen?" });
  assert.equal(translations.de?.completion, undefined);
  assert.deepEqual(translations.fr, {});
});
