import type { FieldError } from "#kernel/errors.ts";
import type { Outcome, Question } from "../questions.ts";
import { type Feasible, feasible } from "./feasible.ts";

/**
 * What no path through the questions can be: ways that lead back, questions that are never asked, tests of what is not
 * known by then, branches that never decide. Takes questions with keys of their own. A `goTo` to nowhere leads nowhere;
 * while there is one, what it may have been meant to lead to is not called unreachable.
 */
export function graphFaults(questions: readonly Question[]): FieldError[] {
  const possible = questions.map(feasible);
  const ways = waysThrough(questions, possible);
  const loops = findLoops(questions, ways);
  const faults = [...deadBranches(questions, possible), ...loops];
  if (questions.some((question) => leadsNowhere(question, questions))) return faults;
  faults.push(...unreachable(questions, ways));
  if (loops.length === 0) faults.push(...untimelyTests(questions, ways));
  return faults;
}

/** From a question to one that can follow it. */
interface Way {
  from: number;
  to: number;
  /** Where it is written, within the question; empty where it is the order of the questions. */
  pointer: string;
}

/** For each question, what can follow it. */
function waysThrough(questions: readonly Question[], possible: readonly Feasible[]): Way[][] {
  const indexOf = new Map(questions.map(({ key }, index) => [key, index]));
  return questions.map(({ branches = [], otherwise }, from) => {
    const way = (outcome: Outcome | undefined, pointer: string): Way[] => {
      if (!outcome) return from + 1 < questions.length ? [{ from, to: from + 1, pointer: "" }] : [];
      const to = "goTo" in outcome ? indexOf.get(outcome.goTo) : undefined;
      return to === undefined ? [] : [{ from, to, pointer: `${pointer}/goTo` }];
    };
    const branched = branches.flatMap(({ then }, index) =>
      possible[from]?.branches[index] ? way(then, `/branches/${index}/then`) : [],
    );
    return possible[from]?.otherwise ? [...branched, ...way(otherwise, "/otherwise")] : branched;
  });
}

const deadBranches = (questions: readonly Question[], possible: readonly Feasible[]): FieldError[] =>
  questions.flatMap(({ branches = [] }, at) =>
    branches.flatMap((_, index) =>
      possible[at]?.branches[index]
        ? []
        : [
            {
              pointer: `/questions/${at}/branches/${index}`,
              detail:
                "never decides: its tests exclude each other, or branches before it take every such answer",
            },
          ],
    ),
  );

/** Whether a question has a goTo to a key that no question has. */
function leadsNowhere({ branches = [], otherwise }: Question, questions: readonly Question[]): boolean {
  const keys = new Set(questions.map(({ key }) => key));
  const outcomes = [...branches.map(({ then }) => then), ...(otherwise ? [otherwise] : [])];
  return outcomes.some((outcome) => "goTo" in outcome && !keys.has(outcome.goTo));
}

/** Each way that closes a loop, named where it is written. */
function findLoops(questions: readonly Question[], ways: readonly Way[][]): FieldError[] {
  const done = new Set<number>();
  const faults = new Map<string, FieldError>();
  for (const start of questions.keys()) {
    const trail: { at: number; left: Way[]; by: Way | null }[] = [];
    const enter = (at: number, by: Way | null) => trail.push({ at, left: [...(ways[at] ?? [])], by });
    if (!done.has(start)) enter(start, null);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const way = top.left.shift();
      if (!way) {
        done.add(top.at);
        trail.pop();
        continue;
      }
      const known = trail.findIndex(({ at }) => at === way.to);
      if (known !== -1) {
        const loop = [...trail.slice(known + 1).flatMap(({ by }) => by ?? []), way];
        const fault = loopFault(questions, loop);
        faults.set(fault.pointer, fault);
      } else if (!done.has(way.to)) {
        enter(way.to, way);
      }
    }
  }
  return [...faults.values()];
}

/** Most keys of a loop that are named. */
const named = 10;

/** Pointed at is the way against the order of the questions: every loop has one, and an author wrote it. */
function loopFault(questions: readonly Question[], loop: readonly Way[]): FieldError {
  const back = loop.findIndex(({ from, to }) => to <= from);
  const turned = [...loop.slice(back), ...loop.slice(0, back)];
  const [way] = turned;
  const keyOf = (index = 0) => questions[index]?.key ?? "";
  const keys = turned.map(({ to }) => keyOf(to));
  const shown = keys.length > named ? [...keys.slice(0, named - 1), "…", ...keys.slice(-1)] : keys;
  const detail = `leads back to ${keyOf(way?.to)}: ${[...shown, keyOf(way?.to)].join(" → ")}`;
  return { pointer: `/questions/${way?.from}${way?.pointer}`, detail };
}

function unreachable(questions: readonly Question[], ways: readonly Way[][]): FieldError[] {
  const reached = new Set([0]);
  for (const at of reached) for (const { to } of ways[at] ?? []) reached.add(to);
  return [...questions.keys()]
    .filter((at) => !reached.has(at))
    .map((at) => ({
      pointer: `/questions/${at}`,
      detail: "can never be asked: no question before it leads to it",
    }));
}

/** Tests of questions that are never asked before the one whose branch has them. */
function untimelyTests(questions: readonly Question[], ways: readonly Way[][]): FieldError[] {
  const before = askedBefore(questions, ways);
  const indexOf = new Map(questions.map(({ key }, index) => [key, index]));
  return questions.flatMap(({ branches = [] }, at) =>
    branches.flatMap(({ when }, index) =>
      when.flatMap(({ key }, place) => {
        const tested = indexOf.get(key);
        if (tested === undefined || tested === at || before[at]?.has(tested)) return [];
        const pointer = `/questions/${at}/branches/${index}/when/${place}/key`;
        return [{ pointer, detail: "is never asked before this question" }];
      }),
    ),
  );
}

/** For each question, those that can have been asked before it. There are no loops. */
function askedBefore(questions: readonly Question[], ways: readonly Way[][]): Set<number>[] {
  const before = questions.map(() => new Set<number>());
  const waiting = questions.map(() => 0);
  for (const { to } of ways.flat()) waiting[to] = (waiting[to] ?? 0) + 1;
  const ready = [...questions.keys()].filter((at) => waiting[at] === 0);
  for (const at of ready) {
    for (const { to } of ways[at] ?? []) {
      for (const earlier of [at, ...(before[at] ?? [])]) before[to]?.add(earlier);
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) ready.push(to);
    }
  }
  return before;
}
