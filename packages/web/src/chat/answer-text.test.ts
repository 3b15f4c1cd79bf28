import assert from "node:assert/strict";
import { test } from "node:test";
import { answerText } from "./answer-text.ts";
import { ask } from "./sample.ts";
import type { Answer, Question } from "./session.ts";
import { textsIn } from "./texts/index.ts";
import { timeText } from "./time-left.ts";

test("an answer is shown as its reader's language writes it", () => {
  const options = ["cat", "dog"].map((value) => ({ value, label: value.toUpperCase() }));
  const cases: [Partial<Question>, Answer, string, string][] = [
    [{ type: "money", currency: "EUR" }, 2500, "€2,500", "2.500\u00a0€"],
    [{ type: "money", currency: "EUR" }, 2500.5, "€2,500.50", "2.500,50\u00a0€"],
    [{ type: "money" }, 1234.5, "1,234.50", "1.234,50"],
    [{ type: "number" }, 0.1234567, "0.1234567", "0,1234567"],
    [{ type: "date" }, "2026-04-01", "April 1, 2026", "1. April 2026"],
    [{ type: "yes_no" }, false, "No", "Nein"],
    [{ type: "one_of", options }, "cat", "CAT", "CAT"],
    [{ type: "several_of", options }, ["cat", "dog"], "CAT and DOG", "CAT und DOG"],
    [{ type: "several_of", options }, [], "Skipped", "Übersprungen"],
    [{ type: "file" }, { id: "1", name: "a.pdf", type: "application/pdf", size: 3 }, "a.pdf", "a.pdf"],
    [{}, null, "Skipped", "Übersprungen"],
    [{}, "Ada", "Ada", "Ada"],
  ];
  for (const [question, answer, english, german] of cases) {
    const told = ["en", "de"].map((language) =>
      answerText(ask("q", question), answer, language, textsIn(language)),
    );
    assert.deepEqual(told, [english, german]);
  }
});

test("time is spoken of when there is little of it", () => {
  const end = new Date("2026-02-12T14:35:00Z");
  const told = (minutes: number) => timeText(minutes * 60_000, end, "de", textsIn("de"));
  assert.equal(told(25 * 60), null);
  assert.equal(told(30)?.isShort, false);
  assert.match(told(30)?.text ?? "", /^Bitte schließen Sie bis .+ ab\.$/);
  assert.deepEqual(told(4.5), { text: "Noch 5 Minuten bis zum Ende.", isShort: true });
  assert.equal(told(0), null);
});
