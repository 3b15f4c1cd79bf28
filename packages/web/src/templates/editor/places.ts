import { text } from "../text.ts";
import type { Draft, DraftQuestion } from "./draft.ts";

const words = text.faultPlaces;

/** Where in the editor something stands that the server names by a pointer into the content. */
export interface Place {
  /** The field, as the page marks it (`data-place`); null where there is none for it. */
  at: string | null;
  /** The question that it is in, which is opened to show it. */
  question: string | null;
  /** For the list of faults. */
  name: string;
}

/** "/questions/3/branches/0/then/goTo" is what follows in the first branch of the fourth question. */
export function placeOf(pointer: string, draft: Draft): Place {
  const [first = "", ...rest] = pointer.split("/").slice(1).map(unescaped);
  if (first === "questions" && rest[0] !== undefined) return inQuestion(rest, draft);
  if (first === "translations" && rest[0] !== undefined) {
    const name = [words.translation(rest[0]), ...rest.slice(1)].join(", ");
    return { at: `translations.${rest[0]}`, question: null, name };
  }
  const name = words.members[first];
  if (name === undefined)
    return { at: first === "questions" ? first : null, question: null, name: words.whole };
  return { at: first, question: null, name };
}

const unescaped = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");

function inQuestion([index = "", member, ...rest]: readonly string[], { questions }: Draft): Place {
  const number = Number(index);
  const question = questions[number];
  if (!question) return { at: null, question: null, name: words.whole };
  const within = member === undefined ? { at: question.id, name: "" } : inMember(question, member, rest);
  const name = [words.question(number + 1), within.name].filter((word) => word !== "").join(", ");
  return { at: within.at, question: question.id, name };
}

type Within = Pick<Place, "at" | "name">;

function inMember(question: DraftQuestion, member: string, rest: readonly string[]): Within {
  const [index, ...deeper] = rest;
  if (member === "branches" && index !== undefined) return inBranch(question, Number(index), deeper);
  const option = member === "options" && index !== undefined ? question.options[Number(index)] : undefined;
  if (option) return { at: option.id, name: words.option(Number(index) + 1) };
  return { at: `${question.id}.${member}`, name: words.members[member] ?? member };
}

function inBranch(question: DraftQuestion, index: number, rest: readonly string[]): Within {
  const branch = question.branches[index];
  if (!branch) return { at: question.id, name: "" };
  const [member, at, deeper] = rest;
  const name = words.branch(index + 1);
  if (member === "then") return { at: `${branch.id}.then`, name: `${name}, ${words.outcome}` };
  const test = member === "when" && at !== undefined ? branch.when[Number(at)] : undefined;
  if (!test) return { at: branch.id, name };
  const field = deeper === "value" || deeper === "operator" ? deeper : "key";
  return { at: `${test.id}.${field}`, name: `${name}, ${words.test(Number(at) + 1)}` };
}
