import assert from "node:assert/strict";
import { test } from "node:test";
import type { Branch, Question } from "./template.ts";
import { branchInWords, outcomeInWords } from "./words.ts";

const question = (key: string, label: string, type: Question["type"]): Question => ({
  key,
  label,
  type,
  required: true,
});
const pets = question("pets", "Any pets?", "yes_no");
const kinds = question("kinds", "Which pets?", "several_of");
const moveIn = question("moveIn", "When do you come?", "date");
const questions = [pets, kinds, moveIn];

const said = (branch: Branch, own: Question) => {
  const { condition, outcome } = branchInWords(branch, own, questions);
  return `${condition} → ${outcome}`;
};

test("a branch is said in the words of its questions, not by their keys", () => {
  const yes: Branch = { when: [{ key: "pets", operator: "is", value: true }], then: { goTo: "kinds" } };
  assert.equal(said(yes, pets), "If the answer is yes → go on with “Which pets?”");
  const two: Branch = {
    when: [
      { key: "pets", operator: "is_not_answered" },
      { key: "moveIn", operator: "at_least", value: "2026-04-01" },
    ],
    then: { disqualify: "We are full." },
  };
  assert.equal(
    said(two, moveIn),
    "If “Any pets?” is not answered and the answer is on or after “2026-04-01” → end politely: “We are full.”",
  );
  const several: Branch = {
    when: [{ key: "kinds", operator: "is_one_of", value: ["Cat", "Dog"] }],
    then: { finish: true },
  };
  assert.equal(said(several, moveIn), "If “Which pets?” is one of “Cat” or “Dog” → finish");
});

test("what follows without a branch is the next question, and a question that is gone is called so", () => {
  assert.equal(outcomeInWords(undefined, questions), "go on with the next question");
  assert.equal(outcomeInWords({ goTo: "gone" }, questions), "go on with “a question that is gone”");
});
