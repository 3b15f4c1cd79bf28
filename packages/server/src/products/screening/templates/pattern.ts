import { RE2JS } from "re2js";

/**
 * What keeps patterns quick: compiling one takes time with its size, and matching with size times text. RE2's program
 * size is known only once it is compiled, and counted repetitions are what makes it large.
 */
const most = { steps: 300, repetitions: 500 };

/** Most characters of all patterns of a template. */
export const patternsLongest = 2000;

/** What is wrong with a pattern; null where nothing is. */
export function patternFault(pattern: string): string | null {
  const counts = pattern.matchAll(/\{(\d+)(?:,(\d+))?\}/g);
  const repetitions = [...counts].reduce((sum, [, least, longest]) => sum + Number(longest ?? least), 0);
  if (repetitions > most.repetitions) return tooComplicated;
  try {
    return compile(pattern).programSize() > most.steps ? tooComplicated : null;
  } catch (fault) {
    const said = fault instanceof Error ? fault.message.replace("error parsing regexp: ", "") : "";
    return `is not a pattern in RE2's syntax: ${said}`;
  }
}

const tooComplicated = "is too complicated: repeat less in it";

/** Whether a whole text matches a pattern without faults; in time that is linear in the text (RE2). */
export const matches = (pattern: string, text: string): boolean => compile(pattern).testExact(text);

/** The patterns that were used last, compiled: what a matcher learnt of its pattern makes it many times faster. */
const compiled = new Map<string, RE2JS>();
const kept = 50;

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern) ?? RE2JS.compile(pattern);
  compiled.delete(pattern);
  compiled.set(pattern, known);
  const [oldest] = compiled.keys();
  if (compiled.size > kept && oldest !== undefined) compiled.delete(oldest);
  return known;
}
