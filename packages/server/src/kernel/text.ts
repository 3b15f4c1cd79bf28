/** Most code points in a name or title, and in notes. */
const NAME_LONGEST = 200;
const NOTES_LONGEST = 2000;

/** Deepest nesting of arrays and objects in stored JSON; a bare string has none. */
const JSON_DEEPEST = 64;

/** Accepted text, or what is wrong with it: a phrase that follows the field's name ("title is blank"). */
export type CleanText = { ok: true; text: string } | { ok: false; reason: string };

/**
 * A name or title: valid Unicode on one line, trimmed, in NFC, 1–200 code points after that.
 *
 * Refuses control characters (general category Cc) wherever they stand, and the separators U+2028 and U+2029,
 * which are line breaks in everything but name. Format characters (Cf) stay: emoji and Arabic need them.
 */
export function cleanName(text: string): CleanText {
  if (!text.isWellFormed()) return NOT_UNICODE;
  if (hasControlCharacter(text) || /[\u2028\u2029]/.test(text)) {
    return { ok: false, reason: "contains control characters or line breaks" };
  }
  const trimmed = text.trim();
  if (trimmed === "") return { ok: false, reason: "is blank" };
  return normaliseWithin(trimmed, NAME_LONGEST);
}

/**
 * Notes: valid Unicode in NFC, at most 2,000 code points, possibly none. Tabs and line breaks are allowed
 * (`\r\n` and `\r` become `\n`), other control characters are not. Space at the ends stays.
 */
export function cleanNotes(text: string): CleanText {
  if (!text.isWellFormed()) return NOT_UNICODE;
  const lines = text.replace(/\r\n?/g, "\n");
  if (hasControlCharacter(lines.replace(/[\n\t]/g, ""))) {
    return { ok: false, reason: "contains control characters other than line breaks and tabs" };
  }
  return normaliseWithin(lines, NOTES_LONGEST);
}

/** Notes that say something: trimmed, and not blank. */
export function cleanProse(text: string): CleanText {
  const cleaned = cleanNotes(text.trim());
  return cleaned.ok && cleaned.text === "" ? { ok: false, reason: "is blank" } : cleaned;
}

/** Whether a character of Unicode's general category Cc (U+0000–001F, U+007F–009F) stands in the text. */
export function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

/** What PostgreSQL's jsonb cannot keep: where (an RFC 6901 JSON pointer) and what is wrong with it. */
export type Unstorable = { pointer: string; detail: string };

/** Where `findUnstorable` stops: a hostile body could ask for more pointers, and longer ones, than memory holds. */
const MOST_UNSTORABLE = 100;
const LONGEST_POINTERS = 100_000;

/**
 * What keeps a parsed JSON value from being stored, in document order, at most 100 things. That is: a string or
 * member name that is not well-formed Unicode or has U+0000, a number that is not finite (JSON.parse makes
 * Infinity of 1e999), arrays and objects nested more than 64 deep.
 *
 * Bad member names are reported once and at their object, so that the pointer itself can always be stored and
 * shown. Walks without recursion, because a body of a megabyte can be nested 500,000 deep.
 */
export function findUnstorable(value: unknown): Unstorable[] {
  const path: Container[] = [];
  const found: Unstorable[] = [];
  let room = LONGEST_POINTERS;
  const note = (depth: number, detail: string | null): void => {
    if (detail === null) return;
    const pointer = pointerTo(path, depth);
    found.push({ pointer, detail });
    room -= pointer.length;
  };
  note(0, enter(path, value));
  for (let top = path.at(-1); top && found.length < MOST_UNSTORABLE && room > 0; top = path.at(-1)) {
    if (top.next === top.size) {
      path.pop();
      continue;
    }
    const key = top.keys?.[top.next] ?? top.next;
    const badName = typeof key === "string" ? nameFault(key) : null;
    if (badName !== null) {
      if (!top.hasBadName) note(path.length - 1, badName);
      top.hasBadName = true;
    }
    top.next += 1;
    if (badName === null) note(path.length, enter(path, Reflect.get(top.value, key)));
  }
  return found;
}

const NOT_UNICODE: CleanText = { ok: false, reason: "is not valid Unicode" };

/**
 * No character's canonical decomposition is longer than this in UTF-16 units, so text of more than this times
 * the limit is too long whatever NFC makes of it.
 */
const LONGEST_DECOMPOSITION = 6;

function normaliseWithin(text: string, longest: number): CleanText {
  const tooLong: CleanText = { ok: false, reason: `is longer than ${longest} characters` };
  // First: NFC of a megabyte of combining marks takes minutes (it grows with the square of their number).
  if (text.length > longest * LONGEST_DECOMPOSITION) return tooLong;
  const normal = text.normalize("NFC");
  return [...normal].length > longest ? tooLong : { ok: true, text: normal };
}

/**
 * An array or object on the way down to where `findUnstorable` is. `keys` is undefined for an array; `next` is
 * the member to look at next, so that the one being looked at is the one before.
 */
type Container = {
  value: object;
  keys: string[] | undefined;
  size: number;
  next: number;
  hasBadName: boolean;
};

/** Checks a value, and puts it on the path if it has members. Returns what is wrong with it, or null. */
function enter(path: Container[], value: unknown): string | null {
  if (typeof value === "string") return textFault(value);
  if (typeof value === "number") return Number.isFinite(value) ? null : "is not a finite number";
  if (typeof value !== "object" || value === null) return null;
  if (path.length === JSON_DEEPEST) return `is nested more than ${JSON_DEEPEST} levels deep`;
  const keys = Array.isArray(value) ? undefined : Object.keys(value);
  const size = Array.isArray(value) ? value.length : (keys?.length ?? 0);
  path.push({ value, keys, size, next: 0, hasBadName: false });
  return null;
}

function textFault(text: string): string | null {
  if (!text.isWellFormed()) return "is not valid Unicode";
  return text.includes("\0") ? "contains the character U+0000" : null;
}

function nameFault(name: string): string | null {
  const fault = textFault(name);
  return fault && `has a member whose name ${fault}`;
}

/** The RFC 6901 pointer that goes through the current member of the first `depth` containers. */
function pointerTo(path: Container[], depth: number): string {
  const tokens = path.slice(0, depth).map(({ keys, next }) => keys?.[next - 1] ?? String(next - 1));
  return tokens.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
