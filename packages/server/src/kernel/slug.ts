import { hasControlCharacter } from "./text.ts";

/** Most characters in a slug. A slug is ASCII, so characters, code units and bytes are the same. */
const SLUG_LONGEST = 100;

/** A path segment of RFC 3986's unreserved characters (section 2.3), capitals excluded. */
const SEGMENT = /^[a-z0-9._~-]+$/;

/**
 * A slug that somebody asked for: trimmed, each space a dash, lower case. Null when the outcome is not a path
 * segment of 1 to 100 unreserved characters (RFC 3986, 2.3), or is `.` or `..`, which URLs drop (5.2.4).
 * Runs of dashes stay as they are, so that what is asked for is what is given.
 */
export function normaliseSlug(given: string): string | null {
  if (hasControlCharacter(given)) return null;
  const slug = given.trim().replaceAll(" ", "-").toLowerCase();
  if (slug.length > SLUG_LONGEST || !SEGMENT.test(slug)) return null;
  return slug === "." || slug === ".." ? null : slug;
}

/**
 * A slug made from a title: accents folded, runs of anything but a–z and 0–9 one dash, none at the ends, at
 * most 100 characters. Empty when nothing is left (a Japanese title): the caller then makes a random id.
 */
export function slugFromTitle(title: string): string {
  const dashed = foldToAscii(title.slice(0, TITLE_LONGEST)).replace(/[^a-z0-9]+/g, "-");
  return cut(dashed.replace(/^-/, ""), SLUG_LONGEST);
}

/**
 * The n-th slug to try when a name is taken: the base itself for 1, then `base-2`, `base-3` … The base is cut
 * so that the whole fits in 100 characters. `base` is a slug, `n` a positive integer.
 */
export function numberedSlug(base: string, n: number): string {
  if (n === 1) return base;
  const suffix = `-${n}`;
  return cut(base, SLUG_LONGEST - suffix.length) + suffix;
}

/**
 * UTF-16 units of a title that are looked at: all of a clean title's 200 code points. Normalising takes time
 * that grows with the square of a run of combining marks, so it must not meet unbounded text.
 */
const TITLE_LONGEST = 400;

/** Letters that are a base letter to their readers, but that Unicode does not decompose. */
const FOLDED = new Map(
  Object.entries({
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ø: "o",
    đ: "d",
    ð: "d",
    þ: "th",
    ł: "l",
    ħ: "h",
    ŧ: "t",
    ŋ: "ng",
    ı: "i",
    ə: "e",
  }),
);

function foldToAscii(text: string): string {
  // NFKD also opens ligatures and full-width letters. The marks go before lower-casing, so that İ is an i.
  const bare = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return bare.replace(/[ßæœøđðþłħŧŋıə]/g, (letter) => FOLDED.get(letter) ?? letter);
}

function cut(slug: string, longest: number): string {
  let end = Math.min(slug.length, longest);
  while (end > 0 && slug[end - 1] === "-") end--;
  return slug.slice(0, end);
}
