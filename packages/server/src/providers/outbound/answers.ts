/**
 * Milliseconds of a Retry-After header (RFC 9110, 10.2.3), which gives seconds or a date. However long that is: who
 * waits has a limit of their own. Undefined when there is none, or none that can be read.
 */
export function readRetryAfter(header: string | null | undefined, now: Date): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  // JavaScript reads a date into nearly anything.
  const wait = /^[a-z]{3,9},? .*GMT$/i.test(header) ? Date.parse(header) - now.getTime() : Number.NaN;
  return wait >= 0 ? wait : undefined;
}

/** The beginning of what somebody else's server says, on one line: without what would steer a terminal. */
export const quote = (words: string, longest = 200): string =>
  words
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, longest);
