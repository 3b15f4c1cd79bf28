/** At most 15 digits (ITU-T E.164, 6). Fewer than 5 are no number that anybody could be called at. */
const fewestDigits = 5;
const mostDigits = 15;

/** More than anybody writes between so many digits. */
const longest = 40;

/**
 * A phone number with the usual spaces, dots, dashes, slashes and brackets, kept as it is written but for the space
 * around it. Null for everything else.
 */
export function parsePhone(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > longest || !/^\+?[0-9 ()./-]+$/.test(trimmed)) return null;
  const digits = trimmed.replace(/\D/g, "").length;
  return digits >= fewestDigits && digits <= mostDigits ? trimmed : null;
}

/**
 * What two numbers are compared by: equal keys mean the same line. Takes what `parsePhone` returned; digits alone
 * count, and a leading `00` is the `+` that it is dialled for. Whether `030 1234` is `+49 30 1234` depends on where
 * somebody stands who dials it, so they are not the same here. The database makes the same key (migration 0028).
 */
export const phoneKey = (number: string): string => number.replace(/[^0-9+]/g, "").replace(/^00/, "+");
