/**
 * Milliseconds of a Retry-After header (RFC 9110, 10.2.3), which gives seconds or a date. Undefined when there is
 * none, or none that can be read.
 */
export function readRetryAfter(header: string | null | undefined, now: Date): number | undefined {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return wait >= 0 ? wait : undefined;
}

/** The beginning of what a service says, on one line. */
export const quote = (words: string): string =>
  words
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, 200);
