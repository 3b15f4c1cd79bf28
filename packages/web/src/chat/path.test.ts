import assert from "node:assert/strict";
import { test } from "node:test";
import { readPath } from "./path.ts";
import { ask, sessionOf } from "./sample.ts";
import type { Answer } from "./session.ts";

/** pets branches to kind; both lead to move. */
const questions = [
  ask("name", { next: "pets" }),
  ask("pets", { type: "yes_no" }),
  ask("kind", { next: "move" }),
  ask("move", { next: null }),
];

/** The keys that are asked, a bar behind the last that is certain, and dots where more may come. */
function path(asked: string[], submission: Record<string, Answer>, unsent: Record<string, Answer> = {}) {
  const read = readPath(sessionOf(questions, asked, submission), new Map(Object.entries(unsent)));
  const keys = read.asked.map(({ key }) => key);
  keys.splice(read.certain, 0, "|");
  return keys.join(" ") + (read.isWhole ? "" : " …");
}

test("where nothing is unsent, the path is the server's", () => {
  assert.equal(path(["name", "pets", "move"], {}), "name pets move |");
  assert.equal(path(["name", "pets", "kind", "move"], { name: "A", pets: true }), "name pets kind move |");
});

test("what follows a plain question is known at once, and a changed branch ends what is known", () => {
  assert.equal(path(["name", "pets", "move"], {}, { name: "A" }), "name pets | …");
  assert.equal(path(["name", "pets", "move"], { name: "A" }, { pets: true }), "name pets | …");
});

test("an answer behind a branch that stands changes nothing before it", () => {
  const stored = { name: "A", pets: true };
  assert.equal(path(["name", "pets", "kind", "move"], stored, { kind: "cat" }), "name pets kind move |");
});

test("what was answered behind a branch that changes stays in sight, unconfirmed", () => {
  const stored = { name: "A", pets: true, kind: "cat", move: "May" };
  assert.equal(path(["name", "pets", "kind", "move"], stored, { pets: false }), "name pets | kind move …");
});
